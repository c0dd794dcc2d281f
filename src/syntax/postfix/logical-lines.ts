/** A logical line of a configuration file of Postfix, put together from its physical lines, and where it begins. */
export interface LogicalLine {
  text: string;
  /** Of the first physical line, from 1. */
  line: number;
}

/**
 * The logical lines of a file (postconf(5), "main.cf file format"): a line that begins with white space goes on with the
 * one before; empty lines and comments are left out wherever they stand, also inside a logical line. Text before the
 * first logical line that begins with white space belongs to none, and is given back as such.
 */
export function logicalLines(text: string): { lines: LogicalLine[]; stray: LogicalLine[] } {
  const lines: LogicalLine[] = [];
  const stray: LogicalLine[] = [];
  let parts: string[] = [];
  let begun = 0;
  const end = (): void => {
    if (begun > 0) lines.push({ text: parts.join(""), line: begun });
    parts = [];
  };
  let at = 0;
  for (const physical of text.split("\n")) {
    at++;
    if (/^\s*(?:#|$)/.test(physical)) continue;
    if (!/^\s/.test(physical)) {
      end();
      begun = at;
      parts = [physical];
    } else if (begun > 0) parts.push(physical);
    else stray.push({ text: physical, line: at });
  }
  end();
  return { lines, stray };
}

/** How wide text is on a terminal, in columns, and how it is made to fit. */

/** East Asian wide and fullwidth, and emoji that are drawn over two columns (UAX #11). */
const wide =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\u33ff\u3400-\u4dbf\u4e00-\ua4cf\ua960-\ua97f\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{1f300}-\u{1f64f}\u{1f680}-\u{1f6ff}\u{1f900}-\u{1f9ff}\u{1fa70}-\u{1faff}\u{20000}-\u{3fffd}]/u;
const none = /[\p{Mn}\p{Me}\p{Cf}]/u;

const columnsOf = (char: string): number => (none.test(char) ? 0 : wide.test(char) ? 2 : 1);

/** Columns that text takes; it holds no escapes. */
export function width(text: string): number {
  if (/^[ -~]*$/.test(text)) return text.length;
  let columns = 0;
  for (const char of text) columns += columnsOf(char);
  return columns;
}

/** Text followed, or led, by as many blanks as are missing. */
export const padEnd = (text: string, columns: number): string => text + " ".repeat(Math.max(0, columns - width(text)));
export const padStart = (text: string, columns: number): string =>
  " ".repeat(Math.max(0, columns - width(text))) + text;

/** Text that loses its middle, never its end, where it does not fit. */
export function shorten(text: string, columns: number, mark = "…"): string {
  if (width(text) <= columns) return text;
  const room = Math.max(0, columns - width(mark));
  const chars = Array.from(text);
  const head = fitting(chars, Math.ceil(room / 2));
  const tail = fitting(chars.reverse(), room - width(head));
  return `${head}${mark}${Array.from(tail).reverse().join("")}`;
}

function fitting(chars: readonly string[], room: number): string {
  let columns = 0;
  const end = chars.findIndex((char) => (columns += columnsOf(char)) > room);
  return chars.slice(0, end < 0 ? undefined : end).join("");
}

/** Lines no wider than `columns`, broken at blanks; a word that is wider than a line loses its middle. */
export function wrap(text: string, columns: number, mark = "…"): string[] {
  const lines: string[] = [];
  let line: string | undefined;
  for (const word of text.split(" ")) {
    const longer: string = line === undefined ? word : `${line} ${word}`;
    if (width(longer) <= columns) {
      line = longer;
      continue;
    }
    if (line !== undefined) lines.push(line);
    line = shorten(word, columns, mark);
  }
  return [...lines, line ?? ""];
}

/**
 * A message as it stands (RFC 5322 §2): its header section as fields and its body, from raw octets, one char each.
 * Reading is total: what is no field is told, and nothing is decoded.
 */
export interface Field {
  /** As it is written. */
  name: string;
  /** In lower case. */
  key: string;
  /** What stands after the colon, on all its lines, line ends included but for the last. */
  raw: string;
  /** Its first line, counted from 1. */
  line: number;
}

export interface Message {
  fields: Field[];
  /** Lines of the header section that belong to no field. */
  strays: number[];
  /** Octets of the header section, without the empty line. */
  headerSize: number;
  /** Where the body begins, in octets. */
  bodyAt: number;
  /** The octets without the line that an mbox puts before a message (RFC 4155). */
  octets: string;
}

/** How lines end: as on the wire, as in a file on Unix, or in more ways than one. */
export interface LineEnds {
  crlf: number;
  /** LF without CR before it, and CR without LF behind it, each with the line of the first. */
  lf: number;
  cr: number;
  firstLf?: number;
  firstCr?: number;
  /** Octets of the longest line without its end, and which it is. */
  longest: number;
  longestLine: number;
}

/** A field name is printable ASCII without a colon; blanks before the colon are obsolete (RFC 5322 §2.2, §4.5). */
const start = /^([!-9;-~]+)[ \t]*:/;

/** Whether a text begins as a message does, with a field or an mbox line before it. */
export const looksLikeMessage = (octets: string): boolean =>
  start.test(octets.slice(mboxLine(octets), mboxLine(octets) + 1_000));

export function parseMessage(source: string): Message {
  const octets = source.slice(mboxLine(source));
  const fields: Field[] = [];
  const strays: number[] = [];
  let at = 0;
  let line = 0;
  let open: { name: string; from: number; to: number; line: number } | undefined;
  const close = (): void => {
    if (!open) return;
    const { name, from, to, line } = open;
    fields.push({ name, key: name.toLowerCase(), raw: octets.slice(from, to), line });
    open = undefined;
  };
  while (at < octets.length) {
    const lf = octets.indexOf("\n", at);
    const next = lf < 0 ? octets.length : lf + 1;
    const end = lf < 0 ? octets.length : lf > at && octets[lf - 1] === "\r" ? lf - 1 : lf;
    line++;
    if (end === at) {
      close();
      return { fields, strays, headerSize: at, bodyAt: next, octets };
    }
    const folded = octets[at] === " " || octets[at] === "\t";
    if (folded && open) open.to = end;
    else {
      close();
      const name = folded ? undefined : start.exec(octets.slice(at, Math.min(end, at + 1_000)));
      if (!name) strays.push(line);
      else open = { name: name[1]!, from: at + name[0].length, to: end, line };
    }
    at = next;
  }
  close();
  return { fields, strays, headerSize: octets.length, bodyAt: octets.length, octets };
}

/** The value of a field in one line: unfolded (RFC 5322 §2.2.3), blanks around it taken off. */
export const unfolded = ({ raw }: Pick<Field, "raw">): string => raw.replace(/\r?\n(?=[ \t])/g, "").trim();

/** Whether lines are that many or fewer; looks no further than that. */
export function hasLines(text: string, most: number, until = text.length): boolean {
  let count = 0;
  for (let at = text.indexOf("\n"); at >= 0 && at < until; at = text.indexOf("\n", at + 1))
    if (++count > most) return false;
  return true;
}

export function lineEnds(octets: string): LineEnds {
  const found: LineEnds = { crlf: 0, lf: 0, cr: 0, longest: 0, longestLine: 0 };
  let line = 1;
  let from = 0;
  const measure = (end: number): void => {
    if (end - from <= found.longest) return;
    found.longest = end - from;
    found.longestLine = line;
  };
  for (let at = 0; at < octets.length; at++) {
    const code = octets.charCodeAt(at);
    if (code === 13) {
      if (octets.charCodeAt(at + 1) === 10) continue;
      found.cr++;
      found.firstCr ??= line;
    } else if (code === 10) {
      const whole = at > 0 && octets.charCodeAt(at - 1) === 13;
      measure(whole ? at - 1 : at);
      if (whole) found.crlf++;
      else {
        found.lf++;
        found.firstLf ??= line;
      }
      line++;
      from = at + 1;
    }
  }
  measure(octets.length);
  return found;
}

/** Octets with each line ended as on the wire. */
export const onTheWire = (octets: string): string => octets.replace(/\r?\n/g, "\r\n");

/** Length of the line that an mbox, or a program that read from one, puts first. */
function mboxLine(octets: string): number {
  if (!/^>?From /.test(octets.slice(0, 6))) return 0;
  const lf = octets.indexOf("\n");
  return lf < 0 ? 0 : lf + 1;
}

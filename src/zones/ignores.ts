import { bounds } from "../bounds.js";
import { ignoreWord, readIgnore } from "../syntax/ignore.js";
import { problemsIn } from "../usage.js";
import type { Commented, Place, Zone } from "./record.js";

/** How comments of a kind of file begin: `;` in master files, `#` in YAML. */
export type CommentSign = ";" | "#";

/** The text of a file, for the comments in it. */
export interface CommentedFile {
  file: string;
  text: string;
  sign: CommentSign;
}

/** One statement of a master file, or one block of YAML: its lines, from 1. */
interface Extent {
  from: number;
  to: number;
}

/** A comment, and the line it stands in; alone where nothing stands before it. */
interface Remark {
  text: string;
  line: number;
  column: number;
  alone: boolean;
}

/** A record, or what stands for one, with the place where it is written. */
interface Written extends Place {
  name?: string;
  type?: string;
  data?: unknown;
}

/**
 * Adds to zones the comments that ask for something to be borne. One is tied to what is written in its own line, or, where
 * it stands alone, in the line below; lines of other comments may stand between.
 */
export function withIgnores(zones: readonly Zone[], files: readonly CommentedFile[]): Zone[] {
  const found = zones.map(() => [] as Commented[]);
  let count = 0;
  for (const { file, text, sign } of files) {
    if (!text.includes(ignoreWord)) continue;
    const lines = text.split("\n");
    const { remarks, extents } = sign === ";" ? inMaster(lines) : inYaml(lines);
    for (const { text: said, line, column, alone } of remarks) {
      const read = readIgnore(said);
      if (!read) continue;
      const place = { file, line, column };
      if (++count > bounds.zones.ignores) {
        const hint = "waive by a glob in the configuration, or keep a baseline";
        throw problemsIn([{ ...place, text: `more than ${bounds.zones.ignores} comments of ${ignoreWord}`, hint }]);
      }
      const { own, holders } = held(
        around(alone ? below(line, lines, extents, sign) : line, extents),
        zones,
        file,
        sign,
      );
      if (holders.length === 0) {
        const fault = "fault" in read ? read.fault : "no record stands in its line or in the line below";
        const nearest = zones.findIndex((zone) => writtenIn(zone).some((one) => one.file === file));
        found[Math.max(0, nearest)]?.push({ checks: read.checks, fault, of: [], ...place });
      }
      for (const at of holders) found[at]!.push({ ...read, of: own[at]!, ...place });
    }
  }
  return zones.map((zone, at) => (found[at]!.length > 0 ? { ...zone, ignores: found[at]! } : zone));
}

const writtenIn = ({ records, unread, unknown = [] }: Zone): Written[] => [...records, ...unread, ...unknown];

/** In YAML nothing stands at the very beginning but what the reader adds: records of the zone that its provider has. */
const isAdded = ({ type, line, column }: Written, sign: CommentSign): boolean =>
  sign === "#" && (type === "SOA" || type === "NS") && line === 1 && column === 1;

/** The sets of which something is written in some lines of a file. */
function within(zone: Zone, file: string, extent: Extent, sign: CommentSign): Commented["of"] {
  const sets = new Map<string, Commented["of"][number]>();
  for (const one of writtenIn(zone)) {
    const { name, type, data, ...at } = one;
    if (isAdded(one, sign)) continue;
    if (at.file !== file || at.line < extent.from || at.line > extent.to || name === undefined) continue;
    const key = `${name} ${type}`;
    const set = sets.get(key) ?? { name, ...(type !== undefined && { type }), hosts: [] };
    sets.set(key, set);
    const host = (data as { exchange?: unknown } | undefined)?.exchange;
    if (typeof host === "string") set.hosts.push(host);
  }
  return [...sets.values()];
}

/** The line that a comment is above of; in parentheses it is of what they belong to. */
function below(line: number, lines: readonly string[], extents: readonly Extent[], sign: CommentSign): number {
  if (sign === ";" && extents.some(({ from, to }) => from < line && line < to)) return line;
  let next = line + 1;
  while (lines[next - 1]?.trimStart().startsWith(sign)) next++;
  return next;
}

/** What a line is in, the innermost first. */
const around = (line: number, extents: readonly Extent[]): Extent[] =>
  extents.filter(({ from, to }) => from <= line && line <= to).reverse();

/** Of the zones, what the innermost that holds a record holds. */
function held(
  extents: readonly Extent[],
  zones: readonly Zone[],
  file: string,
  sign: CommentSign,
): { own: Commented["of"][]; holders: number[] } {
  for (const extent of extents) {
    const own = zones.map((zone) => within(zone, file, extent, sign));
    const holders = own.flatMap((of, at) => (of.length > 0 ? [at] : []));
    if (holders.length > 0) return { own, holders };
  }
  return { own: [], holders: [] };
}

/** The comments and the statements of a master file; parentheses and quotes as RFC 1035 §5.1 has them. */
function inMaster(lines: readonly string[]): { remarks: Remark[]; extents: Extent[] } {
  const remarks: Remark[] = [];
  const extents: Extent[] = [];
  let depth = 0;
  let open: Extent | undefined;
  for (const [at, text] of lines.entries()) {
    const line = at + 1;
    let quoted = false;
    let says = false;
    for (let column = 0; column < text.length; column++) {
      const sign = text[column]!;
      if (sign === "\\") column++;
      else if (sign === '"') quoted = !quoted;
      else if (!quoted && sign === ";") {
        remarks.push({ text: text.slice(column + 1), line, column: column + 1, alone: !says && depth === 0 });
        break;
      } else if (!quoted && sign === "(") depth++;
      else if (!quoted && sign === ")") depth--;
      if (!/\s/.test(sign)) says = true;
    }
    if (says && !open) extents.push((open = { from: line, to: line }));
    if (open) open.to = line;
    if (depth <= 0) {
      depth = 0;
      open = undefined;
    }
  }
  return { remarks, extents };
}

/** The comments of YAML, and for each line the block that begins there: all that is written deeper below it. */
function inYaml(lines: readonly string[]): { remarks: Remark[]; extents: Extent[] } {
  const remarks: Remark[] = [];
  const extents: Extent[] = [];
  const open: { depth: number; item: boolean; extent: Extent }[] = [];
  for (const [at, text] of lines.entries()) {
    const line = at + 1;
    const column = commentAt(text);
    const alone = column !== undefined && text.slice(0, column).trim() === "";
    if (column !== undefined) remarks.push({ text: text.slice(column + 1), line, column: column + 1, alone });
    if (text.trim() === "" || alone) continue;
    const depth = text.length - text.trimStart().length;
    const item = /^\s*-(?:\s|$)/.test(text);
    // A list may stand as deep as the key that it is of (YAML 1.2.2 §8.2.1).
    while (
      open.length > 0 &&
      (depth < open.at(-1)!.depth || (depth === open.at(-1)!.depth && item === open.at(-1)!.item))
    )
      open.pop();
    if (open.length > 0 && depth === open.at(-1)!.depth && !item) open.pop();
    const extent = { from: line, to: line };
    for (const one of open) one.extent.to = line;
    open.push({ depth, item, extent });
    extents.push(extent);
  }
  return { remarks, extents };
}

/** Where the comment of a line of YAML begins: at a # after a blank, outside of quotes. */
function commentAt(text: string): number | undefined {
  let quote = "";
  for (let at = 0; at < text.length; at++) {
    const sign = text[at]!;
    if (quote !== "") {
      if (sign === "\\" && quote === '"') at++;
      else if (sign === quote) quote = "";
    } else if ((sign === '"' || sign === "'") && /^$|[\s[{,:-]/.test(text[at - 1] ?? "")) quote = sign;
    else if (sign === "#" && /^\s?$/.test(text[at - 1] ?? "")) return at;
  }
  return undefined;
}

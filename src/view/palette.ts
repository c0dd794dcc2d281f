import type { Out } from "../reporter.js";
import type { Status } from "../result.js";

/** Shapes and colours of a terminal. A shape and a word carry the meaning; the colour only repeats it. */
export interface Palette {
  symbols: Record<Status, string>;
  ellipsis: string;
  /** Branch, last branch, line beside further branches, no line. */
  tree: { branch: string; last: string; line: string; gap: string };
  /** In the colour of a status; `strong` is bold besides. */
  paint(status: Status, text: string): string;
  strong(status: Status, text: string): string;
  bold(text: string): string;
  dim(text: string): string;
  link(text: string, url: string | undefined): string;
  /** Text in the characters that may be written. */
  spell(text: string): string;
}

/** In sixteen colours, apart from each other in all common colour blindness: what passes is cyan, not green. */
const codes: Record<Status, string> = { fail: "31", inconclusive: "35", warn: "33", skip: "2", pass: "36" };

const spellings: Record<string, string> = {
  "…": "...",
  "→": "->",
  "–": "-",
  "—": "-",
  "×": "x",
  "§": "section ",
  "≥": ">=",
  "≤": "<=",
  "·": "-",
  "’": "'",
  "“": '"',
  "”": '"',
};

const unicode = {
  symbols: { fail: "✗", inconclusive: "?", warn: "!", skip: "–", pass: "✓" },
  ellipsis: "…",
  tree: { branch: "├─ ", last: "└─ ", line: "│  ", gap: "   " },
} as const;
const ascii = {
  symbols: { fail: "x", inconclusive: "?", warn: "!", skip: "-", pass: "+" },
  ellipsis: "...",
  tree: { branch: "|- ", last: "`- ", line: "|  ", gap: "   " },
} as const;

/** The palette of a place that can show so much. */
export function palette(out: Pick<Out, "colour" | "ascii" | "links">): Palette {
  const style = (code: string, text: string): string => (out.colour && text ? `\u001b[${code}m${text}\u001b[0m` : text);
  return {
    ...(out.ascii ? ascii : unicode),
    paint: (status, text) => style(status === "fail" ? `1;${codes.fail}` : codes[status], text),
    strong: (status, text) => style(`1;${codes[status]}`, text),
    bold: (text) => style("1", text),
    dim: (text) => style("2", text),
    link: (text, url) => (out.links && url ? `\u001b]8;;${url}\u001b\\${text}\u001b]8;;\u001b\\` : text),
    spell: (text) =>
      out.ascii
        ? text.replace(/[^ -~]/gu, (char) => spellings[char] ?? `\\u{${char.codePointAt(0)!.toString(16)}}`)
        : text,
  };
}

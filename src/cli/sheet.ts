import { copied, terminal } from "../clean.js";
import { palette } from "../view/palette.js";
import type { Out } from "../reporter.js";
import type { ExitCode, Status } from "../result.js";
import { wording } from "../view/view.js";
import { padEnd, width, wrap } from "../view/width.js";
import { duration } from "../view/words.js";

/** A line of a sheet, text from outside as it came. */
export interface SheetLine {
  text: string;
  /** Levels to the right. */
  indent?: number;
  /** Shown by its symbol. */
  status?: Status;
  /** The reader copies it, so it is never wrapped or shortened. */
  copied?: true;
}

/** What a command found out about one name: sections with their names in the margin, and a last line that sums up. */
export interface Sheet {
  title: string;
  sections: readonly (readonly [name: string, lines: readonly SheetLine[]])[];
  status: Status;
  said: string;
  exit: ExitCode;
  /** Milliseconds. */
  took: number;
}

const margin = 11;

export function sheet({ title, sections, status, said, exit, took }: Sheet, out: Omit<Out, "write">): string {
  const { bold, dim, paint, strong, spell, symbols, ellipsis } = palette(out);
  const columns = Math.min(out.columns, 120);

  const written = ({ text, indent = 0, status, copied: whole }: SheetLine): string[] => {
    const before = "  ".repeat(indent);
    const room = Math.max(20, columns - margin - before.length - (status ? 2 : 0));
    const lines = whole ? [spell(copied(text))] : wrap(spell(terminal(text)), room, ellipsis);
    const [mark, gap] = status ? [`${paint(status, symbols[status])} `, "  "] : ["", ""];
    return lines.map((line, at) => `${before}${at === 0 ? mark : gap}${line}`);
  };
  const body = sections
    .filter(([, lines]) => lines.length > 0)
    .flatMap(([name, lines]) => [
      ...lines.flatMap(written).map((line, at) => `${at === 0 ? padEnd(name, margin) : " ".repeat(margin)}${line}`),
      "",
    ]);

  const end = `${duration(took)}  exit ${exit}`;
  const lines = wrap(spell(terminal(said)), columns - margin, ellipsis);
  const sum = lines.map((line, at) =>
    at === 0 ? `${strong(status, padEnd(wording[status].state, margin))}${line}` : `${" ".repeat(margin)}${line}`,
  );
  const blanks = columns - margin - width(lines.at(-1)!) - width(end);
  const last =
    blanks < 2 ? [...sum, dim(end)] : [...sum.slice(0, -1), `${sum.at(-1)!}${" ".repeat(blanks)}${dim(end)}`];
  return `${[bold(spell(terminal(title))), "", ...body, ...last].join("\n")}\n`;
}

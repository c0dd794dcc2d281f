import { problemsIn } from "../usage.js";
import type { Place } from "./record.js";
import type { Source } from "./source.js";
import { Branch, ShapeError, type Tree } from "./tree.js";

/** The text of a source that is in UTF-8. Throws a UsageError for one in UTF-16, as some shells write. */
export function textOfSource({ file, octets }: Source): string {
  if (/^(?:\xff\xfe|\xfe\xff)/.test(octets))
    throw problemsIn([{ file, line: 1, column: 1, text: "a file in UTF-16", hint: "save it in UTF-8" }]);
  const text = Buffer.from(octets, "latin1").toString("utf8");
  return text.startsWith("\ufeff") ? text.slice(1) : text;
}

/** What a file of JSON or YAML says, and where. */
export class Document {
  readonly file: string;
  /** The documents in it; one, if it is JSON. */
  readonly #roots: readonly Tree[];
  readonly #text: string;
  #lines: number[] | undefined;

  constructor(file: string, text: string, roots: readonly Tree[]) {
    this.file = file;
    this.#text = text;
    this.#roots = roots;
  }

  /** What `read` makes of it. Throws a UsageError where the file has not the form that it expects. */
  read<T>(read: (roots: readonly Tree[]) => T): T {
    try {
      return read(this.#roots);
    } catch (error) {
      if (!(error instanceof ShapeError)) throw error;
      const hint = "is it the file that the tool wrote?";
      throw problemsIn([{ file: this.file, ...this.lineAt(error.at), text: error.message, hint }]);
    }
  }

  /** The one map that the file is; throws a UsageError for another file. */
  readMap<T>(read: (top: Branch) => T): T {
    return this.read(([root]) => {
      if (!(root instanceof Branch)) throw new ShapeError("no map", 0);
      return read(root);
    });
  }

  placeOf({ at }: Branch): Place {
    return { file: this.file, ...this.lineAt(at) };
  }

  /** Line and column of an offset. */
  lineAt(offset: number): { line: number; column: number } {
    const lines = (this.#lines ??= lineStarts(this.#text));
    let low = 0;
    for (let high = lines.length; high - low > 1;) {
      const middle = (low + high) >> 1;
      if (lines[middle]! <= offset) low = middle;
      else high = middle;
    }
    return { line: low + 1, column: offset - lines[low]! + 1 };
  }
}

function lineStarts(text: string): number[] {
  const starts = [0];
  for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) starts.push(at + 1);
  return starts;
}

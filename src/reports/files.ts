import { lstat, readdir, stat } from "node:fs/promises";
import { join, resolve } from "node:path";
import { bounds } from "../bounds.js";

/** A file to read, or what stands in its place. */
export interface FileAt {
  path: string;
  /** As it is named in messages. */
  shown: string;
  /** Named by the user, not found in a folder. */
  named: boolean;
  /** Why it is not read. */
  fault?: { kind: "broken" | "left"; text: string };
}

/**
 * The files that paths stand for: a file itself, of a folder all that is below it, in the order of their names. A
 * symbolic link is followed where it is named and not where it is found, so that a folder of reports cannot lead out of
 * itself. What a mail program is still writing to a Maildir is left alone, and so are folders that are not entered.
 */
export async function* filesAt(
  paths: readonly string[],
  folder: string,
  entered: (name: string) => boolean = () => true,
): AsyncGenerator<FileAt> {
  for (const shown of paths) {
    if (shown === "-") {
      yield { path: "-", shown: "standard input", named: true };
      continue;
    }
    const path = resolve(folder, shown);
    const at = { path, shown, named: true };
    try {
      const found = await stat(path);
      if (found.isDirectory()) yield* below(path, shown, bounds.reports.folders, entered);
      else if (found.isFile()) yield at;
      else yield { ...at, fault: { kind: "broken", text: "not a regular file" } };
    } catch (error) {
      yield { ...at, fault: { kind: "broken", text: why(error) } };
    }
  }
}

async function* below(
  path: string,
  shown: string,
  depth: number,
  entered: (name: string) => boolean,
): AsyncGenerator<FileAt> {
  const at = { path, shown, named: false };
  if (depth === 0) {
    yield { ...at, fault: { kind: "left", text: `more than ${bounds.reports.folders} folders inside one another` } };
    return;
  }
  let names: string[];
  try {
    names = await readdir(path);
  } catch (error) {
    yield { ...at, fault: { kind: "broken", text: why(error) } };
    return;
  }
  const isMaildir = ["cur", "new", "tmp"].every((name) => names.includes(name));
  const wanted = isMaildir ? names.filter((name) => name !== "tmp") : names;
  for (const name of wanted.sort().slice(0, bounds.reports.listed)) {
    const inside = { path: join(path, name), shown: join(shown, name), named: false };
    try {
      const found = await lstat(inside.path);
      if (found.isDirectory()) {
        if (entered(name)) yield* below(inside.path, inside.shown, depth - 1, entered);
      } else if (found.isFile()) yield inside;
      else {
        const what = found.isSymbolicLink() ? "a symbolic link, which is not followed" : "not a regular file";
        yield { ...inside, fault: { kind: "left", text: what } };
      }
    } catch (error) {
      yield { ...inside, fault: { kind: "broken", text: why(error) } };
    }
  }
  if (wanted.length > bounds.reports.listed)
    yield { ...at, fault: { kind: "left", text: `only the first ${bounds.reports.listed} entries are looked at` } };
}

/** What the system says, in words. */
export function why(error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException;
  const known = {
    ENOENT: "no such file",
    EACCES: "it may not be read",
    ENOTDIR: "no such file",
    ELOOP: "links in a circle",
  };
  return known[code as keyof typeof known] ?? message.split("\n")[0]!;
}

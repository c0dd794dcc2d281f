import { closeSync, constants, fstatSync, openSync, readSync, realpathSync } from "node:fs";
import { isAbsolute, join, relative, resolve, sep } from "node:path";
import { bounds } from "../bounds.js";
import { why } from "../reports/files.js";
import type { Included } from "./source.js";

/** Where a path really leads, links followed; the system's own way, which needs no right to the folders above. */
export const realpath = (path: string): string => realpathSync.native(path);

/** Whether a way from a folder leads out of it. */
export const isOutside = (way: string): boolean => way === ".." || way.startsWith(`..${sep}`) || isAbsolute(way);

/** Why a file is not read. */
export class Unreadable extends Error {}

/** A regular file, or as much of its beginning as is wanted, a char for each octet. Throws an Unreadable. */
export function readOctets(path: string, wanted: number = bounds.zones.file): string {
  let file: number;
  try {
    // A pipe would wait for somebody to write to it.
    file = openSync(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
  } catch (error) {
    throw new Unreadable(why(error));
  }
  try {
    const found = fstatSync(file);
    if (!found.isFile()) throw new Unreadable("not a regular file");
    if (found.size > bounds.zones.file && wanted === bounds.zones.file)
      throw new Unreadable(`more than ${bounds.zones.file / 1024 / 1024} MB`);
    const octets = Buffer.allocUnsafe(Math.min(found.size, wanted));
    let length = 0;
    for (let read = -1; read !== 0 && length < octets.length; length += read)
      read = readSync(file, octets, length, octets.length - length, null);
    return octets.toString("latin1", 0, length);
  } finally {
    closeSync(file);
  }
}

/** How a file begins, by which its format is known. */
export const headOf = (path: string): string => readOctets(path, 65_536);

/** A folder that what is included may not lead out of, links followed. */
export class Root {
  readonly path: string;
  /** Files that were included, as they really are. */
  readonly included = new Set<string>();
  readonly #shown: string;
  readonly #real: string;

  /** Throws what the system says if there is no such folder. */
  constructor(path: string, shown: string) {
    this.path = path;
    this.#shown = shown;
    this.#real = realpath(path);
  }

  /** A path as it is named from here. */
  pathOf(path: string): string {
    return relative(this.path, path).replaceAll(sep, "/");
  }

  /** Reads a file that another one includes, by its path from here. */
  readonly include = (path: string): Included | undefined => {
    if (path.includes("\0")) return undefined;
    try {
      const real = realpath(resolve(this.path, path));
      if (isOutside(relative(this.#real, real))) return { refused: "a link out of the folder, which is not followed" };
      const octets = readOctets(real);
      this.included.add(real);
      return { file: join(this.#shown, path), octets };
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === "ENOENT") return undefined;
      return { refused: error instanceof Unreadable ? error.message : why(error) };
    }
  };
}

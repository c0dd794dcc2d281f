import { realpath, stat } from "node:fs/promises";
import { join, resolve, sep } from "node:path";
import { bounds } from "../bounds.js";
import type { FileState } from "../facts/postfix/seen.js";
import { readFile } from "../net/file.js";
import { NetError } from "../net/net.js";

/** A file that a configuration names: its octets, one char each, or why they are not there. */
export type Content =
  | { state: "read"; octets: string; changed: number }
  | { state: Exclude<FileState, "read">; problem?: string };

/** The files of a configuration: those of this machine, or of a copy of another's. */
export interface Files {
  /** By the name that the machine of the configuration knows a file by. */
  read(name: string, most?: number): Promise<Content>;
  /** When a file was last changed, in milliseconds since 1970. */
  changed(name: string): Promise<number | FileState>;
}

/**
 * Files of a copy: `folder` holds those of /etc/postfix, and `root`, where the whole of a file system was copied, all
 * others. Links that lead out of the copy are not followed: what is there is of this machine. What is not in the copy may
 * well be on that machine, so it counts as elsewhere and never as missing.
 */
export function filesOf({ folder, root, live }: { folder: string; root?: string; live: boolean }): Files {
  const place = async (name: string): Promise<string> => {
    if (!name.startsWith("/")) return "elsewhere";
    if (live) return name;
    const inside = name.startsWith("/etc/postfix/") ? [folder, name.slice("/etc/postfix/".length)] : [root, name];
    if (inside[0] === undefined) return "elsewhere";
    const base = await realpath(root ?? folder);
    try {
      const real = await realpath(join(resolve(inside[0]), inside[1]!));
      return real === base || real.startsWith(base + sep) ? real : "elsewhere";
    } catch (error) {
      return stateBy(error, live);
    }
  };
  return {
    async read(name, most = bounds.postfix.file) {
      const at = await place(name);
      if (isState(at)) return { state: at as Exclude<FileState, "read"> };
      try {
        const { mtimeMs } = await stat(at);
        const found = await readFile(at);
        if (found.outcome === "missing") return { state: live ? "missing" : "elsewhere" };
        if (found.size > most) return { state: "unreadable", problem: `it has ${found.size} bytes` };
        return { state: "read", octets: found.octets, changed: mtimeMs };
      } catch (error) {
        if (error instanceof NetError) return { state: "unreadable", problem: error.message };
        return { state: stateBy(error, live) };
      }
    },
    async changed(name) {
      const at = await place(name);
      if (isState(at)) return at as FileState;
      try {
        return (await stat(at)).mtimeMs;
      } catch (error) {
        return stateBy(error, live);
      }
    },
  };
}

const isState = (at: string): boolean => !at.startsWith("/");

function stateBy(error: unknown, live: boolean): "missing" | "elsewhere" | "unreadable" {
  const { code } = error as NodeJS.ErrnoException;
  if (code !== "ENOENT" && code !== "ENOTDIR") return "unreadable";
  return live ? "missing" : "elsewhere";
}

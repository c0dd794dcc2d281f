import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import { createGunzip, createZstdDecompress } from "node:zlib";
import { bounds } from "../bounds.js";
import { UsageError } from "../usage.js";

/** Hears of each line, and of each that is too long to be one. */
export interface Listener {
  add(line: string): void;
  skip(): void;
}

/** Files of a rotated set, the oldest first, and when the newest was written to. */
export async function inOrder(paths: readonly string[]): Promise<{ paths: string[]; latest: number }> {
  const dated = await Promise.all(
    paths.map(async (path) => {
      const found = await stat(path).catch(() => undefined);
      if (!found) throw new UsageError(`${path} is not there, or may not be read.`);
      if (found.isDirectory())
        throw new UsageError(`${path} is a folder; name the files of the log.`, `mailworthy log ${path}/mail.log*`);
      return { path, at: found.mtimeMs, turn: rotation(path) };
    }),
  );
  dated.sort((a, b) => b.turn - a.turn || a.at - b.at);
  return { paths: dated.map(({ path }) => path), latest: Math.max(...dated.map(({ at }) => at)) };
}

/** Which turn of the rotation a file is, 0 for the one that is written to: `mail.log.2.gz`. */
function rotation(path: string): number {
  const [, turn] = /\.(\d{1,4})(?:\.(?:gz|zst))?$/.exec(path) ?? [];
  return turn === undefined ? 0 : Number(turn);
}

/** Reads lines, one octet a character, from a file that may be compressed. */
export async function readLog(path: string, listener: Listener): Promise<void> {
  const file = createReadStream(path, { highWaterMark: bounds.log.chunk });
  const unpacked = path.endsWith(".gz") ? createGunzip() : path.endsWith(".zst") ? createZstdDecompress() : undefined;
  if (unpacked) file.on("error", (error) => unpacked.destroy(error)).pipe(unpacked);
  try {
    await readLines(unpacked ?? file, listener);
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (code === "EACCES") throw new UsageError(`${path} may not be read.`, "sudo mailworthy log …");
    // What was read before the damage counts.
    if (unpacked) listener.skip();
    else throw new UsageError(`${path}: ${message}`);
  }
}

/** Cuts octets into lines as they come. */
export async function readLines(octets: AsyncIterable<Uint8Array>, listener: Listener): Promise<void> {
  let rest = "";
  let skipping = false;
  const line = (text: string): void => {
    const end = text.charCodeAt(text.length - 1) === 13 ? text.length - 1 : text.length;
    if (end > bounds.log.line) listener.skip();
    else if (end > 0) listener.add(end === text.length ? text : text.slice(0, end));
  };
  for await (const piece of octets) {
    const text = Buffer.from(piece.buffer, piece.byteOffset, piece.length).toString("latin1");
    let from = 0;
    for (let end = text.indexOf("\n"); end >= 0; end = text.indexOf("\n", from)) {
      if (skipping) skipping = false;
      else line(rest === "" ? text.slice(from, end) : rest + text.slice(from, end));
      rest = "";
      from = end + 1;
    }
    if (skipping) continue;
    rest += text.slice(from);
    if (rest.length > bounds.log.line) {
      listener.skip();
      rest = "";
      skipping = true;
    }
  }
  if (rest !== "") line(rest);
}

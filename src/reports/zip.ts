import { buffer } from "node:stream/consumers";
import { Transform } from "node:stream";
import { type Entry, fromBufferPromise, type ZipFile } from "yauzl";
import { bounds } from "../bounds.js";
import { type Budget, Refused, tooMuch } from "./budget.js";

/**
 * The files in a zip archive, in memory and never on the disk. Throws Refused for an archive that is damaged, encrypted,
 * has names that lead out of a folder, or holds too much.
 */
export async function* unzip(octets: Uint8Array, budget: Budget): AsyncGenerator<{ name: string; octets: Uint8Array }> {
  let zip: ZipFile | undefined;
  try {
    zip = await fromBufferPromise(Buffer.from(octets.buffer, octets.byteOffset, octets.byteLength), {
      lazyEntries: true,
    });
    if (zip.entryCount > bounds.reports.entries)
      throw new Refused(`a zip archive of ${zip.entryCount} files; ${bounds.reports.entries} are read at most`);
    for await (const entry of zip.eachEntry()) {
      if (entry.fileName.endsWith("/")) continue;
      yield { name: entry.fileName, octets: await contents(zip, entry, budget) };
    }
  } catch (error) {
    if (error instanceof Refused) throw error;
    const [said] = (error as Error).message.split("\n");
    throw new Refused(`a zip archive that is damaged: ${said}`);
  } finally {
    zip?.close();
  }
}

async function contents(zip: ZipFile, entry: Entry, budget: Budget): Promise<Uint8Array> {
  if (entry.isEncrypted()) throw new Refused("a zip archive that is encrypted");
  const room = budget.roomFor(entry.compressedSize);
  if (entry.uncompressedSize > room) throw tooMuch(entry.compressedSize, room);
  const stream = await zip.openReadStreamPromise(entry);
  let length = 0;
  const bounded = new Transform({
    transform(piece: Buffer, _, done) {
      length += piece.length;
      done(length > room ? tooMuch(entry.compressedSize, room) : null, piece);
    },
  });
  stream.once("error", (error) => bounded.destroy(error));
  const found = await buffer(stream.pipe(bounded));
  budget.take(found.length);
  return found;
}

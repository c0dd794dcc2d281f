import { constants, type FileHandle, open } from "node:fs/promises";
import { bounds } from "../bounds.js";
import { type FileAt, filesAt, why } from "./files.js";
import type { Found } from "./found.js";
import { type Boxed, isMbox, messagesIn } from "./mbox.js";
import { unpack } from "./unpack.js";

/** Where reports are read from. */
export interface Sources {
  paths: readonly string[];
  /** The folder that paths start from. */
  folder: string;
  /** Standard input, for the path `-`. */
  input: () => AsyncIterable<Uint8Array>;
}

/** What one file holds, all at once; an mbox is read a message at a time, when it is its turn. */
type Contents = Iterable<Found> | AsyncIterable<Found>;

/**
 * All that is in some files and folders, in their order. A few files are read ahead; no more of them is in memory at a
 * time. Never throws for what a file holds: that is told in its place.
 */
export async function* readReports({ paths, folder, input }: Sources): AsyncGenerator<Found> {
  for await (const contents of ahead(filesAt(paths, folder), (at) => contentsOf(at, input))) yield* contents;
}

async function* ahead<T, R>(items: AsyncIterable<T>, work: (item: T) => Promise<R>): AsyncGenerator<R> {
  const flying: Promise<R>[] = [];
  for await (const item of items) {
    flying.push(work(item));
    if (flying.length >= bounds.reports.together) yield await flying.shift()!;
  }
  while (flying.length > 0) yield await flying.shift()!;
}

async function contentsOf(at: FileAt, input: Sources["input"]): Promise<Contents> {
  const { path, shown, named, fault } = at;
  if (fault) return [{ file: shown, ...fault }];
  try {
    const found = path === "-" ? await fromInput(input(), shown) : await fromFile(path, shown);
    if (!named || !Array.isArray(found)) return found;
    // Who names a file means it to be read.
    return found.map((one): Found => (one.kind === "foreign" ? { ...one, kind: "broken" } : one));
  } catch (error) {
    return [{ kind: "broken", file: shown, text: why(error) }];
  }
}

async function fromFile(path: string, shown: string): Promise<Contents> {
  const handle = await open(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
  let kept = false;
  try {
    const { size } = await handle.stat();
    const head = Buffer.alloc(Math.min(size, 5));
    await handle.read(head, 0, head.length, 0);
    if (isMbox(head)) {
      if (size > bounds.reports.mbox) return [tooLong(shown, size, bounds.reports.mbox)];
      kept = true;
      return boxed(messagesIn(closing(handle)), shown);
    }
    if (size > bounds.reports.file) return [tooLong(shown, size, bounds.reports.file)];
    return await unpack(await whole(handle, size), shown);
  } finally {
    if (!kept) await handle.close();
  }
}

/** What stands in a file, also where it grows while it is read. */
async function whole(handle: FileHandle, size: number): Promise<Uint8Array> {
  const octets = Buffer.allocUnsafe(size);
  let length = 0;
  while (length < size) {
    const { bytesRead } = await handle.read(octets, length, size - length, length);
    if (bytesRead === 0) break;
    length += bytesRead;
  }
  return octets.subarray(0, length);
}

async function* closing(handle: FileHandle): AsyncGenerator<Uint8Array> {
  try {
    yield* handle.createReadStream({ start: 0, autoClose: false, highWaterMark: 1024 * 1024 }) as AsyncIterable<Buffer>;
  } finally {
    await handle.close();
  }
}

async function fromInput(pieces: AsyncIterable<Uint8Array>, shown: string): Promise<Contents> {
  const iterator = pieces[Symbol.asyncIterator]();
  const first: Uint8Array[] = [];
  let size = 0;
  let ended = false;
  const more = async (): Promise<void> => {
    const { value, done } = await iterator.next();
    if (done) ended = true;
    else {
      first.push(value);
      size += value.length;
    }
  };
  while (size < 5 && !ended) await more();
  if (isMbox(Buffer.concat(first))) return boxed(messagesIn(joined(first, iterator)), shown);
  while (!ended && size <= bounds.reports.file) await more();
  if (size > bounds.reports.file) return [tooLong(shown, size, bounds.reports.file)];
  return unpack(Buffer.concat(first), shown);
}

async function* joined(first: readonly Uint8Array[], rest: AsyncIterator<Uint8Array>): AsyncGenerator<Uint8Array> {
  yield* first;
  yield* { [Symbol.asyncIterator]: () => rest };
}

async function* boxed(messages: AsyncIterable<Boxed>, shown: string): AsyncGenerator<Found> {
  try {
    for await (const { line, octets } of messages) {
      if (!octets) {
        yield { kind: "broken", file: shown, line, text: `a message of more than ${bounds.reports.message} bytes` };
        continue;
      }
      for (const found of await unpack(octets, shown)) yield found.kind === "broken" ? { line, ...found } : found;
    }
  } catch (error) {
    yield { kind: "broken", file: shown, text: why(error) };
  }
}

const tooLong = (file: string, size: number, most: number): Found => ({
  kind: "broken",
  file,
  text: `${size} bytes; ${most} are read at most`,
});

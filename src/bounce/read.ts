import { createReadStream } from "node:fs";
import { open } from "node:fs/promises";
import { bounds } from "../bounds.js";
import { filesAt, why } from "../reports/files.js";
import { isMbox, messagesIn } from "../reports/mbox.js";
import { type Letter, readLetter } from "./letter.js";

/** A mail that was read, or why a file was not. */
export type Mail = { file: string; line?: number } & ({ letter: Letter } | { problem: string });

/** Where mails are read from. */
export interface Sources {
  paths: readonly string[];
  /** The folder that paths start from. */
  folder: string;
  /** Standard input, for the path `-`. */
  input: () => AsyncIterable<Uint8Array>;
}

/**
 * The mails of some files, folders, Maildirs and mboxes, in their order, one in memory at a time. Never throws for what
 * a file holds: that is told in its place.
 */
export async function* readMails({ paths, folder, input }: Sources): AsyncGenerator<Mail> {
  for await (const { path, shown: file, fault } of filesAt(paths, folder)) {
    if (fault?.kind === "left") continue;
    if (fault) {
      yield { file, problem: fault.text };
      continue;
    }
    try {
      if (path === "-") yield* mailsIn(input(), file);
      else if (await beginsMbox(path)) yield* boxed(createReadStream(path, { highWaterMark: 1024 * 1024 }), file);
      else yield* mailsIn(createReadStream(path, { highWaterMark: 1024 * 1024 }), file);
    } catch (error) {
      yield { file, problem: why(error) };
    }
  }
}

async function beginsMbox(path: string): Promise<boolean> {
  const handle = await open(path);
  try {
    const head = Buffer.alloc(5);
    await handle.read(head, 0, head.length, 0);
    return isMbox(head);
  } finally {
    await handle.close();
  }
}

/** One mail, or where it begins as one, an mbox. */
async function* mailsIn(pieces: AsyncIterable<Uint8Array>, file: string): AsyncGenerator<Mail> {
  const read: Uint8Array[] = [];
  let size = 0;
  for await (const piece of pieces) {
    read.push(piece);
    size += piece.length;
    if (size > bounds.bounce.size) {
      yield { file, problem: `more than ${bounds.bounce.size} bytes; a mail is read up to that` };
      return;
    }
  }
  const octets = Buffer.concat(read);
  if (octets.length === 0) yield { file, problem: "an empty file" };
  else if (isMbox(octets)) yield* boxed(once(octets), file);
  else yield { file, letter: readLetter(octets) };
}

async function* boxed(pieces: AsyncIterable<Uint8Array>, file: string): AsyncGenerator<Mail> {
  for await (const { line, octets } of messagesIn(pieces, bounds.bounce.size))
    yield octets
      ? { file, line, letter: readLetter(octets) }
      : { file, line, problem: `a mail of more than ${bounds.bounce.size} bytes` };
}

async function* once<T>(one: T): AsyncGenerator<T> {
  yield one;
}

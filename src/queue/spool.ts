import { constants, open, readdir, stat } from "node:fs/promises";
import { join } from "node:path";
import { bounds } from "../bounds.js";
import { queueId } from "../syntax/postqueue.js";
import { parseQueueFile } from "../syntax/queue-file.js";
import type { Spool } from "./census.js";

/** A file of a queue; queues may be spread over folders of one character (hash_queue_names). */
export interface QueueFile {
  id: string;
  path: string;
}

/** The files of one queue. Folders that go while they are listed are empty. */
export async function* filesIn(directory: string, queue: string): AsyncGenerator<QueueFile> {
  yield* below(join(directory, queue), 0);
}

async function* below(folder: string, depth: number): AsyncGenerator<QueueFile> {
  const entries = await readdir(folder, { withFileTypes: true }).catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return [];
    throw error;
  });
  for (const entry of entries) {
    const path = join(folder, entry.name);
    if (entry.isDirectory() && entry.name.length === 1 && depth < 16) yield* below(path, depth + 1);
    else if (entry.isFile() && queueId.test(entry.name)) yield { id: entry.name, path };
  }
}

/** What only the files tell: those set aside, when mail is tried next, and who logged in to send it. */
export async function lookAround(directory: string, now: number): Promise<Spool> {
  const next: Spool["next"] = { first: null, due: 0 };
  const logins = new Map<string, { messages: number; senders: Set<string> }>();
  let looked = 0;
  for (const queue of ["deferred", "active", "incoming", "hold"])
    for await (const { path } of filesIn(directory, queue)) {
      if (queue === "deferred") {
        // The queue manager keeps the time of the next try as that of the file.
        const at = await stat(path).then(
          ({ mtimeMs }) => mtimeMs,
          () => undefined,
        );
        if (at !== undefined && at <= now) next.due++;
        if (at !== undefined) next.first = Math.min(next.first ?? at, at);
      }
      if (looked >= bounds.queue.files) continue;
      const envelope = parseQueueFile(await beginning(path, bounds.queue.envelope));
      if (!envelope) continue;
      looked++;
      if (envelope.login === null) continue;
      const known = logins.get(envelope.login) ?? { messages: 0, senders: new Set() };
      known.messages++;
      if (envelope.sender !== null) known.senders.add(envelope.sender);
      logins.set(envelope.login, known);
    }
  return {
    directory,
    corrupt: await setAside(directory),
    next,
    logins: [...logins]
      .map(([login, { messages, senders }]) => ({ login, messages, senders: senders.size }))
      .sort((a, b) => b.messages - a.messages || (a.login < b.login ? -1 : 1))
      .slice(0, 20),
    looked,
  };
}

async function setAside(directory: string): Promise<Spool["corrupt"]> {
  const found: Spool["corrupt"] = [];
  for await (const { id, path } of filesIn(directory, "corrupt")) {
    if (found.length >= bounds.queue.corrupt) break;
    const about = await stat(path).catch(() => undefined);
    if (about) found.push({ id, size: about.size, at: about.mtimeMs });
  }
  return found.sort((a, b) => a.at - b.at);
}

/** The first octets of a file; none where it has gone. A queue holds files only, and no link is followed. */
export async function beginning(path: string, most: number): Promise<Uint8Array> {
  const handle = await open(path, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK).catch(
    () => undefined,
  );
  if (!handle) return new Uint8Array();
  try {
    const buffer = Buffer.alloc(most);
    const { bytesRead } = await handle.read(buffer, 0, most, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await handle.close();
  }
}

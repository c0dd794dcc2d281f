import { appendFile, constants, copyFile, link, open, readFile, stat, unlink } from "node:fs/promises";
import { join } from "node:path";
import type { Queued } from "../syntax/postqueue.js";
import { hashOf, type Saved } from "./backup.js";
import type { Journal } from "./journal.js";
import { listed } from "./picked.js";
import type { Postfix } from "./postfix.js";
import { filesIn } from "./spool.js";
import { postsuper } from "./super.js";

/** What came of a message that was to be restored. */
export interface Restored {
  id: string;
  /** Its id now; a short one is made of the place of its file. */
  now?: string;
  why?: string;
}

/**
 * Puts saved messages back: each is copied beside the queues, given the name that Postfix expects of it, and linked into
 * the queue of those on hold, where nothing may stand yet. Those that were not on hold before are released then. That they
 * are there is seen in the listing.
 */
export async function restore(
  messages: readonly Saved[],
  { postfix, journal, stamp }: { postfix: Postfix; journal: Journal; stamp: string },
): Promise<Restored[]> {
  const directory = await postfix.setting("queue_directory");
  const before = await listed(postfix);
  const twins = new Map([...before.values()].map((message) => [likeness(message), message.id]));
  const earlier = await restoredEarlier(journal.folder, stamp);
  const taken = new Set<string>();
  for (const queue of ["incoming", "active", "deferred", "hold", "corrupt"])
    for await (const { id } of filesIn(directory, queue)) taken.add(id);
  await journal.note({ operation: "restore", backup: stamp, begun: messages.map(({ id }) => id) });
  const found: Restored[] = [];
  for (const saved of messages) {
    const twin = twins.get(likeness({ ...saved, recipients: saved.recipients.map((address) => ({ address })) }));
    const was = earlier.get(saved.id);
    if (twin !== undefined) found.push({ id: saved.id, why: `it is in the queue, as ${twin}` });
    else if (was !== undefined) found.push({ id: saved.id, why: `it was restored before, as ${was}` });
    else found.push(await putBack(saved, join(journal.folder, stamp, "queue", saved.id), directory, taken));
  }
  const hashed = (await postfix.setting("hash_queue_names")).split(/[\s,]+/).includes("hold");
  if (hashed) await postfix.run("postsuper", ["-s"]);
  const after = await listed(postfix);
  const back = found.map((one, at): Restored => {
    const { arrival, sender } = messages[at]!;
    const entry = one.now === undefined ? undefined : after.get(one.now);
    const same = entry !== undefined && entry.arrival === arrival && entry.sender === sender;
    return one.now === undefined || same ? one : { id: one.id, why: "Postfix does not list it" };
  });
  const free = back.flatMap(({ now }, at) => (now !== undefined && messages[at]!.queue !== "hold" ? [now] : []));
  await postsuper(postfix, "-H", free);
  const restored = back.filter(({ now }) => now !== undefined);
  const lines = restored.map((one) => `${JSON.stringify(one)}\n`).join("");
  await appendFile(join(journal.folder, stamp, restoredList), lines, { mode: 0o600, flush: true });
  await journal.note({ operation: "restore", backup: stamp, done: back });
  return back;
}

const restoredList = "restored.jsonl";

/** What was restored from a backup, with the ids it got: a message that was delivered since must not come again. */
async function restoredEarlier(folder: string, stamp: string): Promise<Map<string, string>> {
  const text = await readFile(join(folder, stamp, restoredList), "utf8").catch(() => "");
  const lines = text.split("\n").filter(Boolean);
  return new Map(lines.map((line) => JSON.parse(line) as Restored).map(({ id, now = "" }) => [id, now]));
}

/** What two entries of one message have in common, whatever its id. */
const likeness = ({ arrival, sender, size, recipients }: Like): string =>
  JSON.stringify([arrival, sender, size, recipients.map(({ address }) => address).sort()]);

type Like = Pick<Queued, "arrival" | "sender" | "size"> & { recipients: readonly { address: string }[] };

/** Long ids have a letter z before the inode, and no hexadecimal digit is one (enable_long_queue_ids). */
const isLong = (id: string): boolean => !/^[0-9A-F]+$/.test(id);

async function putBack(saved: Saved, copy: string, directory: string, taken: Set<string>): Promise<Restored> {
  const hash = await hashOf(copy).catch(() => undefined);
  if (hash !== saved.sha256) return { id: saved.id, why: "its copy in the backup is missing or was changed" };
  const beside = join(directory, `.mailworthy-${process.pid}-${saved.id}`);
  try {
    await copyFile(copy, beside, constants.COPYFILE_EXCL);
    const { uid, gid } = await stat(join(directory, "hold"));
    const handle = await open(beside, "r+");
    let inode: bigint;
    try {
      inode = (await handle.stat({ bigint: true })).ino;
      await handle.chown(uid, gid);
      // What is complete is marked as executable for its owner.
      await handle.chmod(0o700);
      await handle.sync();
    } finally {
      await handle.close();
    }
    // A short id is the microseconds of arrival and the inode; only those of the file itself are believed.
    const name = isLong(saved.id) ? saved.id : `${saved.id.slice(0, 5)}${inode.toString(16).toUpperCase()}`;
    if (taken.has(name)) return { id: saved.id, why: `the id ${name} is in use by another message` };
    taken.add(name);
    await link(beside, join(directory, "hold", name));
    return { id: saved.id, now: name };
  } catch (error) {
    return { id: saved.id, why: (error as Error).message };
  } finally {
    await unlink(beside).catch(() => {});
  }
}

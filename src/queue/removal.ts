import type { Queued } from "../syntax/postqueue.js";
import { UsageError } from "../usage.js";
import { Backup } from "./backup.js";
import { type Changed, type Reasoned, stillThere } from "./change.js";
import type { Journal } from "./journal.js";
import { isSame, listed } from "./picked.js";
import type { Postfix } from "./postfix.js";
import { filesIn } from "./spool.js";
import { postsuper } from "./super.js";

/** Messages that are held and saved, and not yet deleted. */
export interface Secured {
  backup: Backup;
  messages: Queued[];
  /** Those that nobody held before. */
  held: string[];
  left: Reasoned[];
  failed: Reasoned[];
}

interface Place {
  postfix: Postfix;
  journal: Journal;
  now: number;
}

/**
 * Holds messages, so that nothing else touches them and no other message takes their ids, sees that they are still those
 * that were picked, and saves them. Where anything is amiss, what was held is released and nothing else has happened.
 */
export async function secure(messages: readonly Queued[], { postfix, journal, now }: Place): Promise<Secured> {
  const { same, left } = stillThere(messages, await listed(postfix));
  const failed: Reasoned[] = [];
  const before = new Map(same.map((message) => [message.id, message.queue]));
  const held = same.filter(({ queue }) => queue !== "hold").map(({ id }) => id);
  const backup = await Backup.begin(journal.folder, now);
  await journal.note({ operation: "delete", step: "hold", backup: backup.stamp, ids: held });
  try {
    await postsuper(postfix, "-h", held);
    const after = await listed(postfix);
    const safe: Queued[] = [];
    for (const message of same) {
      const found = after.get(message.id);
      if (isSame(message, found) && found!.queue === "hold") safe.push(found!);
      else if (found === undefined) left.push({ id: message.id, why: "it has left the queue" });
      else if (isSame(message, found)) failed.push({ id: message.id, why: "Postfix did not hold it" });
      else throw new UsageError(`the id ${message.id} is that of another message now; nothing was deleted.`);
    }
    const files = new Map<string, string>();
    for await (const { id, path } of filesIn(await postfix.setting("queue_directory"), "hold")) files.set(id, path);
    const saved: Queued[] = [];
    for (const message of safe) {
      const path = files.get(message.id);
      if (path === undefined) {
        failed.push({ id: message.id, why: "its file was not found" });
        continue;
      }
      await backup.save(message, path, before.get(message.id)!, postfix);
      saved.push(message);
    }
    await backup.end();
    await journal.note({ operation: "delete", step: "saved", backup: backup.stamp, ids: saved.map(({ id }) => id) });
    return { backup, messages: saved, held, left, failed };
  } catch (error) {
    await backup.end().catch(() => {});
    await letGo(held, { postfix, journal, now });
    throw error;
  }
}

/** Releases what was held for it. */
export async function letGo(held: readonly string[], { postfix, journal }: Place): Promise<void> {
  await postsuper(postfix, "-H", held);
  await journal.note({ operation: "delete", step: "released", ids: held });
}

/** Deletes what is secured, from the messages on hold only, and looks whether it has gone. */
export async function remove(
  { messages, backup, left, ...secured }: Secured,
  { postfix, journal }: Place,
): Promise<Changed> {
  await postsuper(
    postfix,
    "-d",
    messages.map(({ id }) => id),
    "hold",
  );
  const after = await listed(postfix);
  const done: string[] = [];
  const failed = [...secured.failed];
  for (const message of messages) {
    if (isSame(message, after.get(message.id))) failed.push({ id: message.id, why: "Postfix did not delete it" });
    else done.push(message.id);
  }
  await journal.note({ operation: "delete", step: "done", backup: backup.stamp, done, left, failed });
  return { done, left, failed };
}

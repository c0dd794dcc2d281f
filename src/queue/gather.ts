import { UsageError } from "../usage.js";
import type { Census } from "./census.js";
import { Count } from "./count.js";
import { listQueue, readListing } from "./listing.js";
import type { Postfix } from "./postfix.js";
import { lookAround } from "./spool.js";

/** The queue of a running Postfix, and of its spool what may be read. */
export async function gatherQueue(postfix: Postfix, now: number): Promise<Census> {
  const count = new Count(now);
  await listQueue(postfix, count);
  return count.census(await spoolOf(postfix, now));
}

async function spoolOf(postfix: Postfix, now: number): Promise<Census["spool"]> {
  try {
    return await lookAround(await postfix.setting("queue_directory"), now);
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    return { unread: code === "EACCES" ? "only root may read the spool" : message };
  }
}

/** A listing that was saved, as of a time: nobody knows the spool it was made from. */
export async function gatherListing(from: string | AsyncIterable<Uint8Array>, now: number): Promise<Census> {
  const count = new Count(now);
  await readListing(from, count);
  const census = count.census({ unread: "a saved listing tells nothing of the spool", gone: true });
  const found = Object.keys(census.queues).length;
  if (found === 0 && census.unreadable > 0)
    throw new UsageError(
      "no line of it is one of postqueue -j.",
      "postqueue -j > queue.json; mailworthy queue queue.json",
    );
  return census;
}

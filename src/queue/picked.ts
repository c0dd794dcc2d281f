import { bounds } from "../bounds.js";
import type { Queued } from "../syntax/postqueue.js";
import { UsageError } from "../usage.js";
import { listQueue } from "./listing.js";
import type { Postfix } from "./postfix.js";
import { isMeant, type Selection } from "./selection.js";

/** Messages that are meant, and out of how many. */
export interface Picked {
  messages: Queued[];
  total: number;
}

/** Lists the queue and picks from it. */
export async function pick(postfix: Postfix, selection: Selection, now: number): Promise<Picked> {
  const messages = new Map<string, Queued>();
  const seen = new Set<string>();
  await listQueue(postfix, {
    add(message) {
      seen.add(message.id);
      if (!isMeant(selection, message, now)) return;
      if (messages.size >= bounds.queue.taken)
        throw new UsageError(`more than ${bounds.queue.taken} messages; narrow it.`);
      // A message that moves while it is listed comes twice: where it was last is where it is.
      messages.set(message.id, message);
    },
    skip() {},
  });
  return { messages: [...messages.values()], total: seen.size };
}

/** All that is listed, by id. */
export async function listed(postfix: Postfix): Promise<Map<string, Queued>> {
  const found = new Map<string, Queued>();
  await listQueue(postfix, { add: (message) => void found.set(message.id, message), skip() {} });
  return found;
}

/** Whether two entries are of one message: an id may be another's by now (enable_long_queue_ids). The size may grow. */
export const isSame = (a: Queued, b: Queued | undefined): boolean =>
  b !== undefined && a.id === b.id && a.arrival === b.arrival && a.sender === b.sender;

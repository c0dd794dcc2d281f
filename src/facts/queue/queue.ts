import { absent, defineFact, isAbsent } from "../../fact.js";
import { NetError } from "../../net/net.js";
import type { Census, Held } from "../../queue/census.js";

/** A queue as it was counted. */
export const queue = defineFact({
  id: "queue",
  of: "queue",
  reaches: "file",
  gather: async (name, { local }) => (await local("queue", name)) as Census,
});

const empty: Held = { messages: 0, bytes: 0, oldest: null };

/** What waits in the deferred queue, how long the oldest has, and how much there is in all queues. */
export const queueDeferred = defineFact({
  id: "queue-deferred",
  of: "queue",
  reaches: "file",
  async gather(name, { ask }) {
    const found = await ask(queue, name);
    if (isAbsent(found)) return found;
    const { queues, at, destinations } = found;
    const held = queues["deferred"] ?? empty;
    return { ...held, age: held.oldest === null ? null : at - held.oldest, destinations };
  },
});

/** What is on hold, and since when. */
export const queueHeld = defineFact({
  id: "queue-held",
  of: "queue",
  reaches: "file",
  async gather(name, { ask }) {
    const found = await ask(queue, name);
    if (isAbsent(found)) return found;
    const held = found.queues["hold"] ?? empty;
    return { ...held, age: held.oldest === null ? null : found.at - held.oldest };
  },
});

/** Who sends most of what is queued, and how much the mail system itself does. */
export const queueSenders = defineFact({
  id: "queue-senders",
  of: "queue",
  reaches: "file",
  async gather(name, { ask }) {
    const found = await ask(queue, name);
    if (isAbsent(found)) return found;
    const total = Object.values(found.queues).reduce((sum, { messages }) => sum + messages, 0);
    return { total, senders: found.senders, reports: found.reports };
  },
});

/** What the files of a queue tell; absent for a listing that was saved, unknown where they may not be read. */
export const queueSpool = defineFact({
  id: "queue-spool",
  of: "queue",
  reaches: "file",
  async gather(name, { ask }) {
    const found = await ask(queue, name);
    if (isAbsent(found)) return found;
    const { spool } = found;
    if (!("unread" in spool)) return spool;
    if (spool.gone) return absent(spool.unread);
    throw new NetError("blocked", spool.unread, {
      because: { id: "queue/spool", text: spool.unread, next: ["sudo mailworthy queue"] },
    });
  },
});

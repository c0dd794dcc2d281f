import { absent, defineFact, type Fact, isAbsent } from "../../fact.js";
import type { Holdup } from "../../queue/census.js";
import { queue } from "./queue.js";

/** What is held up by some causes: how much, and for which destinations, those with most first. */
export interface HeldUp {
  messages: number;
  holdups: Holdup[];
}

function heldUpBy(id: string, ...causes: Holdup["cause"][]): Fact<"queue", HeldUp> {
  return defineFact({
    id,
    of: "queue",
    reaches: "file",
    async gather(name, { ask }) {
      const found = await ask(queue, name);
      if (isAbsent(found)) return found;
      const holdups = found.causes.filter(({ cause }) => causes.includes(cause));
      return { messages: holdups.reduce((sum, { messages }) => sum + messages, 0), holdups };
    },
  });
}

export const queueUnreachable = heldUpBy("queue-unreachable", "refused", "unreachable", "silent", "connection lost");
export const queueUnresolved = heldUpBy("queue-unresolved", "dns", "hostunknown");
export const queueInsecure = heldUpBy("queue-insecure", "tls", "failedstarttls");
export const queueThrottled = heldUpBy("queue-throttled", "ratelimited");
export const queueListed = heldUpBy("queue-listed", "blocked", "badreputation");
export const queueBroken = heldUpBy("queue-broken", "misconfigured", "no room here", "not logged in", "loop");

/** The causes that hold most up: one at one destination, and one over all destinations. Absent where nothing is deferred. */
export const queueMainCause = defineFact({
  id: "queue-main-cause",
  of: "queue",
  reaches: "file",
  async gather(name, { ask }) {
    const found = await ask(queue, name);
    if (isAbsent(found)) return found;
    const [first] = found.causes;
    const total = found.queues["deferred"]?.messages ?? 0;
    if (!first || total === 0) return absent("nothing is deferred");
    const sums = new Map<string, { messages: number; destinations: number; one: Holdup }>();
    for (const one of found.causes) {
      const sum = sums.get(one.cause) ?? { messages: 0, destinations: 0, one };
      sums.set(one.cause, {
        ...sum,
        messages: sum.messages + one.messages,
        destinations: sum.destinations + one.destinations,
      });
    }
    const [overall] = [...sums.values()].sort((a, b) => b.messages - a.messages);
    return { total, first, overall: overall!, holdups: found.causes };
  },
});

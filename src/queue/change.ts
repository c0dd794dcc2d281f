import type { Queued } from "../syntax/postqueue.js";
import { UsageError } from "../usage.js";
import type { Journal } from "./journal.js";
import { isSame, listed } from "./picked.js";
import type { Postfix } from "./postfix.js";
import { type Deed, postsuper } from "./super.js";

/** Operations that lose nothing. */
export type Change = "hold" | "release" | "requeue" | "expire" | "flush";

/** What came of an operation, by id. */
export interface Changed {
  done: string[];
  /** Those that it is nothing for, or that are no longer there, and why. */
  left: Reasoned[];
  /** Those that Postfix did not do it to. */
  failed: Reasoned[];
}

export interface Reasoned {
  id: string;
  why: string;
}

interface Kind {
  deed?: Deed;
  /** Why it is nothing for a message; undefined where it is. */
  bars?(message: Queued): string | undefined;
  /** Whether it was done, by where the message is now; undefined where it is no longer listed. */
  holds(before: Queued, after: Queued | undefined): boolean;
}

const kinds: Record<Change, Kind> = {
  hold: {
    deed: "-h",
    bars: ({ queue }) => (queue === "hold" ? "it is on hold already" : undefined),
    holds: (_, after) => after?.queue === "hold",
  },
  release: {
    deed: "-H",
    bars: ({ queue }) => (queue === "hold" ? undefined : "it is not on hold"),
    holds: (_, after) => after?.queue !== "hold",
  },
  // A message that is queued anew comes in again, under an id of its own.
  requeue: { deed: "-r", holds: (before, after) => after?.queue !== before.queue },
  expire: {
    deed: "-e",
    bars: ({ queue }) => (queue === "hold" ? "it is on hold; release it first" : undefined),
    holds: (_, after) => after === undefined || after.expiring,
  },
  flush: {
    bars: ({ queue }) => (queue === "deferred" ? undefined : queue === "hold" ? "it is on hold" : "it is not deferred"),
    holds: () => true,
  },
};

/** Those of the messages that an operation is something for, and why it is nothing for the others. */
export function divided(change: Change, messages: readonly Queued[]): { fit: Queued[]; left: Reasoned[] } {
  const fit: Queued[] = [];
  const left: Reasoned[] = [];
  for (const message of messages) {
    const why = kinds[change].bars?.(message);
    if (why === undefined) fit.push(message);
    else left.push({ id: message.id, why });
  }
  return { fit, left };
}

/**
 * Carries it out on messages that are still what they were when they were picked, and looks at the queue again to tell
 * what was done.
 */
export async function carryOut(
  change: Change,
  messages: readonly Queued[],
  { postfix, journal }: { postfix: Postfix; journal: Journal },
): Promise<Changed> {
  const { deed, holds } = kinds[change];
  const { same, left } = stillThere(messages, await listed(postfix));
  const ids = same.map(({ id }) => id);
  await journal.note({ operation: change, begun: ids });
  if (deed) await postsuper(postfix, deed, ids);
  else await tryAgain(postfix, ids);
  const after = await listed(postfix);
  const done: string[] = [];
  const failed: Reasoned[] = [];
  for (const message of same) {
    const now = after.get(message.id);
    if (holds(message, isSame(message, now) ? now : undefined)) done.push(message.id);
    else failed.push({ id: message.id, why: "Postfix did not do it" });
  }
  await journal.note({ operation: change, done, left, failed });
  return { done, left, failed };
}

/** Those that are still what they were; the others have been delivered, or their ids are another's by now. */
export function stillThere(
  messages: readonly Queued[],
  now: ReadonlyMap<string, Queued>,
): { same: Queued[]; left: Reasoned[] } {
  const same: Queued[] = [];
  const left: Reasoned[] = [];
  for (const message of messages) {
    const found = now.get(message.id);
    if (isSame(message, found)) same.push(found!);
    else left.push({ id: message.id, why: found ? "its id is that of another message now" : "it has left the queue" });
  }
  return { same, left };
}

/** Has each message tried at once; there is no way to name several. */
async function tryAgain(postfix: Postfix, ids: readonly string[]): Promise<void> {
  for (const id of ids) {
    const { stderr } = await postfix.run("postqueue", ["-i", id]);
    if (/: fatal: /.test(stderr)) throw new UsageError(stderr.trim().split("\n")[0]!.slice(0, 300));
  }
}

import { readDuration } from "../duration.js";
import { readCondition, readQueue, readReason, readSize, type Selection } from "../queue/selection.js";
import type { Flags, Given } from "./flags.js";
import { UsageError } from "../usage.js";

const which = "Which messages (all that is said must hold)";
export const selecting = {
  to: {
    value: "PLACE",
    many: ",",
    group: which,
    help: "to a domain, an address, or .example.com for the names below it",
  },
  from: { value: "PLACE", many: ",", group: which, help: "from there; '<>' is what the mail system sends itself" },
  older: { value: "DURATION", read: readDuration, group: which, help: "in the queue for longer than 30m, 2h, 3d" },
  larger: { value: "SIZE", read: readSize, group: which, help: "larger than 500k, 10M" },
  reason: {
    value: "CAUSE",
    many: ",",
    read: readReason,
    group: which,
    help: "waiting for this: a cause as shown, or a code: 4.7.28",
  },
  in: {
    value: "QUEUE",
    many: ",",
    read: readQueue,
    group: which,
    help: "deferred, active, hold, incoming, maildrop; all",
  },
  where: {
    value: "TEST",
    many: "again",
    read: readCondition,
    group: which,
    help: "'to!=x', 'said~text', 'age>2d', 'size<10k', 'recipients>50'",
  },
} as const satisfies Flags;

const done = "What is done (nothing, unless --apply is given)";
export const applying = {
  apply: { group: done, help: "do it, after the count is typed" },
  expect: {
    value: "N",
    read: readNumber,
    group: done,
    help: "the count, where nobody can type it; another count: nothing is done",
  },
  backup: { value: "DIR", complete: "files", group: done, help: "default: /var/backups/mailworthy" },
} as const satisfies Flags;

/** What the flags and ids select. */
export const selectionOf = (given: Given<typeof selecting>, ids: readonly string[]): Selection => ({
  ids,
  to: given.to,
  from: given.from,
  ...(given.older !== undefined && { older: given.older }),
  ...(given.larger !== undefined && { larger: given.larger }),
  reason: given.reason,
  in: given.in,
  where: given.where,
});

function readNumber(text: string): number {
  if (!/^\d{1,9}$/.test(text)) throw new UsageError(`"${text}" is not a number of messages`);
  return Number(text);
}

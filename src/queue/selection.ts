import type { Queued } from "../syntax/postqueue.js";
import { nearest } from "../nearest.js";
import { readDuration } from "../duration.js";
import { UsageError } from "../usage.js";
import { deferralCauses } from "../data/deferral-causes.js";
import { bounceReasons } from "../data/bounce-reasons.js";
import { causeOf } from "./cause.js";
import { domainOf } from "./domain.js";

/** Which messages are meant: each part that is given narrows it further; within one part any of the values will do. */
export interface Selection {
  ids?: readonly string[];
  /** A domain, an address, or with a dot before it the names below a domain. */
  to?: readonly string[];
  /** The same of the sender; `<>` for what the mail system sends itself. */
  from?: readonly string[];
  /** Milliseconds. */
  older?: number;
  /** Bytes. */
  larger?: number;
  /** A cause, or a reply or status code in what was said. */
  reason?: readonly string[];
  /** Names of queues; `all` for each. */
  in?: readonly string[];
  where?: readonly Condition[];
}

export type Condition = (message: Queued, now: number) => boolean;

/** Whether anything narrows it: without that nothing is selected, so that nobody means every message by saying nothing. */
export const isNarrowed = (selection: Selection): boolean =>
  Object.values(selection).some((part) => (Array.isArray(part) ? part.length > 0 : part !== undefined));

/** Whether a message is meant, at a time in milliseconds since 1970. */
export function isMeant(selection: Selection, message: Queued, now: number): boolean {
  const { ids, to, from, older, larger, reason, where } = selection;
  const queues = selection.in;
  return (
    (!ids?.length || ids.includes(message.id)) &&
    (!to?.length || to.some((one) => goesTo(message, one))) &&
    (!from?.length || from.some((one) => comesFrom(message, one))) &&
    (older === undefined || now - message.arrival * 1_000 > older) &&
    (larger === undefined || message.size > larger) &&
    (!reason?.length || reason.some((one) => waitsFor(message, one))) &&
    (!queues?.length || queues.includes("all") || queues.includes(message.queue)) &&
    (where ?? []).every((condition) => condition(message, now))
  );
}

const goesTo = ({ recipients }: Queued, place: string): boolean =>
  recipients.some(({ address }) => isAt(address, place));

const comesFrom = ({ sender }: Queued, place: string): boolean =>
  place === "<>" || place.toUpperCase() === "MAILER-DAEMON" ? sender === "" : sender !== "" && isAt(sender, place);

/** Whether an address is this one, or at this domain; `.example.com` stands for the names below it. */
function isAt(address: string, place: string): boolean {
  const wanted = place.toLowerCase();
  if (wanted.includes("@") && !wanted.startsWith("@")) return address.toLowerCase() === wanted;
  const domain = domainOf(address);
  return wanted.startsWith(".") ? domain.endsWith(wanted) : domain === wanted.replace(/^@/, "");
}

const waitsFor = ({ recipients, queue }: Queued, what: string): boolean =>
  recipients.some(({ reason }) =>
    code.test(what)
      ? reason !== null &&
        new RegExp(String.raw`(?<![\d.])${what.replaceAll(".", String.raw`\.`)}(?![\d.]*\d)`).test(reason)
      : causeOf(reason) === what && (reason !== null || queue === "deferred"),
  );

const code = /^(?:[45]\d\d|[45]\.\d{1,3}\.\d{1,3})$/;
const causes = [...Object.keys(deferralCauses), ...Object.keys(bounceReasons), "not yet tried"];

/** A cause as it is written on the command line: `connection-lost` too. */
export function readReason(text: string): string {
  const plain = text.trim().toLowerCase();
  const word = causes.find((cause) => cause === plain || cause.replaceAll(" ", "-") === plain);
  if (word !== undefined) return word;
  if (code.test(plain)) return plain;
  const meant = nearest(plain, causes);
  throw new UsageError(
    `no cause "${text}"${meant ? `. Did you mean ${meant}?` : ": those that mailworthy queue shows, or a code such as 4.7.28"}`,
  );
}

const queues = ["maildrop", "incoming", "active", "deferred", "hold", "all"];

export function readQueue(text: string): string {
  if (queues.includes(text)) return text;
  const meant = nearest(text, queues);
  const more = /[./]/.test(text) ? "; a saved listing is a word of its own: mailworthy queue FILE" : "";
  throw new UsageError(
    `no queue "${text}"${meant ? `. Did you mean ${meant}?` : `; there is ${queues.join(", ")}${more}`}`,
  );
}

const sizes: Record<string, number> = { "": 1, k: 1e3, M: 1e6, G: 1e9 };

/** Bytes, as `500k`, `10M`. */
export function readSize(text: string): number {
  const [, count, unit] = /^(\d{1,12}(?:\.\d{1,3})?)([kMG]?)B?$/.exec(text.trim()) ?? [];
  if (count === undefined) throw new UsageError(`"${text}" is not a size`, "write 500k or 10M");
  return Math.round(Number(count) * sizes[unit!]!);
}

const form = /^\s*(to|from|reason|said|in|age|size|recipients)\s*(!=|=|>|<|~)\s*(.{1,500}?)\s*$/;
const fields: Readonly<
  Record<string, { ops: string; read(value: string): (message: Queued, now: number) => boolean | number }>
> = {
  to: { ops: "= !=", read: (value) => (message) => goesTo(message, value) },
  from: { ops: "= !=", read: (value) => (message) => comesFrom(message, value) },
  reason: {
    ops: "= !=",
    read: (value) =>
      (
        (what) => (message) =>
          waitsFor(message, what)
      )(readReason(value)),
  },
  in: {
    ops: "= !=",
    read: (value) =>
      (
        (queue) => (message) =>
          queue === "all" || message.queue === queue
      )(readQueue(value)),
  },
  said: {
    ops: "~",
    read: (value) => (message) =>
      message.recipients.some(({ reason }) => reason?.toLowerCase().includes(value.toLowerCase()) ?? false),
  },
  age: {
    ops: "> <",
    read: (value) =>
      (
        (limit) => (message, now) =>
          now - message.arrival * 1_000 - limit
      )(readDuration(value)),
  },
  size: {
    ops: "> <",
    read: (value) =>
      (
        (limit) => (message) =>
          message.size - limit
      )(readSize(value)),
  },
  recipients: {
    ops: "> <",
    read(value) {
      if (!/^\d{1,9}$/.test(value)) throw new UsageError(`"${value}" is not a number`);
      return ({ recipients }) => recipients.length - Number(value);
    },
  },
};

/** A condition as it is written: `to=example.com`, `from!=ann@example.com`, `said~timed out`, `age>2d`, `size<10k`. */
export function readCondition(text: string): Condition {
  const [, name, op, value] = form.exec(text) ?? [];
  const field = name === undefined ? undefined : fields[name];
  if (!field || !field.ops.split(" ").includes(op!))
    throw new UsageError(
      `"${text}" is not a condition`,
      "to= from= reason= in= (or !=), said~text, and age size recipients with > or <, as in 'age>2d'",
    );
  const holds = field.read(value!);
  return (message, now) => {
    const found = holds(message, now);
    if (typeof found === "number") return op === ">" ? found > 0 : found < 0;
    return op === "!=" ? !found : found;
  };
}

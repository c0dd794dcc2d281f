import { bounds } from "../bounds.js";
import type { Queued } from "../syntax/postqueue.js";
import { bucketOf, buckets } from "./ages.js";
import { about, type CauseName, causeOf } from "./cause.js";
import { domainOf } from "./domain.js";
import type { Census, Destination, Held, Holdup } from "./census.js";

/** Counts messages as they are listed, in memory that is bounded, whatever their number. */
export class Count {
  private readonly at: number;
  private readonly seen = new Set<string>();
  private readonly queues = new Map<string, Held>();
  private readonly destinations = new Map<string, Destination>();
  private readonly rest = { destinations: 0, messages: 0, ages: blank() };
  private readonly all = blank();
  private readonly holdups = new Map<string, Holdup>();
  private readonly senders = new Map<string, { messages: number; domains: Set<string> }>();
  private reports = 0;
  private unreadable = 0;

  /** `at`: the time of the listing, milliseconds since 1970. */
  constructor(at: number) {
    this.at = at;
  }

  /** A message; one that moved while it was listed is counted where it was seen first. */
  add(message: Queued): void {
    if (this.seen.has(message.id)) return;
    if (this.seen.size < bounds.queue.messages) this.seen.add(message.id);
    const arrival = message.arrival * 1_000;
    const queue = this.queues.get(message.queue) ?? { messages: 0, bytes: 0, oldest: null };
    this.queues.set(message.queue, queue);
    queue.messages++;
    queue.bytes += message.size;
    queue.oldest = Math.min(queue.oldest ?? arrival, arrival);
    const to = new Map<string, { address: string; reason: string | null }[]>();
    for (const recipient of message.recipients) {
      const domain = domainOf(recipient.address);
      const known = to.get(domain);
      if (known) known.push(recipient);
      else to.set(domain, [recipient]);
    }
    this.from(message.sender, to.keys());
    if (message.queue !== "deferred") return;
    const bucket = bucketOf(this.at - arrival);
    this.all[bucket]!++;
    for (const [domain, recipients] of to) {
      this.waits(domain, bucket);
      const causes = new Map<CauseName, string | null>(recipients.map(({ reason }) => [causeOf(reason), reason]));
      // Who was tried tells why; the others wait along.
      if (causes.size > 1) causes.delete("not yet tried");
      for (const [cause, example] of causes) this.holds(domain, cause, arrival, example);
    }
  }

  /** A line that is no message. */
  skip(): void {
    this.unreadable++;
  }

  private from(sender: string, domains: Iterable<string>): void {
    if (sender === "") {
      this.reports++;
      return;
    }
    const known = this.senders.get(sender) ?? { messages: 0, domains: new Set() };
    if (this.senders.size >= bounds.queue.names && !this.senders.has(sender)) return;
    known.messages++;
    for (const domain of domains) if (known.domains.size < bounds.queue.domains) known.domains.add(domain);
    this.senders.set(sender, known);
  }

  private waits(domain: string, bucket: number): void {
    let known = this.destinations.get(domain);
    if (!known && this.destinations.size >= bounds.queue.names) {
      this.rest.messages++;
      this.rest.ages[bucket]!++;
      return;
    }
    if (!known) this.destinations.set(domain, (known = { domain, messages: 0, ages: blank() }));
    known.messages++;
    known.ages[bucket]!++;
  }

  private holds(domain: string, cause: CauseName, arrival: number, example: string | null): void {
    const key = `${domain} ${cause}`;
    const known = this.holdups.get(key);
    if (known) {
      known.messages++;
      known.oldest = Math.min(known.oldest, arrival);
    } else if (this.holdups.size < bounds.queue.names) {
      const { means, who, remedy, checks } = about(cause);
      this.holdups.set(key, {
        domain,
        destinations: 1,
        cause,
        means,
        who,
        remedy,
        checks,
        messages: 1,
        oldest: arrival,
        example,
      });
    }
  }

  census(spool: Census["spool"]): Census {
    const { told } = bounds.queue;
    const ordered = [...this.destinations.values()].sort(most((one) => one.domain));
    const left = ordered.slice(told);
    return {
      at: this.at,
      queues: Object.fromEntries(this.queues),
      destinations: ordered.slice(0, told),
      others: left.reduce(
        (sum, one) => ({
          destinations: sum.destinations + 1,
          messages: sum.messages + one.messages,
          ages: sum.ages.map((count, at) => count + one.ages[at]!),
        }),
        this.rest,
      ),
      ages: this.all,
      causes: folded([...this.holdups.values()].sort(most((one) => `${one.domain} ${one.cause}`)), told),
      reports: this.reports,
      senders: [...this.senders]
        .map(([sender, { messages, domains }]) => ({ sender, messages, domains: domains.size }))
        .sort(most((one) => one.sender))
        .slice(0, 20),
      spool,
      unreadable: this.unreadable,
    };
  }
}

/** The first of them, and the others as one of each cause. */
function folded(holdups: readonly Holdup[], told: number): Holdup[] {
  const rest = new Map<CauseName, Holdup>();
  for (const one of holdups.slice(told)) {
    const known = rest.get(one.cause);
    rest.set(one.cause, {
      ...one,
      domain: "other destinations",
      destinations: (known?.destinations ?? 0) + 1,
      messages: (known?.messages ?? 0) + one.messages,
      oldest: Math.min(known?.oldest ?? one.oldest, one.oldest),
      example: known?.example ?? one.example,
    });
  }
  return [...holdups.slice(0, told), ...rest.values()];
}

const blank = (): number[] => Array.from({ length: buckets }, () => 0);

/** Those with most messages first, equals by name. */
const most =
  <T extends { messages: number }>(name: (one: T) => string) =>
  (a: T, b: T): number =>
    b.messages - a.messages || (name(a) < name(b) ? -1 : 1);

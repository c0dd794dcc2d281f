import { bounds } from "../bounds.js";
import { bounceReasons, type ReasonName } from "../data/bounce-reasons.js";
import type { Bounced, Outcome } from "./bounced.js";
import type { Letter } from "./letter.js";

/** One recipient, in what file and when. */
export interface Told extends Bounced {
  file: string;
  line?: number;
  date: string | null;
}

/** Those that have one cause. */
export interface Cause {
  reason: ReasonName;
  recipients: number;
  /** One of their diagnostics. */
  example: string | null;
  /** ISO 8601; the first and last date among the mails, where they tell one. */
  first: string | null;
  last: string | null;
}

export interface Summary {
  mails: number;
  bounces: number;
  complaints: number;
  autoReplies: number;
  challenges: number;
  others: number;
  recipients: number;
  outcomes: Partial<Record<Outcome, number>>;
  /** The commonest first. */
  causes: Cause[];
  domains: { name: string; recipients: number }[];
  hosts: { name: string; recipients: number }[];
}

/** What mails say in all, in memory that is bounded, whatever their number. */
export class Sums {
  /** The first recipients, up to a bound. */
  readonly told: Told[] = [];
  private readonly counts = {
    mails: 0,
    bounce: 0,
    feedback: 0,
    "auto-reply": 0,
    challenge: 0,
    other: 0,
    recipients: 0,
  };
  private readonly outcomes: Partial<Record<Outcome, number>> = {};
  private readonly causes = new Map<ReasonName, Cause>();
  private readonly domains = new Map<string, number>();
  private readonly hosts = new Map<string, number>();

  add(letter: Letter, at: { file: string; line?: number }): void {
    this.counts.mails++;
    this.counts[letter.kind]++;
    if (letter.kind !== "bounce" && letter.kind !== "feedback") return;
    for (const one of letter.recipients) {
      this.counts.recipients++;
      this.outcomes[one.outcome] = (this.outcomes[one.outcome] ?? 0) + 1;
      this.cause(one, letter.date);
      note(this.domains, one.address.slice(one.address.lastIndexOf("@") + 1).toLowerCase());
      if (one.host !== null) note(this.hosts, one.host);
      if (this.told.length < bounds.bounce.told) this.told.push({ ...one, ...at, date: letter.date });
    }
  }

  private cause({ reason, diagnostic }: Bounced, date: string | null): void {
    const cause = this.causes.get(reason) ?? { reason, recipients: 0, example: diagnostic, first: date, last: date };
    cause.recipients++;
    cause.example ??= diagnostic;
    if (date !== null && (cause.first === null || date < cause.first)) cause.first = date;
    if (date !== null && (cause.last === null || date > cause.last)) cause.last = date;
    this.causes.set(reason, cause);
  }

  summary(): Summary {
    const { mails, bounce, feedback, challenge, other, recipients } = this.counts;
    return {
      mails,
      bounces: bounce,
      complaints: feedback,
      autoReplies: this.counts["auto-reply"],
      challenges: challenge,
      others: other,
      recipients,
      outcomes: this.outcomes,
      causes: [...this.causes.values()].sort((a, b) => b.recipients - a.recipients || (a.reason < b.reason ? -1 : 1)),
      domains: ranking(this.domains),
      hosts: ranking(this.hosts),
    };
  }
}

/** What is known of a reason, with a recipient of it, for JSON. */
export const explained = ({ file, line, ...one }: Told): object => {
  const { who, retry, means, remedy, checks } = bounceReasons[one.reason];
  return {
    file,
    ...(line !== undefined && { line }),
    ...one,
    means,
    who,
    retry: retry && one.outcome !== "delivered",
    remedy,
    checks,
  };
};

function note(counts: Map<string, number>, name: string): void {
  if (name === "" || (!counts.has(name) && counts.size >= bounds.bounce.names)) return;
  counts.set(name, (counts.get(name) ?? 0) + 1);
}

const ranking = (counts: ReadonlyMap<string, number>): { name: string; recipients: number }[] =>
  [...counts]
    .map(([name, recipients]) => ({ name, recipients }))
    .sort((a, b) => b.recipients - a.recipients || (a.name < b.name ? -1 : 1));

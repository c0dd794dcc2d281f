import type { Ranked } from "./ranking.js";

/** Totals as pflogsumm counts them; what cleanup refuses is among the received, as in its 1.1.5. */
export interface Totals {
  received: number;
  delivered: number;
  forwarded: number;
  /** Messages that were deferred at least once, and how often in all. */
  deferred: number;
  deferrals: number;
  bounced: number;
  canceled: number;
  expired: number;
  rejected: number;
  rejectWarnings: number;
  held: number;
  discarded: number;
  bytesReceived: number;
  bytesDelivered: number;
}

/** What one hour or one day saw. */
export interface Traffic {
  received: number;
  delivered: number;
  deferred: number;
  bounced: number;
  rejected: number;
}

/** Seconds: half of all, 95 of 100, and the longest. */
export interface Delay {
  median: number;
  p95: number;
  longest: number;
}

/** Why mail was deferred or came back. */
export interface Failing {
  cause: string;
  count: number;
  means: string;
  who: string;
  remedy: string;
  checks: readonly string[];
  /** Destinations that it happened at most. */
  destinations: Ranked[];
  example: string;
}

export interface Recipients {
  domain: string;
  delivered: number;
  bytes: number;
  deferred: number;
  bounced: number;
  delay: Delay;
}

/** Logins that failed from one address or for one account. */
export interface Attack {
  address: string;
  failures: number;
  /** Most within one hour. */
  hourly: number;
}

/** All that is told of a log, in plain values. Times are those on the wall of the machine that wrote it, as if UTC. */
export interface Summary {
  files: number;
  /** Lines in all: of Postfix, of other programs, left out by --since and --until, and those that no timestamp begins. */
  lines: { all: number; postfix: number; other: number; outside: number; unreadable: number; long: number };
  /** The first lines that could not be read. */
  unreadable: string[];
  from: number | null;
  to: number | null;
  totals: Totals;
  hours: Traffic[];
  days: Record<string, Traffic>;
  /** Messages still on their way at the end, and those given up to bound memory. */
  unfinished: number;
  forgotten: number;
  senders: Ranked[];
  sendersBySize: Ranked[];
  recipients: Ranked[];
  domains: Recipients[];
  clients: Ranked[];
  delay: Delay;
  /** Where delay arises: before the queue, in it, connecting, sending (delays=a/b/c/d). */
  stages: { before: Delay; queue: Delay; connect: Delay; send: Delay };
  deferrals: Failing[];
  bounces: Failing[];
  rejects: Ranked[];
  rejectedClients: Ranked[];
  tls: { received: number; sent: number; versions: Ranked[]; failures: Ranked[] };
  logins: { accounts: Ranked[]; failures: number; failedAccounts: Ranked[]; attacks: Attack[] };
  postscreen: Ranked[];
  warnings: Ranked[];
  fatal: Ranked[];
  /** Lines that tell of a full disk or a failing resolver, by text. */
  diskFull: Ranked[];
  /** Names that were given up to bound memory; counts under them are in the totals only. */
  dropped: number;
}

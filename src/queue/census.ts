import type { CauseName } from "./cause.js";

/** All that is known of a queue, in plain values: what the checks judge and the screen shows. Times are milliseconds since 1970. */
export interface Census {
  at: number;
  queues: Record<string, Held>;
  /** Recipients' domains of what is deferred, those with most messages first. */
  destinations: Destination[];
  /** Those that are not listed. */
  others: { destinations: number; messages: number; ages: number[] };
  /** Messages by bucket of age, each once. */
  ages: number[];
  /** Why deferred mail waits, one entry a destination and cause, those that hold most first. */
  causes: Holdup[];
  /** Messages of the mail system itself: bounces and other reports. */
  reports: number;
  /** Senders with most messages, of all queues. */
  senders: Sender[];
  /** What only the spool tells; or why it was not read. */
  spool: Spool | Unread;
  /** Lines that are no entry of a listing. */
  unreadable: number;
}

/** Why the spool was not read; `gone`: a listing that was saved has none. */
export interface Unread {
  unread: string;
  gone?: true;
}

/** What one queue holds. */
export interface Held {
  messages: number;
  bytes: number;
  oldest: number | null;
}

export interface Destination {
  domain: string;
  messages: number;
  ages: number[];
}

/** What holds up mail for a destination, or for several where there are too many to tell each. */
export interface Holdup {
  domain: string;
  destinations: number;
  cause: CauseName;
  messages: number;
  /** What it means, who can mend it and how, and the checks that confirm it. */
  means: string;
  who: string;
  remedy: string;
  checks: readonly string[];
  /** When the oldest of them came. */
  oldest: number;
  /** One of the reasons as Postfix tells it. */
  example: string | null;
}

export interface Sender {
  sender: string;
  messages: number;
  /** Domains it writes to, up to a bound. */
  domains: number;
}

export interface Spool {
  directory: string;
  /** Files that Postfix set aside because it could not read them. */
  corrupt: { id: string; size: number; at: number }[];
  /** When deferred mail is tried next: the first, and how much of it is due already. */
  next: { first: number | null; due: number };
  /** Who logged in to send what is queued, as far as files were looked into. */
  logins: { login: string; messages: number; senders: number }[];
  looked: number;
}

import type { Cause } from "./fact.js";
import type { Envelope, LocalKind } from "./subject.js";

/** What a domain does with mail; it decides which checks apply. */
export type Role = "sends" | "receives" | "parked";

/** What the user asks about. */
export type Target = DomainTarget | MessageTarget | LocalTarget;

/** A domain, and what DNS cannot tell about it. */
export interface DomainTarget {
  domain: string;
  message?: undefined;
  local?: undefined;
  /** Inferred from the records where left out. */
  role?: readonly Role[];
  /** Mail hosts to look at instead of those that the MX records name. */
  hosts?: readonly string[];
  /** Addresses that send for the domain; the words `spf` and `mx` add those that its SPF record and its MX name. */
  senders?: readonly string[];
  /** Domains that stand in MAIL FROM of what it sends, such as one for bounces. */
  mailFrom?: readonly string[];
  /** Domains that stand in d= of its DKIM signatures; the domain itself where selectors are declared and this is not. */
  signing?: readonly string[];
  selectors?: readonly string[];
  /**
   * Selectors and sending addresses that reports or messages show. They are looked at where none is declared, and only as
   * far as DNS still bears them out: whoever wrote them may have been wrong, and keys are taken out of use.
   */
  learnt?: { readonly selectors?: readonly string[]; readonly senders?: readonly string[] };
  /** Public keys, base64 of SubjectPublicKeyInfo, by selector: what DNS must hold. */
  keys?: Readonly<Record<string, string>>;
  /** Ports to try on each mail host, besides what the checks need. */
  ports?: readonly number[];
  tags?: readonly string[];
}

/** A message, and how it came. */
export interface MessageTarget {
  /** The file it is in. */
  message: string;
  domain?: undefined;
  local?: undefined;
  envelope?: Envelope;
  tags?: readonly string[];
}

/** The queue, the log or the configuration of a mail server. */
export interface LocalTarget {
  local: LocalKind;
  name: string;
  domain?: undefined;
  message?: undefined;
  tags?: readonly string[];
}

/** A target by its name: the domain, the file of the message, or what a local thing is called. */
export const nameOf = (target: Target): string =>
  target.local === undefined ? (target.message ?? target.domain) : target.name;

/** The roles a domain was judged by, and where they come from. */
export interface Roles {
  roles: readonly Role[];
  declared: boolean;
  /** What the inference rests on. */
  because: string;
  unsure?: Unsure;
}

/** Roles that the domain may have or not, since what they hang on could not be learnt. */
export interface Unsure {
  roles: readonly Role[];
  reason: string;
  cause?: Cause;
}

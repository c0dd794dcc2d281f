/**
 * What a check looks at. Every field is plain text, so a subject is JSON as it stands, and every subject that belongs
 * to a domain says which in `domain`. A check runs once for each subject of its kind; nothing loops inside a check.
 */

/** The place measured from: this machine, its resolver and its way out. One in a run. */
export interface Vantage {
  kind: "vantage";
  name: string;
  domain?: never;
}
/** A DNS blocklist or allowlist that the run consults, by its zone. One for each list in a run. */
export interface List {
  kind: "list";
  name: string;
  domain?: never;
}
/**
 * What bears findings: a waiver of the configuration, a comment in a zone, or an entry of a baseline that covers nothing
 * any more; so that an ended, stale or wrong one is a finding like any other.
 */
export interface Waived {
  kind: "waiver";
  name: string;
  /** What it is called: `waiver`, `comment` or `entry of the baseline`. */
  called: string;
  check: string;
  reason?: string;
  until?: string;
  /** Why it cannot be followed. */
  fault?: string;
  /** Whether it covers something; missing where that is not known, as what it names was not judged. */
  use?: "used" | "stale";
  /** Where it stands. */
  file?: string;
  line?: number;
  domain?: never;
}

export interface Domain {
  kind: "domain";
  name: string;
  domain: string;
  /** No DKIM selector is declared or learnt, so that only guessing can find one. */
  guessing?: true;
  /** The DKIM selectors that are declared. */
  selectors?: string[];
  /** The declared domains in MAIL FROM, and in d= of its signatures, of what it sends. */
  mailFrom?: string[];
  signing?: string[];
}
/** A DKIM selector in use; `name` is the whole name, s1._domainkey.example.com. */
export interface Selector {
  kind: "selector";
  name: string;
  domain: string;
  selector: string;
  /** All that are known of the domain, this one among them. */
  selectors: string[];
  expectedKey?: string;
  /** Not declared: reports or messages show it. */
  learnt?: true;
}
/** A host that receives mail for the domain. */
export interface Host {
  kind: "host";
  name: string;
  domain: string;
}
/** One address of a mail host; `name` is the address. */
export interface Address {
  kind: "address";
  name: string;
  domain: string;
  host: string;
}
/** A port that the user asks about, on one address of a mail host. */
export interface Endpoint {
  kind: "endpoint";
  name: string;
  domain: string;
  host: string;
  address: string;
  port: number;
}
/** An address that sends for the domain; `name` is the address. */
export interface Sender {
  kind: "sender";
  name: string;
  domain: string;
  declared: boolean;
  /** Reports show it. */
  learnt?: true;
}

/** A domain that stands in MAIL FROM of what the domain sends; `name` is that domain. */
export interface ReversePath {
  kind: "reverse-path";
  name: string;
  domain: string;
}

/** A message in a file; `domain` is that of its author, where there is one. */
export interface Message {
  kind: "message";
  /** The file as it was given. */
  name: string;
  domain?: string;
  envelope?: Envelope;
}

/** What lies here and not in DNS or behind a port; gathered by a command before it is judged. */
export type LocalKind = "queue" | "log" | "postfix" | "zone";

/** Messages that wait in a queue; `name` says which queue: that of this machine, or the file it was saved in. */
export interface Queue {
  kind: "queue";
  name: string;
  domain?: never;
}
/** What a mail server logged; `name` is the files, as they were given. */
export interface Log {
  kind: "log";
  name: string;
  domain?: never;
}
/** A configuration of Postfix; `name` is its folder. */
export interface Postfix {
  kind: "postfix";
  name: string;
  domain?: never;
}

/** A zone that somebody proposes to serve; `name` is its apex. */
export interface ProposedZone {
  kind: "zone";
  name: string;
  domain: string;
}

/** How a message came by SMTP, as far as that is known from elsewhere than the message. */
export interface Envelope {
  /** The address of the client. */
  ip?: string;
  /** What the client called itself in EHLO or HELO. */
  helo?: string;
  /** The reverse-path; empty for a bounce. */
  mailFrom?: string;
  /** Whether the client came by TLS. */
  tls?: boolean;
}

export interface Subjects {
  vantage: Vantage;
  list: List;
  waiver: Waived;
  domain: Domain;
  selector: Selector;
  host: Host;
  address: Address;
  endpoint: Endpoint;
  sender: Sender;
  "reverse-path": ReversePath;
  message: Message;
  queue: Queue;
  log: Log;
  postfix: Postfix;
  zone: ProposedZone;
}
export type Kind = keyof Subjects;
export type Subject = Subjects[Kind];

/**
 * What a fact is gathered for: the identity of its subject and nothing else, so that whatever two domains have in
 * common is looked at once. An `ip` is the bytes of an address, whoever it belongs to. An address of a host is both,
 * since the name asked for decides which certificate a server shows (RFC 6066 §3). A `keyring` is the declared DKIM
 * selectors of a domain, taken together; its `identifiers` are the declared domains that vouch for its mail.
 */
export interface Identities {
  vantage: string;
  list: string;
  domain: string;
  selector: string;
  keyring: { domain: string; selectors: string[] };
  identifiers: { domain: string; mailFrom: string[]; signing: string[] };
  host: string;
  ip: string;
  address: { host: string; ip: string };
  endpoint: { host: string; ip: string; port: number };
  sender: { ip: string; domain: string };
  "reverse-path": string;
  message: { file: string; envelope: Envelope };
  queue: string;
  log: string;
  postfix: string;
  zone: string;
}
export type Identified = keyof Identities;

/** The facts that a check on each kind may use: those of the kind, and of what it belongs to. */
export interface Reachable {
  vantage: "vantage";
  list: "list" | "vantage";
  waiver: never;
  domain: "domain" | "keyring" | "identifiers" | "vantage";
  selector: "selector" | "keyring" | "domain" | "vantage";
  host: "host" | "domain" | "vantage";
  address: "address" | "ip" | "host" | "domain" | "vantage";
  endpoint: "endpoint" | "ip" | "host" | "domain" | "vantage";
  sender: "sender" | "ip" | "domain" | "vantage";
  "reverse-path": "reverse-path" | "domain" | "vantage";
  message: "message" | "vantage";
  queue: "queue" | "vantage";
  log: "log" | "vantage";
  postfix: "postfix" | "vantage";
  zone: "zone" | "domain" | "vantage";
}

/** The identity, of the kind a fact asks for, of a subject or of what it belongs to. */
export function identify<K extends Identified>(subject: Subject, of: K): Identities[K] {
  return identity(subject, of) as Identities[K];
}

/** Kinds whose identity is their name. */
const byName: ReadonlySet<Identified> = new Set([
  "list",
  "selector",
  "host",
  "reverse-path",
  "queue",
  "log",
  "postfix",
  "zone",
]);

function identity(subject: Subject, of: Identified): Identities[Identified] {
  if (of === "vantage") return "here";
  if (of === "domain" && subject.domain) return subject.domain;
  if (subject.kind === "domain" && of === "identifiers") {
    const { domain, mailFrom = [], selectors = [], signing = selectors.length > 0 ? [domain] : [] } = subject;
    return { domain, mailFrom, signing };
  }
  if (subject.kind === of && byName.has(of)) return subject.name;
  switch (subject.kind) {
    case "domain":
    case "selector":
      if (of === "keyring") return { domain: subject.domain, selectors: subject.selectors ?? [] };
      break;
    case "address":
      if (of === "ip") return subject.name;
      if (of === "host") return subject.host;
      if (of === "address") return { host: subject.host, ip: subject.name };
      break;
    case "endpoint":
      if (of === "ip") return subject.address;
      if (of === "host") return subject.host;
      if (of === "endpoint") return { host: subject.host, ip: subject.address, port: subject.port };
      break;
    case "sender":
      if (of === "ip") return subject.name;
      if (of === "sender") return { ip: subject.name, domain: subject.domain };
      break;
    case "message":
      if (of === "message") return { file: subject.name, envelope: subject.envelope ?? {} };
  }
  throw new TypeError(`a ${subject.kind} has no ${of}`);
}

const fromReports = " (learnt from reports)";

/** The subject in words, as every reporter names it: `mx1.example.com [192.0.2.1]`. */
export function label(subject: Subject): string {
  switch (subject.kind) {
    case "address":
      return `${subject.host} [${subject.name}]`;
    case "endpoint":
      return `${subject.host} [${subject.address}]:${subject.port}`;
    case "selector":
      return subject.name + (subject.learnt ? fromReports : "");
    case "sender":
      return `${subject.domain} from ${subject.name}${subject.learnt ? fromReports : ""}`;
    default:
      return subject.name;
  }
}

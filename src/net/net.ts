import type { RecordData, RecordType } from "../syntax/record.js";
import type { Exhibit } from "../finding.js";
import type { Cause } from "../fact.js";
import type { LocalKind } from "../subject.js";

export type { RecordData, RecordType };

/** Why something could not be learnt. "No such name", "refused", "550" are answers and never thrown. */
export type NetErrorCode =
  | "timeout" // nobody answered in time
  | "servfail" // the resolver or authority could not or would not answer: SERVFAIL, REFUSED, NOTIMP, NOTAUTH
  | "malformed" // an answer came that nobody can read
  | "reset" // the connection ended in the middle
  | "unreachable" // no route, or prohibited on the way
  | "busy" // 421, 450, 451, 554 by policy: the other side will not talk to us now
  | "tls" // a handshake that says nothing about the other side
  | "limit" // more than we take or ask
  | "blocked" // this place may not ask: port 25 shut, a blocklist that refuses our resolver
  | "offline" // asking is not allowed in this run
  | "history" // only earlier runs could tell
  | "interrupted";

/** What all copies of the package know a failure by: a plugin may bring its own. */
const failure = Symbol.for("mailworthy.NetError");

/** A failure to learn something. */
export class NetError extends Error {
  static override [Symbol.hasInstance](value: unknown): value is NetError {
    return typeof value === "object" && value !== null && failure in value;
  }
  get [failure](): true {
    return true;
  }
  override name = "NetError";
  readonly code: NetErrorCode;
  /** What it hangs on, when more than this may hang on it. */
  readonly because?: Cause;
  /** What was seen all the same. */
  readonly seen?: Exhibit[];
  /** What the other side said in place of what was due; then the failure is its answer, not silence. */
  readonly said?: Said;
  constructor(code: NetErrorCode, message: string, more: { because?: Cause; seen?: Exhibit[]; said?: Said } = {}) {
    super(message);
    this.code = code;
    if (more.because) this.because = more.because;
    if (more.seen) this.seen = more.seen;
    if (more.said) this.said = more.said;
  }
}

export interface Said {
  /** A TLS alert by its name: handshake_failure, protocol_version (RFC 8446 §6). */
  alert?: string;
  /** Bytes that are no reply, or no TLS, one char a byte; shortened. */
  text?: string;
  /** The connection was refused. */
  refused?: true;
  /** Why a DNS server has no answer, by the codes of its extended errors (RFC 8914 §4). */
  extended?: number[];
}

/** Everything outside, behind one interface. All values are plain, so they can be recorded and replayed. */
export interface Net {
  /** One question, answered with certainty or thrown. Names are absolute, without the last dot. */
  dns<T extends RecordType>(name: string, type: T, how?: DnsHow & Bound): Promise<Answer<T>>;
  /** Whether a TCP port opens. */
  reach(at: Place, bound?: Bound): Promise<Reached>;
  /** One polite SMTP session up to QUIT; whatever the other side says or does after the connection is a value. */
  smtp(at: SmtpPlace, bound?: Bound): Promise<SmtpSession>;
  /** One GET, no redirect followed. */
  https(url: string, how?: HttpsHow & Bound): Promise<HttpsAnswer>;
  /** A file that the user named, up to a bound; that there is none is a value. */
  file(name: string, bound?: Bound): Promise<FileAnswer>;
  /** What a command gathered of a queue, a log or a configuration, as the module that gathers it describes. */
  local(kind: LocalKind, name: string): Promise<unknown>;
  /** Milliseconds since 1970: of the clock, or of the day that is replayed. */
  now(): number;
  /** How the net is set up, in words: its resolvers. */
  about(): string[];
  close?(): void | Promise<void>;
}

export interface Bound {
  signal?: AbortSignal;
}

export interface DnsHow {
  /** An address, with a port if not 53, of a server to ask instead of the resolver; recursion is then not desired. */
  server?: string;
  /** Checking disabled: the answer even if its signatures are bogus (RFC 4035 §3.2.2). */
  cd?: boolean;
  /** With the signatures of what is asked for (DO, RFC 3225). */
  dnssec?: boolean;
}

export interface HttpsHow {
  /** The body is certificates in PEM, to be read and judged by these roots, PEM. */
  roots?: string;
}

/** An answer that is certain: records, no such type (NODATA) or no such name. */
export interface Answer<T extends RecordType = RecordType> {
  name: string;
  type: T;
  rcode: "NOERROR" | "NXDOMAIN";
  /** Records of the type asked, at the end of the alias chain. */
  records: ResourceRecord<T>[];
  /** The names that CNAME records led through, in order; the last is where the records are. */
  aliases: string[];
  /** The aliases lead in a circle. */
  loop?: boolean;
  ad: boolean;
  /** Milliseconds that it took when it was asked for; who asks again gets the same. */
  took?: number;
  /** The signatures of the records, where they were asked for and passed on. */
  signatures?: ResourceRecord<"RRSIG">[];
  server: string;
  /** It was asked with a key of the user's, which is not shown. */
  withKey?: true;
  /** Remarks: asked again over TCP, a server that failed before, extended errors (RFC 8914). */
  notes?: string[];
}

export interface ResourceRecord<T extends RecordType = RecordType> {
  name: string;
  type: T;
  ttl: number;
  data: RecordData[T];
  /** Where a proposed record stands. */
  file?: string;
  line?: number;
  column?: number;
}

/** What came of reading a file. */
export type FileAnswer =
  | { outcome: "missing" }
  /** `size` is that of the whole file; of one that is larger than `bounds.message.size` the beginning is read. */
  | { outcome: "read"; octets: string; size: number };

export interface Place {
  /** The name it is known by; sent as SNI. */
  host: string;
  ip: string;
  port: number;
  /** Where that really is, when it is somewhere else. Everything is counted and told by what the place is called. */
  dial?: { ip: string; port: number };
}

/** `refused` is an answer of the other side; silence is thrown. */
export interface Reached {
  outcome: "open" | "refused";
  /** Milliseconds to the connection. */
  took: number;
}

export interface SmtpPlace extends Place {
  /** TLS from the first byte (RFC 8314), as on 465. */
  implicit?: boolean;
  /**
   * `default`: what a sender offers today. `permissive`: also weak ciphers, keys and versions, to see what a server has.
   * `legacy`: nothing above TLS 1.1.
   */
  offer?: "default" | "permissive" | "legacy";
}

/** A whole session, as far as it went. Fields are missing from the step on at which it broke. */
export interface SmtpSession {
  host: string;
  ip: string;
  port: number;
  outcome: "open" | "refused";
  steps: Step[];
  greeting?: Reply;
  /** Milliseconds from the connection to the whole greeting. */
  greetingTook?: number;
  hello?: Hello;
  /** The answer to STARTTLS, when it was offered. */
  starttls?: Reply;
  /** Plain text sent after the answer to STARTTLS, before TLS: it must not count (RFC 3207 §4.2). */
  early?: string;
  tls?: Tls;
  /** EHLO again, inside TLS. */
  helloAgain?: Hello;
  /** Where and how it ended before QUIT. */
  broke?: Break;
}

/**
 * Where and why a session ended early. With `alert` or `text` the other side answered, in its way, and that is certain;
 * without them it fell silent, hung up or was busy, or our own TLS would not go on, and nothing is.
 */
export interface Break extends Said {
  step: "greeting" | "hello" | "starttls" | "tls" | "hello-again";
  code: NetErrorCode;
  message: string;
}

/** A line of a transcript; `at` in milliseconds from the connection. */
export interface Step {
  at: number;
  from: "server" | "client" | "note";
  text: string;
}

/** An SMTP reply: the code of its last line, and the text of each line without the code. */
export interface Reply {
  code: number;
  lines: string[];
}

export interface Hello {
  verb: "EHLO" | "HELO";
  reply: Reply;
  /** Keywords in upper case, with their parameters. */
  keywords: Record<string, string>;
}

/** A TLS handshake that was completed, without believing the certificate. */
export interface Tls {
  /** TLSv1, TLSv1.1, TLSv1.2 or TLSv1.3. */
  version: string;
  /** The suite by its IANA name: TLS_AES_256_GCM_SHA384. */
  cipher: string;
  /** Key exchange, where it is known: X25519, P-256, X25519MLKEM768, or "DH 2048" with its bits. */
  group?: string;
  /** The certificates as served, leaf first. */
  chain: Certificate[];
  trust: Trust;
}

/** Whether the chain leads to a trusted root, names and dates left out of it. */
export type Trust =
  | { ok: true; root: string }
  | {
      ok: false;
      problem: "self-signed" | "incomplete" | "untrusted-root" | "bad-signature" | "not-a-ca" | "purpose";
      text: string;
    };

export interface Certificate {
  subject: string;
  issuer: string;
  commonName?: string;
  /** DNS names of the subject alternative name, lower case. */
  names: string[];
  ips: string[];
  /** ISO 8601, UTC. */
  notBefore: string;
  notAfter: string;
  key: { type: string; bits?: number; curve?: string };
  /** Signature algorithm by its common name: sha256WithRSAEncryption. */
  signature: string;
  selfSigned: boolean;
  ca: boolean;
  serial: string;
  /** SHA-256 of the certificate and of its public key, hex. */
  sha256: string;
  spkiSha256: string;
  /** DER, base64. */
  der: string;
}

export interface HttpsAnswer {
  url: string;
  ip: string;
  status: number;
  /** Lower-case names. */
  headers: Record<string, string>;
  /** One char a byte. */
  body: string;
  /** The body went on past our bound. */
  cut: boolean;
  tls: Tls;
  /** The certificate is not valid for the host now, though it answered. */
  problem?: string;
  /** What the body holds, where it was asked for as certificates: those that can be read, the end entity's first. */
  certificates?: { chain: Certificate[]; trust: Trust };
}

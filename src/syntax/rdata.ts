import { FieldError, Fields, type Words } from "./fields.js";
import type { RecordData, RecordType } from "./record.js";

/**
 * Record data in presentation form (RFC 1035 §5.1, RFC 3597), one way and the other. Reading takes the data as words,
 * quoted ones marked by their quotes; it is total: bad data gives a message, never an exception.
 */
export type Read<T> = { ok: true; value: T } | { ok: false; error: string; /** The word that is wrong. */ at: number };

/** Splits data at blanks, strings in quotes kept whole; `\DDD` and `\X` stay as they are. */
export function tokens(text: string): string[] {
  return text.match(/"(?:\\.|[^"\\])*"|[^\s"]+/gs) ?? [];
}

/** Octets to a quoted character-string. */
export function quote(octets: string): string {
  const inner = octets.replace(/["\\]|[^ -~]/gs, (c) =>
    c === '"' || c === "\\" ? `\\${c}` : `\\${String(c.charCodeAt(0) & 255).padStart(3, "0")}`,
  );
  return `"${inner}"`;
}

/** A name without its last dot, in lower case; "." stays. */
export const plainName = (name: string): string => (name === "." ? name : name.replace(/(?<!\\)\.$/, "").toLowerCase());

interface Form<T> {
  read(from: Fields): T;
  write(data: T): string;
}

const nameForm: Form<string> = { read: (from) => from.name("the name"), write: dotted };
const textForm: Form<string[]> = {
  read: (from) => [from.string("a text"), ...from.rest(() => from.string("a text"))],
  write: (strings) => strings.map(quote).join(" "),
};
const tlsaForm: Form<RecordData["TLSA"]> = {
  read: (from) => ({
    usage: from.u8("the usage"),
    selector: from.u8("the selector"),
    matching: from.u8("the matching type"),
    data: from.hex("the data"),
  }),
  write: (d) => `${d.usage} ${d.selector} ${d.matching} ${d.data}`,
};
const dsForm: Form<RecordData["DS"]> = {
  read: (from) => ({
    keyTag: from.u16("the key tag"),
    algorithm: from.u8("the algorithm"),
    digestType: from.u8("the digest type"),
    digest: from.hex("the digest"),
  }),
  write: (d) => `${d.keyTag} ${d.algorithm} ${d.digestType} ${d.digest}`,
};
const keyForm: Form<RecordData["DNSKEY"]> = {
  read: (from) => ({
    flags: from.u16("the flags field"),
    protocol: from.u8("the protocol"),
    algorithm: from.u8("the algorithm"),
    key: from.base64("the key"),
  }),
  write: (d) => `${d.flags} ${d.protocol} ${d.algorithm} ${d.key}`,
};
const hashing = (from: Fields): RecordData["NSEC3PARAM"] => ({
  algorithm: from.u8("the hash algorithm"),
  flags: from.u8("the flags field"),
  iterations: from.u16("the count of iterations"),
  salt: from.takes("-") ? "" : from.hexWord("the salt"),
});

const forms: { [T in RecordType]?: Form<RecordData[T]> } = {
  A: { read: (from) => from.address(4), write: (ip) => ip },
  AAAA: { read: (from) => from.address(6), write: (ip) => ip },
  NS: nameForm,
  CNAME: nameForm,
  PTR: nameForm,
  DNAME: nameForm,
  TXT: textForm,
  SPF: textForm,
  MX: {
    read: (from) => ({ preference: from.u16("the preference"), exchange: from.name("the mail host") }),
    write: (d) => `${d.preference} ${dotted(d.exchange)}`,
  },
  SOA: {
    read: (from) => ({
      mname: from.name("the primary name server"),
      rname: from.name("the mailbox"),
      serial: from.u32("the serial"),
      refresh: from.time("the refresh time"),
      retry: from.time("the retry time"),
      expire: from.time("the expiry"),
      minimum: from.time("the minimum"),
    }),
    write: (d) => `${dotted(d.mname)} ${dotted(d.rname)} ${d.serial} ${d.refresh} ${d.retry} ${d.expire} ${d.minimum}`,
  },
  SRV: {
    read: (from) => ({
      priority: from.u16("the priority"),
      weight: from.u16("the weight"),
      port: from.u16("the port"),
      target: from.name("the target"),
    }),
    write: (d) => `${d.priority} ${d.weight} ${d.port} ${dotted(d.target)}`,
  },
  CAA: {
    read: (from) => ({
      flags: from.u8("the flags field"),
      tag: from.word("the tag").toLowerCase(),
      value: from.string("the value"),
    }),
    write: (d) => `${d.flags} ${d.tag} ${quote(d.value)}`,
  },
  NAPTR: {
    read: (from) => ({
      order: from.u16("the order"),
      preference: from.u16("the preference"),
      flags: from.string("the flags field"),
      service: from.string("the service"),
      regexp: from.string("the expression"),
      replacement: from.name("the replacement"),
    }),
    write: (d) =>
      [d.order, d.preference, quote(d.flags), quote(d.service), quote(d.regexp), dotted(d.replacement)].join(" "),
  },
  HINFO: {
    read: (from) => ({ cpu: from.string("the CPU"), os: from.string("the operating system") }),
    write: (d) => `${quote(d.cpu)} ${quote(d.os)}`,
  },
  TLSA: tlsaForm,
  SMIMEA: tlsaForm,
  SSHFP: {
    read: (from) => ({
      algorithm: from.u8("the algorithm"),
      hash: from.u8("the hash"),
      fingerprint: from.hex("the fingerprint"),
    }),
    write: (d) => `${d.algorithm} ${d.hash} ${d.fingerprint}`,
  },
  OPENPGPKEY: { read: (from) => from.base64("the key"), write: (key) => key },
  DS: dsForm,
  CDS: dsForm,
  DNSKEY: keyForm,
  CDNSKEY: keyForm,
  RRSIG: {
    read: (from) => ({
      covered: from.type("the type covered"),
      algorithm: from.u8("the algorithm"),
      labels: from.u8("the count of labels"),
      originalTtl: from.time("the original TTL"),
      expiration: from.moment("the expiration"),
      inception: from.moment("the inception"),
      keyTag: from.u16("the key tag"),
      signer: from.name("the signer"),
      signature: from.base64("the signature"),
    }),
    write: (d) =>
      `${d.covered} ${d.algorithm} ${d.labels} ${d.originalTtl} ${d.expiration} ${d.inception} ${d.keyTag} ${dotted(d.signer)} ${d.signature}`,
  },
  NSEC: {
    read: (from) => ({ next: from.name("the next name"), types: from.rest(() => from.type("a type")) }),
    write: (d) => [dotted(d.next), ...d.types].join(" "),
  },
  NSEC3: {
    read: (from) => ({
      ...hashing(from),
      next: from.word("the next hash").toLowerCase(),
      types: from.rest(() => from.type("a type")),
    }),
    write: (d) => [d.algorithm, d.flags, d.iterations, d.salt || "-", d.next, ...d.types].join(" "),
  },
  NSEC3PARAM: {
    read: hashing,
    write: (d) => `${d.algorithm} ${d.flags} ${d.iterations} ${d.salt || "-"}`,
  },
};

/** A name as a zone file writes it in full. */
export function dotted(name: string): string {
  return name === "." ? name : `${name}.`;
}

/** Names and types as they are in data that stands alone: absolute, dot or no dot. */
const alone: Words = { name: plainName, type: (word) => word.toUpperCase() };

/** Data that stands alone. */
export const readRdata = <T extends RecordType>(type: T, text: string): Read<RecordData[T]> =>
  readWords(type, tokens(text));

/** Data as words, in a file that says how its names are meant. */
export function readWords<T extends RecordType>(type: T, words: readonly string[], how = alone): Read<RecordData[T]> {
  const form = forms[type] as Form<RecordData[T]> | undefined;
  const from = new Fields(words, how);
  try {
    if (!form || words[0] === "\\#") {
      const value = from.generic(type) as RecordData[T];
      return { ok: true, value };
    }
    const value = form.read(from);
    from.end(type);
    return { ok: true, value };
  } catch (error) {
    if (!(error instanceof FieldError)) throw error;
    return { ok: false, error: error.message, at: error.at };
  }
}

export function writeRdata<T extends RecordType>(type: T, data: RecordData[T]): string {
  const form = forms[type] as Form<RecordData[T]> | undefined;
  return form ? form.write(data) : `\\# ${(data as string).length / 2} ${data as string}`;
}

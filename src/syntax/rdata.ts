import type { RecordData, RecordType } from "./record.js";

/**
 * Record data in presentation form (RFC 1035 §5.1, RFC 3597), one way and the other. Reading takes the data as tokens,
 * quoted ones marked by their quotes; it is total: bad data gives a message, never an exception.
 */
export type Read<T> = { ok: true; value: T } | { ok: false; error: string };

/** Splits data at blanks, strings in quotes kept whole; `\DDD` and `\X` stay as they are. */
export function tokens(text: string): string[] {
  return text.match(/"(?:\\.|[^"\\])*"|[^\s"]+/gs) ?? [];
}

/** A character-string as written, quoted or not, to its octets. */
export function unescape(token: string): string {
  const inner = token.startsWith('"') ? token.slice(1, -1) : token;
  return inner.replace(/\\(\d{3}|.)/gs, (_, code: string) =>
    /^\d{3}$/.test(code) ? String.fromCharCode(Number(code) & 255) : code,
  );
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

type Writer<T> = (data: T) => string;
type Reader<T> = (words: string[]) => T;
interface Form<T> {
  fields: number | "some";
  read: Reader<T>;
  write: Writer<T>;
}

const number = (word: string | undefined): number => {
  if (!word || !/^\d+$/.test(word)) throw new RangeError(`"${word ?? ""}" is not a number`);
  return Number(word);
};
const hex = (words: string[]): string => {
  const text = words.join("").toLowerCase();
  if (!/^([0-9a-f]{2})*$/.test(text)) throw new RangeError(`"${text}" is not hexadecimal`);
  return text;
};
const nameForm: Form<string> = { fields: 1, read: ([name]) => plainName(name!), write: dotted };
const textForm: Form<string[]> = {
  fields: "some",
  read: (words) => words.map(unescape),
  write: (strings) => strings.map(quote).join(" "),
};
const tlsaForm: Form<RecordData["TLSA"]> = {
  fields: "some",
  read: ([usage, selector, matching, ...data]) => ({
    usage: number(usage),
    selector: number(selector),
    matching: number(matching),
    data: hex(data),
  }),
  write: (d) => `${d.usage} ${d.selector} ${d.matching} ${d.data}`,
};
const dsForm: Form<RecordData["DS"]> = {
  fields: "some",
  read: ([tag, algorithm, digestType, ...digest]) => ({
    keyTag: number(tag),
    algorithm: number(algorithm),
    digestType: number(digestType),
    digest: hex(digest),
  }),
  write: (d) => `${d.keyTag} ${d.algorithm} ${d.digestType} ${d.digest}`,
};
const keyForm: Form<RecordData["DNSKEY"]> = {
  fields: "some",
  read: ([flags, protocol, algorithm, ...key]) => ({
    flags: number(flags),
    protocol: number(protocol),
    algorithm: number(algorithm),
    key: key.join(""),
  }),
  write: (d) => `${d.flags} ${d.protocol} ${d.algorithm} ${d.key}`,
};

const forms: { [T in RecordType]?: Form<RecordData[T]> } = {
  A: { fields: 1, read: ([ip]) => ip!, write: (ip) => ip },
  AAAA: { fields: 1, read: ([ip]) => ip!.toLowerCase(), write: (ip) => ip },
  NS: nameForm,
  CNAME: nameForm,
  PTR: nameForm,
  DNAME: nameForm,
  TXT: textForm,
  SPF: textForm,
  MX: {
    fields: 2,
    read: ([preference, exchange]) => ({ preference: number(preference), exchange: plainName(exchange!) }),
    write: (d) => `${d.preference} ${dotted(d.exchange)}`,
  },
  SOA: {
    fields: 7,
    read: ([mname, rname, ...rest]) => {
      const [serial, refresh, retry, expire, minimum] = rest.map(number) as [number, number, number, number, number];
      return { mname: plainName(mname!), rname: plainName(rname!), serial, refresh, retry, expire, minimum };
    },
    write: (d) => `${dotted(d.mname)} ${dotted(d.rname)} ${d.serial} ${d.refresh} ${d.retry} ${d.expire} ${d.minimum}`,
  },
  SRV: {
    fields: 4,
    read: ([priority, weight, port, target]) => ({
      priority: number(priority),
      weight: number(weight),
      port: number(port),
      target: plainName(target!),
    }),
    write: (d) => `${d.priority} ${d.weight} ${d.port} ${dotted(d.target)}`,
  },
  CAA: {
    fields: 3,
    read: ([flags, tag, value]) => ({ flags: number(flags), tag: tag!.toLowerCase(), value: unescape(value!) }),
    write: (d) => `${d.flags} ${d.tag} ${quote(d.value)}`,
  },
  NAPTR: {
    fields: 6,
    read: ([order, preference, flags, service, regexp, replacement]) => ({
      order: number(order),
      preference: number(preference),
      flags: unescape(flags!),
      service: unescape(service!),
      regexp: unescape(regexp!),
      replacement: plainName(replacement!),
    }),
    write: (d) =>
      [d.order, d.preference, quote(d.flags), quote(d.service), quote(d.regexp), dotted(d.replacement)].join(" "),
  },
  HINFO: {
    fields: 2,
    read: ([cpu, os]) => ({ cpu: unescape(cpu!), os: unescape(os!) }),
    write: (d) => `${quote(d.cpu)} ${quote(d.os)}`,
  },
  TLSA: tlsaForm,
  SMIMEA: tlsaForm,
  SSHFP: {
    fields: "some",
    read: ([algorithm, hash, ...fingerprint]) => ({
      algorithm: number(algorithm),
      hash: number(hash),
      fingerprint: hex(fingerprint),
    }),
    write: (d) => `${d.algorithm} ${d.hash} ${d.fingerprint}`,
  },
  OPENPGPKEY: { fields: "some", read: (words) => words.join(""), write: (key) => key },
  DS: dsForm,
  CDS: dsForm,
  DNSKEY: keyForm,
  CDNSKEY: keyForm,
  RRSIG: {
    fields: "some",
    read: ([covered, algorithm, labels, ttl, expiration, inception, tag, signer, ...signature]) => ({
      covered: covered!,
      algorithm: number(algorithm),
      labels: number(labels),
      originalTtl: number(ttl),
      expiration: moment(expiration),
      inception: moment(inception),
      keyTag: number(tag),
      signer: plainName(signer!),
      signature: signature.join(""),
    }),
    write: (d) =>
      `${d.covered} ${d.algorithm} ${d.labels} ${d.originalTtl} ${d.expiration} ${d.inception} ${d.keyTag} ${dotted(d.signer)} ${d.signature}`,
  },
  NSEC: {
    fields: "some",
    read: ([next, ...types]) => ({ next: plainName(next!), types }),
    write: (d) => [dotted(d.next), ...d.types].join(" "),
  },
  NSEC3: {
    fields: "some",
    read: ([algorithm, flags, iterations, salt, next, ...types]) => ({
      algorithm: number(algorithm),
      flags: number(flags),
      iterations: number(iterations),
      salt: salt === "-" ? "" : hex([salt!]),
      next: next!.toLowerCase(),
      types,
    }),
    write: (d) => [d.algorithm, d.flags, d.iterations, d.salt || "-", d.next, ...d.types].join(" "),
  },
  NSEC3PARAM: {
    fields: 4,
    read: ([algorithm, flags, iterations, salt]) => ({
      algorithm: number(algorithm),
      flags: number(flags),
      iterations: number(iterations),
      salt: salt === "-" ? "" : hex([salt!]),
    }),
    write: (d) => `${d.algorithm} ${d.flags} ${d.iterations} ${d.salt || "-"}`,
  },
};

/** Seconds since 1970, or YYYYMMDDHHmmSS (RFC 4034 §3.2). */
function moment(word: string | undefined): number {
  if (word?.length !== 14) return number(word);
  const [, year, month, day, hour, minute, second] = /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)$/.exec(word) ?? [];
  return Date.UTC(number(year), number(month) - 1, number(day), number(hour), number(minute), number(second)) / 1000;
}

/** A name as a zone file writes it in full. */
export function dotted(name: string): string {
  return name === "." ? name : `${name}.`;
}

export function readRdata<T extends RecordType>(type: T, text: string): Read<RecordData[T]> {
  const words = tokens(text);
  const generic = words[0] === "\\#";
  const form = forms[type] as Form<RecordData[T]> | undefined;
  try {
    if (generic || !form) {
      if (!generic) return { ok: false, error: `data of type ${type} is written \\# LENGTH HEX` };
      const data = hex(words.slice(2));
      if (data.length !== number(words[1]) * 2)
        return { ok: false, error: `${words[1]} octets announced, ${data.length / 2} given` };
      return { ok: true, value: data as RecordData[T] };
    }
    const least = form.fields === "some" ? 1 : form.fields;
    if (words.length < least || (form.fields !== "some" && words.length > form.fields)) {
      return {
        ok: false,
        error: `${type} takes ${form.fields} field${form.fields === 1 ? "" : "s"}, ${words.length} given`,
      };
    }
    return { ok: true, value: form.read(words) };
  } catch (error) {
    return { ok: false, error: (error as Error).message };
  }
}

export function writeRdata<T extends RecordType>(type: T, data: RecordData[T]): string {
  const form = forms[type] as Form<RecordData[T]> | undefined;
  return form ? form.write(data) : `\\# ${(data as string).length / 2} ${data as string}`;
}

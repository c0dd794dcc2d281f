import {
  type Answer,
  type DnsHow,
  NetError,
  type RecordData,
  type RecordType,
  type ResourceRecord,
} from "../net/net.js";
import { plainName, readRdata } from "../syntax/rdata.js";

/** What a zone line says in place of data: no answer that anybody could use. */
export type Fault = "servfail" | "timeout" | "refused" | "lame" | "malformed";
/** An answer from zone text, or the fault that stands there. */
export type Lookup = (
  name: string,
  type: RecordType,
  how?: DnsHow,
) => Answer | { fault: Fault; name: string; extended?: number };
interface Held {
  records: Map<string, ResourceRecord[]>;
  faults: Map<string, Fault>;
}

/** Who is asked where nobody is named. */
const resolver = "192.0.2.53";

const line = /^(\S+)\s+(?:(\d+)\s+)?(?:IN\s+)?([A-Za-z0-9]+)\s+(.+)$/;

/**
 * DNS as master-file lines with absolute names: `example.com 3600 IN MX 10 mx1.example.com`. TTL and class may be left
 * out, `;` begins a comment. In place of data, `!servfail`, `!timeout`, `!refused`, `!lame` or `!malformed`; type `*` for
 * all types. A name that is not listed does not exist, one above a listed one does (RFC 4592 §2.2.2). `*.` is a wildcard.
 *
 * | line | |
 * |---|---|
 * | `; secure NAME` | names there and below answer with AD, and so does the root: the resolver validates |
 * | `; validating` | the resolver validates, whatever is secure |
 * | `; bogus NAME` | names there and below are SERVFAIL unless asked with checking disabled |
 * | `; bogus NAME 6` | the same, with that extended error (RFC 8914) |
 * | `; slow MS NAME` | answers for that name take so many milliseconds; nobody waits for them |
 * | `; ttl-left SECONDS` | the resolver's TTLs are at most that, as those of its cache are; servers have the whole |
 * | `@192.0.2.54 LINE` | that server has this in place of all that others have of that name and type |
 * | `@192.0.2.54 NAME MX !none` | that server has no such record |
 * | `@192.0.2.54 * * !timeout` | all that server ever answers |
 *
 * Every server answers alike but for its own lines. RRSIG lines come along with what they cover, where that is wanted.
 */
export function zone(text: string): (name: string, type: RecordType, how?: DnsHow) => Promise<Answer> {
  const lookup = readZone(text);
  return async (name, type, how) => {
    const found = lookup(name, type, how);
    if ("fault" in found) throw faulty(found, type, how?.server ?? resolver);
    return found;
  };
}

/** The zone text as a function, faults as values. */
export function readZone(text: string): Lookup {
  const common = new Names();
  const apart = new Map<string, Names>();
  const secure: string[] = [];
  const bogus = new Map<string, number | undefined>();
  const slow = new Map<string, number>();
  let validating = false;
  let left = Infinity;
  for (const raw of text.split("\n")) {
    const trimmed = raw.trim();
    const [, word, name = "", code] =
      /^;\s*(secure|bogus|validating|ttl-left)\b\s*(\S*)(?:\s+(\d+))?/.exec(trimmed) ?? [];
    if (word === "secure") secure.push(plainName(name));
    if (word === "bogus") bogus.set(plainName(name), code === undefined ? undefined : Number(code));
    const [, took, late = ""] = /^;\s*slow\s+(\d+)\s+(\S+)/.exec(trimmed) ?? [];
    if (took !== undefined) slow.set(plainName(late), Number(took));
    if (word === "ttl-left") left = Number(name);
    else if (word !== undefined) validating = true;
    if (!trimmed || trimmed.startsWith(";")) continue;
    const [, server, own = trimmed] = /^@(\S+)\s+(.*)$/.exec(trimmed) ?? [];
    const names = server === undefined ? common : (apart.get(server) ?? new Names());
    if (server !== undefined) apart.set(server, names);
    names.read(own);
  }
  common.close();

  const zoneOf = (name: string, zones: Iterable<string>): string | undefined =>
    [...zones].find((above) => name === above || name.endsWith(`.${above}`));

  return (asked, type, { server, cd = false, dnssec = false } = {}) => {
    const name = plainName(asked);
    const own = server === undefined ? undefined : apart.get(server);
    const answer = (more: Partial<Answer>): Answer => ({
      name,
      type,
      rcode: "NOERROR",
      records: [],
      aliases: [],
      ad: server === undefined && !cd && (name === "." ? validating : zoneOf(name, secure) !== undefined),
      server: server ?? resolver,
      ...(slow.has(name) && { took: slow.get(name)! }),
      ...more,
    });
    const everywhere = own?.at("*")?.faults.get("*");
    if (everywhere) return { fault: everywhere, name };
    const withheld = server === undefined && !cd ? zoneOf(name, bogus.keys()) : undefined;
    if (withheld !== undefined) {
      const extended = bogus.get(withheld);
      return { fault: "servfail", name, ...(extended !== undefined && { extended }) };
    }
    const aliases: string[] = [];
    for (let at = name; ;) {
      const [mine, here] = [own?.at(at), common.find(at)];
      if (!here && !mine) return answer({ rcode: "NXDOMAIN", aliases });
      const fault = mine?.faults.get(type) ?? mine?.faults.get("*") ?? here?.faults.get(type) ?? here?.faults.get("*");
      if (fault) return { fault, name: at };
      const recordsOf = (wanted: RecordType): ResourceRecord[] =>
        (mine?.records.get(wanted) ?? here?.records.get(wanted) ?? []).map((record) => ({
          ...record,
          name: at,
          ttl: server === undefined ? Math.min(record.ttl, left) : record.ttl,
        }));
      const found = recordsOf(type);
      if (found.length > 0) {
        const signatures = (recordsOf("RRSIG") as ResourceRecord<"RRSIG">[]).filter(
          ({ data }) => data.covered === type,
        );
        return answer({ records: found, aliases, ...(dnssec && signatures.length > 0 && { signatures }) });
      }
      const alias = recordsOf("CNAME")[0]?.data as string | undefined;
      if (!alias) return answer({ aliases });
      if (aliases.includes(alias) || alias === name) return answer({ aliases, loop: true });
      aliases.push(alias);
      at = alias;
    }
  };
}

/** Names with what they hold. */
class Names {
  readonly #held = new Map<string, Held>();

  at(name: string): Held | undefined {
    return this.#held.get(name);
  }

  /** What a name holds, by itself or by a wildcard (RFC 4592 §3.3.1). */
  find(name: string): Held | undefined {
    const exact = this.#held.get(name);
    if (exact) return exact;
    for (let at = parent(name); at; at = parent(at)) {
      const wild = this.#held.get(`*.${at}`);
      if (wild) return wild;
      if (this.#held.has(at)) return undefined;
    }
    return undefined;
  }

  read(text: string): void {
    const any = /^(\S+)\s+\*\s+!(\w+)$/.exec(text);
    if (any) return void this.#hold(plainName(any[1]!)).faults.set("*", any[2] as Fault);
    const [, owner, ttl, kind, data] = line.exec(text) ?? [];
    if (!owner || !kind || !data) throw new SyntaxError(`not a zone line: ${text}`);
    const name = plainName(owner);
    const type = kind.toUpperCase() as RecordType;
    const { records, faults } = this.#hold(name);
    if (data === "!none") return void records.set(type, []);
    if (data.startsWith("!")) return void faults.set(type, data.slice(1) as Fault);
    const read = readRdata(type, data);
    if (!read.ok) throw new SyntaxError(`${text}: ${read.error}`);
    const record = { name, type, ttl: Number(ttl ?? 3600), data: read.value as RecordData[typeof type] };
    records.set(type, [...(records.get(type) ?? []), record]);
  }

  /** Lets every name above one that is held exist too. */
  close(): void {
    for (const name of Array.from(this.#held.keys()))
      for (let at = parent(name); at; at = parent(at)) if (!this.#held.has(at)) this.#hold(at);
  }

  #hold(name: string): Held {
    let at = this.#held.get(name);
    if (!at) this.#held.set(name, (at = { records: new Map(), faults: new Map() }));
    return at;
  }
}

const parent = (name: string): string => name.slice(name.indexOf(".") + 1 || name.length);

function faulty(
  { fault, name, extended }: { fault: Fault; name: string; extended?: number },
  type: string,
  server: string,
): NetError {
  const said = {
    servfail: "SERVFAIL",
    refused: "REFUSED",
    lame: "a referral elsewhere",
    timeout: "no answer",
    malformed: "an answer that cannot be read",
  }[fault];
  const code = fault === "refused" || fault === "lame" ? "servfail" : fault;
  return new NetError(code, `${said} for ${name} ${type} from ${server}`, {
    because: {
      id: fault === "lame" ? `lame ${server} ${name}` : `dns ${name}`,
      text: `${server} gives no answer for ${name}`,
    },
    ...(extended !== undefined && { said: { extended: [extended] } }),
  });
}

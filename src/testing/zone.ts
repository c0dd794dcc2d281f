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
export type Fault = "servfail" | "timeout" | "refused" | "malformed";
/** An answer from zone text, or the fault that stands there. */
export type Lookup = (name: string, type: RecordType) => Answer | { fault: Fault; name: string };
interface Held {
  records: Map<string, ResourceRecord[]>;
  faults: Map<string, Fault>;
}

const line = /^(\S+)\s+(?:(\d+)\s+)?(?:IN\s+)?([A-Za-z0-9]+)\s+(.+)$/;

/**
 * DNS as master-file lines with absolute names: `example.com 3600 IN MX 10 mx1.example.com`. TTL and class may be left
 * out, `;` begins a comment. In place of data, `!servfail`, `!timeout`, `!refused` or `!malformed`; type `*` for all
 * types. A name that is not listed does not exist, one above a listed one does (RFC 4592 §2.2.2). `*.` is a wildcard.
 * Names under a line `; secure example.com` answer with AD.
 */
export function zone(text: string): (name: string, type: RecordType, how?: DnsHow) => Promise<Answer> {
  const lookup = readZone(text);
  return async (name, type) => {
    const found = lookup(name, type);
    if ("fault" in found) throw faulty(found.fault, found.name, type);
    return found;
  };
}

/** The zone text as a function, faults as values. */
export function readZone(text: string): Lookup {
  const names = new Map<string, Held>();
  const secure: string[] = [];
  const held = (name: string): Held => {
    let at = names.get(name);
    if (!at) names.set(name, (at = { records: new Map(), faults: new Map() }));
    return at;
  };
  for (const raw of text.split("\n")) {
    const vouched = /^\s*;\s*secure\s+(\S+)/.exec(raw);
    if (vouched) secure.push(plainName(vouched[1]!));
    const trimmed = raw.trim();
    if (!trimmed || trimmed.startsWith(";")) continue;
    const [, owner, ttl, kind, data] = line.exec(trimmed) ?? [];
    const any = /^(\S+)\s+\*\s+!(\w+)$/.exec(trimmed);
    if (any) {
      held(plainName(any[1]!)).faults.set("*", any[2] as Fault);
      continue;
    }
    if (!owner || !kind || !data) throw new SyntaxError(`not a zone line: ${trimmed}`);
    const name = plainName(owner);
    const type = kind.toUpperCase() as RecordType;
    if (data.startsWith("!")) {
      held(name).faults.set(type, data.slice(1) as Fault);
      continue;
    }
    const read = readRdata(type, data);
    if (!read.ok) throw new SyntaxError(`${trimmed}: ${read.error}`);
    const at = held(name).records;
    at.set(type, [
      ...(at.get(type) ?? []),
      { name, type, ttl: Number(ttl ?? 3600), data: read.value as RecordData[typeof type] },
    ]);
  }
  for (const name of Array.from(names.keys())) {
    for (let at = parent(name); at; at = parent(at)) if (!names.has(at)) held(at);
  }

  const find = (name: string): Held | undefined => {
    const exact = names.get(name);
    if (exact) return exact;
    for (let at = parent(name); at; at = parent(at)) {
      const wild = names.get(`*.${at}`);
      if (wild) return wild;
      if (names.has(at)) return undefined;
    }
    return undefined;
  };

  return (asked, type) => {
    const name = plainName(asked);
    const answer = (more: Partial<Answer>): Answer => ({
      name,
      type,
      rcode: "NOERROR",
      records: [],
      aliases: [],
      ad: secure.some((under) => name === under || name.endsWith(`.${under}`)),
      server: "192.0.2.53",
      ...more,
    });
    const aliases: string[] = [];
    for (let at = name; ;) {
      const here = find(at);
      if (!here) return answer({ rcode: "NXDOMAIN", aliases });
      const fault = here.faults.get(type) ?? here.faults.get("*");
      if (fault) return { fault, name: at };
      const found = here.records.get(type);
      if (found) return answer({ records: found.map((record) => ({ ...record, name: at })), aliases });
      const alias = here.records.get("CNAME")?.[0]?.data as string | undefined;
      if (!alias) return answer({ aliases });
      if (aliases.includes(alias) || alias === name) return answer({ aliases, loop: true });
      aliases.push(alias);
      at = alias;
    }
  };
}

const parent = (name: string): string => name.slice(name.indexOf(".") + 1 || name.length);

function faulty(fault: Fault, name: string, type: string): NetError {
  const said = {
    servfail: "SERVFAIL",
    refused: "REFUSED",
    timeout: "no answer",
    malformed: "an answer that cannot be read",
  }[fault];
  const code = fault === "refused" ? "servfail" : fault;
  return new NetError(code, `${said} for ${name} ${type} from 192.0.2.53`, {
    because: { id: `dns ${name}`, text: `192.0.2.53 gives no answer for ${name}` },
  });
}

import type { Answer, Net, RecordData, RecordType } from "../../src/net/net.js";
import { NetError } from "../../src/net/net.js";
import { labelsOf, nameOf } from "../../src/syntax/domain-name.js";

type Word = "TIMEOUT" | "SERVFAIL";
/** Records of a case: by name and type, `*` for every other type, or a word in place of an answer. */
export type CaseRecords = Record<string, Word | Record<string, Word | unknown[]>>;

/** A net that holds just these records. */
export function netOf(records: CaseRecords): Net {
  const names = new Map(Object.entries(records).map(([name, held]) => [nameIn(name), held]));
  const dns = async <T extends RecordType>(asked: string, type: T): Promise<Answer<T>> => {
    const start = nameOf(labelsOf(asked));
    const aliases: string[] = [];
    const answer = (more: Partial<Answer<T>>): Answer<T> => ({
      name: start,
      type,
      rcode: "NOERROR",
      records: [],
      aliases,
      ad: false,
      server: "192.0.2.53",
      ...more,
    });
    for (let name = start; ;) {
      const held = names.get(name);
      if (held === undefined) return answer({ rcode: "NXDOMAIN" });
      const found = typeof held === "string" ? held : heldOf(held, type);
      if (!Array.isArray(found)) throw silent(found as Word, name, type);
      const alias = typeof held === "string" ? undefined : held["CNAME"];
      if (found.length > 0 || !Array.isArray(alias)) {
        const data = found.map((value) => read(type, value) as RecordData[T]);
        return answer({ records: data.map((data) => ({ name, type, ttl: 3600, data })) });
      }
      const next = nameIn(String(alias[0]));
      if (aliases.includes(next) || next === start) return answer({ loop: true });
      aliases.push(next);
      name = next;
    }
  };
  const nothing = async (): Promise<never> => {
    throw new NetError("offline", "only DNS is answered here");
  };
  const others = { reach: nothing, smtp: nothing, https: nothing, file: nothing, local: nothing };
  return { dns, ...others, now: () => Date.now(), about: () => [] };
}

/** What a name holds of a type; an empty list stands for nothing, so `*` speaks for it. */
function heldOf(held: Record<string, Word | unknown[]>, type: RecordType): Word | unknown[] {
  const own = held[type];
  if (own !== undefined && own.length > 0) return own;
  return held["CNAME"] ? [] : (held["*"] ?? []);
}

/** A name as the suites write it, octets as they are, in presentation form. */
const nameIn = (name: string): string => (name === "." ? name : nameOf(name.replace(/\.$/, "").split(".")));

function read(type: RecordType, value: unknown): unknown {
  if (type === "MX") {
    const [preference, exchange] = value as [number, string];
    return { preference, exchange: nameIn(exchange) };
  }
  if (type === "TXT" || type === "SPF") return typeof value === "string" ? [value] : value;
  if (type === "PTR" || type === "NS") return nameIn(String(value));
  return value;
}

const silent = (word: Word, name: string, type: string): NetError =>
  new NetError(word === "TIMEOUT" ? "timeout" : "servfail", `${word} for ${name} ${type}`);

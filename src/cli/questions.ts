import type { Answer, Net, RecordType } from "../net/net.js";
import { UsageError } from "../usage.js";

/** One question, and what came of it. */
export interface Heard {
  name: string;
  type: RecordType;
  /** The server that was named; the resolver where left out. */
  server?: string;
  took: number;
  answer?: Answer;
  /** Why there is no answer. */
  unknown?: string;
}

/** Asks once; a failure is an outcome. */
export async function askedOf(
  net: Net,
  name: string,
  type: RecordType,
  at: Server | undefined,
  signal?: AbortSignal,
): Promise<Heard> {
  const began = performance.now();
  const asked = { name, type, ...(at && { server: at.name }) };
  try {
    if (at && at.address === undefined) throw new Error(`${at.name} has no address`);
    const answer = await net.dns(name, type, { ...(at && { server: at.address! }), ...(signal && { signal }) });
    return { ...asked, took: performance.now() - began, answer };
  } catch (error) {
    return { ...asked, took: performance.now() - began, unknown: (error as Error).message };
  }
}

/** A server to ask, as it is named, and where it is. */
export interface Server {
  name: string;
  address?: string;
}

/** The servers that are meant: the resolver where none is named, one that is, or each of the zone. */
export async function serversOf(at: string | undefined, name: string, net: Net): Promise<(Server | undefined)[]> {
  const { isAddress } = await import("../syntax/address.js");
  if (at === undefined) return [undefined];
  if (isAddress(at) || /^[[\d].*\]?:\d+$/.test(at)) return [{ name: at, address: at }];
  if (at !== "each") return addressesOf(at, net);
  const { hosts } = await zoneOf(name, net);
  return (await Promise.all(hosts.map((host) => addressesOf(host, net)))).flat();
}

/** The zone that a name is in, and its name servers. */
export async function zoneOf(name: string, net: Net): Promise<{ apex: string; hosts: string[] }> {
  const { parentOf } = await import("../syntax/domain-name.js");
  for (let apex: string | undefined = name; apex !== undefined; apex = parentOf(apex)) {
    const { records } = await net.dns(apex, "NS");
    if (records.length > 0) return { apex, hosts: records.map(({ data }) => data) };
  }
  throw new UsageError(`no name server is known for ${name}.`);
}

/** Types that a typing error is compared with. */
const common = ["A", "AAAA", "CAA", "CNAME", "DNSKEY", "DS", "MX", "NS", "PTR", "SOA", "SRV", "TLSA", "TXT"];

async function addressesOf(host: string, net: Net): Promise<Server[]> {
  const answers = await Promise.allSettled([net.dns(host, "A"), net.dns(host, "AAAA")]);
  const addresses = answers.flatMap((answer) =>
    answer.status === "fulfilled" ? answer.value.records.map(({ data }): string => data) : [],
  );
  if (addresses.length === 0) return [{ name: host }];
  return addresses.map((address) => ({ name: `${host} [${address}]`, address }));
}

export async function nameOf(word: string): Promise<string> {
  const { familyOf, reversed } = await import("../syntax/address.js");
  if (familyOf(word)) return reversed(word);
  return (await import("../domain.js")).readDomain(word);
}

/** The type that is asked for; without one, what a mail admin most likely wants of such a name. */
export async function typesOf(word: string, kind: string | undefined): Promise<RecordType[]> {
  if (kind !== undefined) {
    const { typeCode, typeName } = await import("../net/dns/codes.js");
    const type = kind.toUpperCase() as RecordType;
    const code = typeCode(type);
    if (code > 0 && (typeName(code) === type || /^TYPE\d+$/.test(type))) return [typeName(code)];
    const { nearest } = await import("../nearest.js");
    const meant = nearest(type, common);
    throw new UsageError(`no record type "${kind}".${meant ? ` Did you mean ${meant}?` : ""}`);
  }
  const { familyOf } = await import("../syntax/address.js");
  if (familyOf(word)) return ["PTR"];
  return word.startsWith("_") || word.includes("._") ? ["TXT"] : ["MX", "TXT", "A", "AAAA"];
}

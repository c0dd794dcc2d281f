import { Packet } from "dns2";
import type { RecordData, RecordType, ResourceRecord } from "../net/net.js";

const type = Packet.TYPE as unknown as Record<string, number>;
const zone = (name: string): string => (name === "." ? "" : name);

const fields: { [T in RecordType]?: (data: RecordData[T]) => object } = {
  A: (address) => ({ address }),
  AAAA: (address) => ({ address }),
  NS: (ns) => ({ ns: zone(ns) }),
  CNAME: (domain) => ({ domain: zone(domain) }),
  PTR: (domain) => ({ domain: zone(domain) }),
  MX: ({ preference, exchange }) => ({ priority: preference, exchange: zone(exchange) }),
  TXT: (strings) => ({ data: strings.flatMap(pieces) }),
  SOA: ({ mname, rname, expire, ...times }) => ({ primary: mname, admin: rname, expiration: expire, ...times }),
  CAA: (data) => data,
  TLSA: ({ usage, selector, matching, data }) => ({
    data: Buffer.concat([Buffer.of(usage, selector, matching), Buffer.from(data, "hex")]),
  }),
};

/** A character-string holds 255 octets; the server would write a longer one broken. */
function pieces(octets: string): Buffer[] {
  const bytes = Buffer.from(octets, "latin1");
  const found: Buffer[] = [];
  for (let at = 0; at === 0 || at < bytes.length; at += 255) found.push(bytes.subarray(at, at + 255));
  return found;
}

/** A record as the server's codec takes it. */
export function wire<T extends RecordType>({ name, type: kind, ttl, data }: ResourceRecord<T>): object {
  const shape = fields[kind] as ((data: RecordData[T]) => object) | undefined;
  const code = type[kind] ?? Number(/^TYPE(\d+)$/.exec(kind)?.[1]);
  const rest = shape ? shape(data) : { data: Buffer.from(data as string, "hex") };
  return { name: zone(name), type: code, class: Packet.CLASS.IN, ttl, ...rest };
}

/** The server gives the root as an empty name. */
export const dotless = (name: string): string => name.replace(/\.$/, "") || ".";

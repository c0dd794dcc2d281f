import { plainName } from "../syntax/rdata.js";
import type { Answer, Net, RecordType, ResourceRecord } from "./net.js";

/**
 * A net in which some records stand already that are not published yet: each name and type among them is answered from
 * them alone, with no server asked, and all else by the net below.
 */
export function overlay(net: Net, records: readonly ResourceRecord[]): Net {
  const held = new Map<string, ResourceRecord[]>();
  for (const record of records) {
    const key = keyOf(record.name, record.type);
    held.set(key, [...(held.get(key) ?? []), record]);
  }
  return {
    ...net,
    async dns<T extends RecordType>(name: string, type: T, how?: Parameters<Net["dns"]>[2]): Promise<Answer<T>> {
      const found = how?.server === undefined ? held.get(keyOf(name, type)) : undefined;
      if (!found) return net.dns(name, type, how);
      return {
        name: plainName(name),
        type,
        rcode: "NOERROR",
        records: found.map((record) => ({ ...record })) as ResourceRecord<T>[],
        aliases: [],
        ad: false,
        server: "proposed",
      };
    },
  };
}

const keyOf = (name: string, type: RecordType): string => `${plainName(name)} ${type}`;

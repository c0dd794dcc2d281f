import { isWithin, parentOf } from "../syntax/domain-name.js";
import { type DmarcRecord, type DmarcRequest, dmarcRequests, isDmarc, parseDmarc, tested } from "../syntax/dmarc.js";
import { joined } from "../syntax/record.js";
import { answersAt } from "./lookup.js";
import type { Zone, ZoneRecord } from "./record.js";

/** The DMARC record of a name itself. Throws a NetError where the zone does not tell. */
export function dmarcAt(zone: Zone, name: string): { record: DmarcRecord; from: ZoneRecord<"TXT"> } | undefined {
  const from = answersAt(zone, `_dmarc.${name}`, "TXT").find(({ data }) => isDmarc(joined(data)));
  const record = from && parseDmarc(joined(from.data));
  return record ? { record, from } : undefined;
}

/**
 * What receivers are asked to do with mail of a name, by its own record or that of a name above it in the zone; null for
 * none. Throws a NetError where the zone does not tell (RFC 9989 §4.10).
 */
export function dmarcEffect(zone: Zone, name: string): { request: DmarcRequest; at: string } | null {
  for (let at: string | undefined = name; at !== undefined && isWithin(at, zone.origin); at = parentOf(at)) {
    const found = dmarcAt(zone, at);
    const requests = found && dmarcRequests(found.record);
    if (requests) return { request: tested(at === name ? requests.own : requests.subdomains, found.record.t), at };
  }
  return null;
}

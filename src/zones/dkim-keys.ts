import { type DkimRecord, parseDkimRecord } from "../syntax/dkim-key.js";
import { joined } from "../syntax/record.js";
import { answersAt } from "./lookup.js";
import type { Zone } from "./record.js";

/** Names of a zone with DKIM keys, or aliases that lead to them. */
export const dkimNames = ({ records }: Zone): Set<string> =>
  new Set(
    records.flatMap(({ name, type }) =>
      name.includes("._domainkey.") && (type === "TXT" || type === "CNAME") ? [name] : [],
    ),
  );

/** The DKIM record that is answered of a name. Throws a NetError where the zone does not tell. */
export function dkimKeyAt(zone: Zone, name: string): DkimRecord | undefined {
  const [record] = answersAt(zone, name, "TXT");
  return record && parseDkimRecord(joined(record.data));
}

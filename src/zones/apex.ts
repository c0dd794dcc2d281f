import type { Place, UnknownRecord, ZoneRecord } from "./record.js";

/** What a provider gives the top of each zone, where the source of a whole zone does not say it. */
export function providersOwn(origin: string, records: readonly ZoneRecord[], place: Place): UnknownRecord[] {
  const { file, line, column } = place;
  const missing = (["SOA", "NS"] as const).filter(
    (type) => !records.some((record) => record.type === type && record.name === origin),
  );
  return missing.map((type) => ({ name: origin, type, why: "computed", file, line, column }));
}

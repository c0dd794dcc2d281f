import { writeRdata } from "../../src/syntax/rdata.js";
import { UsageError } from "../../src/usage.js";
import type { Change, UnknownRecord, Zone, ZoneRecord } from "../../src/zones/record.js";
import type { Format, Source } from "../../src/zones/source.js";

const place = ({ line, address }: { line: number; address?: string }): string => address ?? String(line);

const record = (one: ZoneRecord): string =>
  `${place(one)} ${one.name} ${one.ttl}${one.ttlAssumed ? "?" : ""} ${one.type} ${writeRdata(one.type, one.data)}`;

const unknown = (one: UnknownRecord): string =>
  [place(one), one.name ?? "?", one.type ?? "?", one.why, one.alias, one.fault]
    .filter((part) => part !== undefined)
    .join(" ");

const change = ({ action, order, moved, before, after, unknown: open }: Change): string =>
  [
    order ?? action,
    ...(moved === undefined ? [] : [`from ${moved}`]),
    ...before.map((one) => `- ${record(one)}`),
    ...(open?.before ?? []).map((one) => `-? ${unknown(one)}`),
    ...after.map((one) => `+ ${record(one)}`),
    ...(open?.after ?? []).map((one) => `+? ${unknown(one)}`),
  ].join("\n");

/** A zone in lines that tests compare: place, name, TTL (`?` where it is assumed), type, data. */
export const shown = (zone: Zone): object => ({
  zone: `${zone.origin} ${zone.completeness}${zone.provider === undefined ? "" : ` ${zone.provider}`}`,
  records: zone.records.map(record),
  ...(zone.unknown && { unknown: zone.unknown.map(unknown) }),
  ...(zone.changes && { changes: zone.changes.map(change) }),
  ...(zone.notes.length > 0 && { notes: zone.notes.map((one) => `${place(one)} ${one.text}`) }),
});

/** What a format reads, given as text or as a value for JSON. */
export const read = (format: Format, content: unknown, how: Partial<Source> = {}): object[] =>
  format.read({ file: "zone.json", octets: octetsOf(content), ...how }).map(shown);

export const octetsOf = (content: unknown): string =>
  Buffer.from(typeof content === "string" ? content : JSON.stringify(content, null, 1), "utf8").toString("latin1");

/** What is wrong with it. */
export function problems(format: Format, content: unknown, how: Partial<Source> = {}): string[] {
  try {
    read(format, content, how);
  } catch (error) {
    if (error instanceof UsageError) return error.problems.map(({ line, column, text }) => `${line}:${column} ${text}`);
    throw error;
  }
  return [];
}

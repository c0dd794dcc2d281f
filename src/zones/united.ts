import { bounds } from "../bounds.js";
import { type Problem, problemsIn } from "../usage.js";
import { loaded } from "./loaded.js";
import type { Zone, ZoneRecord } from "./record.js";

/**
 * Zones of one name and view from several files as one. Two that each claim to be whole are refused: they contradict each
 * other wherever they differ. What changes, and what was answered, is kept apart from what there is.
 */
export function united(zones: readonly Zone[]): Zone[] {
  const groups = new Map<string, Zone[]>();
  for (const zone of zones) {
    const kind = zone.completeness === "zone" ? "partial" : zone.completeness;
    const key = JSON.stringify([zone.origin, zone.view, kind]);
    const group = groups.get(key);
    if (group) group.push(zone);
    else groups.set(key, [zone]);
  }
  const problems: Problem[] = [];
  const all = [...groups.values()].map((group) => {
    const [first, second] = group.filter(({ completeness }) => completeness === "zone");
    if (first && second) problems.push(twice(first, second));
    return group.length === 1 || second ? group[0]! : asOne(group);
  });
  if (problems.length > 0) throw problemsIn(problems.slice(0, bounds.zones.problems));
  return all;
}

function twice(first: Zone, second: Zone): Problem {
  const { file, line, column } = placeOf(second);
  const other = placeOf(first);
  const where = other.file === file ? `line ${other.line}` : other.file;
  return {
    file,
    line,
    column,
    text: `the zone ${second.origin} is in ${where} too, each time whole`,
    hint: "give one of the two",
  };
}

const placeOf = ({ origin, records, unread, notes }: Zone): { file: string; line: number; column: number } =>
  records.find(({ type }) => type === "SOA") ??
  records[0] ??
  unread[0] ??
  notes[0] ?? { file: origin, line: 1, column: 1 };

function asOne(group: readonly Zone[]): Zone {
  const first = group[0]!;
  const together = <T>(of: (zone: Zone) => readonly T[] | undefined): T[] => group.flatMap((zone) => of(zone) ?? []);
  const records = together(({ records }) => records);
  const notes = together(({ notes }) => notes).slice(0, bounds.zones.notes);
  const unread = together(({ unread }) => unread);
  const unknown = together(({ unknown }) => unknown);
  const changes = together(({ changes }) => changes);
  const asked = together(({ asked }) => asked);
  const provider = group.find(({ provider }) => provider !== undefined)?.provider;
  const zone: Zone = {
    ...first,
    records,
    unread,
    notes,
    ...(unknown.length > 0 && { unknown }),
    ...(changes.length > 0 && { changes }),
    ...(asked.length > 0 && { asked }),
    ...(provider !== undefined && { provider }),
  };
  if (first.completeness === "live" || first.completeness === "plan") return zone;
  noteRepeated(zone);
  const whole = group.some(({ completeness }) => completeness === "zone");
  const { file } = placeOf(zone);
  return {
    ...zone,
    ...loaded({ origin: zone.origin, records, unread, notes }, { file, octets: "" }),
    completeness: whole ? "zone" : "partial",
  };
}

/** The same record in two files is one record; whoever removes it from one of them has to know. */
function noteRepeated({ records, notes }: Zone): void {
  const seen = new Map<string, ZoneRecord>();
  for (const record of records) {
    const { name, type, data, file, line, column } = record;
    const key = JSON.stringify([name, type, data]);
    const before = seen.get(key);
    if (!before) seen.set(key, record);
    else if (before.file !== file && notes.length < bounds.zones.notes)
      notes.push({ file, line, column, text: `${name} ${type} is in ${before.file}, line ${before.line}, too` });
  }
}

import type { Finding, Records } from "../finding.js";
import { NetError, type RecordType } from "../net/net.js";
import { writeRdata } from "../syntax/rdata.js";
import { answersAt, Elsewhere, isThere, setAt } from "./lookup.js";
import type { Zone, ZoneRecord } from "./record.js";

/** A zone before a change and after it; where there is none, one without records. */
export interface Sides {
  before: Zone;
  after: Zone;
}

/** The two sides of a zone, one that is missing as one without records. */
export function sidesOf({ before, after }: { before: Zone | null; after: Zone | null }): Sides {
  const origin = (after ?? before)!.origin;
  const none: Zone = { origin, completeness: "zone", records: [], unread: [], notes: [] };
  return { before: before ?? none, after: after ?? none };
}

/** Whether a set that was shown is there no longer, and no alias in its place. Throws a NetError where that is not known. */
export const isGone = ({ before, after }: Sides, name: string, type: RecordType): boolean =>
  setAt(before, name, type).length > 0 && setAt(after, name, "CNAME").length === 0 && !isThere(after, name, type);

/** Whether what is answered is not what it was; TTLs aside. Throws a NetError where that is not known. */
export function differs(sides: Sides, name: string, type: RecordType): boolean {
  const [was, is] = [sides.before, sides.after].map((zone) =>
    answersAt(zone, name, type)
      .map(({ data }) => writeRdata(type, data))
      .sort()
      .join("\n"),
  );
  return was !== is;
}

/**
 * What is found about each of several things. What is elsewhere, and was at the same place before, the change does not touch.
 * What else the zone does not tell of one thing hides nothing that is found of another; where nothing is found, the
 * NetError that says so is thrown on, for the runner to tell.
 */
export function findingsOf<T>(sides: Sides, things: Iterable<T>, look: (thing: T) => readonly Finding[]): Finding[] {
  const found: Finding[] = [];
  let open: NetError | undefined;
  for (const thing of things) {
    try {
      found.push(...look(thing));
    } catch (error) {
      if (!(error instanceof NetError)) throw error;
      if (!isUntouched(sides, error)) open ??= error;
    }
  }
  if (open && found.length === 0) throw open;
  return found;
}

/** Whether what is elsewhere was there before too. */
function isUntouched({ before, after }: Sides, error: NetError): boolean {
  if (!(error instanceof Elsewhere)) return false;
  const { name, type } = error.asked;
  const [was, is] = [before, after].map((zone) => elsewhere(zone, name, type));
  return was !== undefined && was === is;
}

/** The name that others answer at; undefined where they do not, or it is not known. */
function elsewhere(zone: Zone, name: string, type: RecordType): string | undefined {
  try {
    answersAt(zone, name, type);
    return undefined;
  } catch (error) {
    return error instanceof Elsewhere ? error.by : undefined;
  }
}

/** Records of a zone as evidence, with their places; without any, that there are none. */
export const shown = (
  name: string,
  type: RecordType,
  records: readonly ZoneRecord[],
  server = "proposed",
): Records => ({
  kind: "records",
  name,
  type,
  rcode: "NOERROR",
  server,
  ad: false,
  records: records.map(({ name, type, ttl, data, file, line, column }) => ({
    name,
    type,
    ttl,
    text: writeRdata(type, data),
    file,
    line,
    column,
  })),
});

/** Both sides of a set: what it was, and what it will be or that it will not be. */
export const shownBoth = ({ before, after }: Sides, name: string, type: RecordType): Records[] => [
  shown(name, type, setAt(after, name, type)),
  shown(name, type, setAt(before, name, type), "before the change"),
];

import { readJson } from "./json.js";
import { Proposal } from "./proposal.js";
import { providers } from "./providers.js";
import { emptySide, fullName, type RecordSet, type Side, sideOf } from "./record-set.js";
import type { Place, Zone } from "./record.js";
import type { Format, Source } from "./source.js";
import type { Branch } from "./tree.js";

/** A zone as PowerDNS has it in its interface, and what is sent there to change one. */
export const powerdns: Format = {
  id: "powerdns",
  detect: ({ octets }) => {
    const head = octets.slice(0, 65_536);
    return /^\s*\{/.test(head) && /"rrsets"\s*:/.test(head);
  },
  read(source) {
    const document = readJson(source);
    const placeOf = (entry: Branch): Place => document.placeOf(entry);
    return document.readMap((top) => {
      const sets = top.maps("rrsets");
      const origin = fullName(top.text("name") ?? "") ?? source.origin;
      return sets.some((entry) => entry.has("changetype"))
        ? changed(source, sets, origin ?? ".", placeOf)
        : listed(source, sets, origin, placeOf);
    });
  },
};

const provider = providers.powerdns;

function listed(
  source: Source,
  sets: readonly Branch[],
  origin: string | undefined,
  placeOf: (entry: Branch) => Place,
): Zone[] {
  const proposal = new Proposal(source.file, origin === undefined ? "partial" : "zone");
  const draft = proposal.zone(origin ?? ".", provider);
  for (const entry of sets) {
    proposal.count(entry.list("records").length);
    draft.add(sideOfSet(entry, origin, placeOf(entry)));
  }
  return proposal.zones("record");
}

function changed(source: Source, sets: readonly Branch[], origin: string, placeOf: (entry: Branch) => Place): Zone[] {
  const proposal = new Proposal(source.file, "plan");
  const draft = proposal.zone(origin, provider);
  for (const entry of sets) {
    const place = placeOf(entry);
    const side = sideOfSet(entry, origin, place);
    const gone = entry.text("changetype")?.toUpperCase() === "DELETE";
    proposal.count(entry.list("records").length);
    const before = publishedOf(entry, place);
    if (!gone) draft.add(side);
    draft.change({ action: gone ? "delete" : "update", whole: true }, before, gone ? emptySide() : side, place);
  }
  return proposal.zones("change");
}

/** What there is now is not said. */
function publishedOf(entry: Branch, place: Place): Side {
  return sideOf({ ...setOf(entry, place), why: "published" }, provider, undefined);
}

function sideOfSet(entry: Branch, origin: string | undefined, place: Place): Side {
  const set = setOf(entry, place);
  // A set of which all is disabled is not there.
  const side = set.values.length > 0 ? sideOf(set, provider, origin) : emptySide();
  const off = entry.maps("records").filter((record) => record.flag("disabled")).length;
  if (off > 0)
    side.notes.push({ ...place, text: `${set.name ?? "a name"} ${set.type ?? ""}: ${off} disabled, and not served` });
  return side;
}

function setOf(entry: Branch, place: Place): RecordSet {
  const served = entry.maps("records").filter((record) => !record.flag("disabled"));
  return {
    name: fullName(entry.text("name") ?? ""),
    type: entry.text("type"),
    ttl: entry.number("ttl"),
    values: served.map((record) => record.text("content")),
    place,
  };
}

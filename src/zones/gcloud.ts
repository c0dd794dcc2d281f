import type { Document } from "./document.js";
import { readJson } from "./json.js";
import { Proposal } from "./proposal.js";
import { providers } from "./providers.js";
import { emptySide, fullName, type RecordSet, type Side, sideOf } from "./record-set.js";
import type { Place, Zone } from "./record.js";
import type { Format, Source } from "./source.js";
import { Branch, isList, type Tree } from "./tree.js";
import { readYaml } from "./yaml.js";

/** What gcloud exports or lists of a zone of Google Cloud DNS, in YAML or JSON, and its transactions. */
export const gcloud: Format = {
  id: "gcloud",
  detect: ({ octets }) => /\bkind"?:\s*"?dns#resourceRecordSet\b/.test(octets.slice(0, 65_536)),
  read(source) {
    const document = /^\s*[[{]/.test(source.octets) ? readJson(source) : readYaml(source);
    return document.read((roots) => zonesOf(source, document, roots));
  },
};

const provider = providers.google;

function zonesOf(source: Source, document: Document, roots: readonly Tree[]): Zone[] {
  const entries = roots.flatMap((root) => (isList(root) ? root : [root])).filter((entry) => entry instanceof Branch);
  const [top] = entries;
  const read = (set: Branch): RecordSet => setOf(set, document.placeOf(set));
  if (top && entries.length === 1 && (top.has("additions") || top.has("deletions")))
    return changed(source, top.maps("additions").map(read), top.maps("deletions").map(read));
  return listed(source, entries.map(read));
}

function setOf(entry: Branch, place: Place): RecordSet {
  const name = fullName(entry.text("name") ?? "");
  const type = entry.text("type");
  const ttl = entry.number("ttl");
  const values = entry.list("rrdatas").map((value) => (typeof value === "string" ? value : undefined));
  return { name, type, ttl, values, ...(entry.has("routingPolicy") && { why: "routing" as const }), place };
}

const originOf = (sets: readonly RecordSet[], { origin }: Source): string | undefined =>
  sets.find(({ type }) => type === "SOA")?.name ?? origin;

function listed(source: Source, sets: readonly RecordSet[]): Zone[] {
  const apex = sets.find(({ type }) => type === "SOA")?.name;
  const origin = originOf(sets, source) ?? ".";
  const proposal = new Proposal(source.file, apex === undefined ? "partial" : "zone");
  proposal.count(sets.length);
  for (const set of sets) proposal.zone(origin, provider).add(sideOf(set, provider, origin));
  return proposal.zones("record set");
}

/** A transaction is done as one: what it takes away and adds at once is replaced. */
function changed(source: Source, additions: readonly RecordSet[], deletions: readonly RecordSet[]): Zone[] {
  const origin = originOf([...additions, ...deletions], source) ?? ".";
  const proposal = new Proposal(source.file, "plan");
  const draft = proposal.zone(origin, provider);
  const keyOf = ({ name, type }: RecordSet): string => JSON.stringify([name, type]);
  const steps = new Map<string, { place: Place; before?: Side; after?: Side }>();
  for (const set of deletions) steps.set(keyOf(set), { place: set.place, before: sideOf(set, provider, origin) });
  for (const set of additions) {
    const after = sideOf(set, provider, origin);
    steps.set(keyOf(set), { ...steps.get(keyOf(set)), place: set.place, after });
    draft.add(after);
  }
  proposal.count(steps.size);
  for (const { place, before, after } of steps.values()) {
    const action = before && after ? "update" : after ? "create" : "delete";
    draft.change({ action, whole: true }, before ?? emptySide(), after ?? emptySide(), place);
  }
  return proposal.zones("change");
}

import { readJson } from "./json.js";
import { type Draft, Proposal } from "./proposal.js";
import { providers } from "./providers.js";
import { emptySide, fullName, type RecordSet, type Side, sideOf } from "./record-set.js";
import type { Change, Place, Routing, Zone } from "./record.js";
import type { Format, Source } from "./source.js";
import { type Branch, ShapeError } from "./tree.js";

/** What Route 53 lists of a hosted zone, and a batch of changes for one. */
export const route53: Format = {
  id: "route53",
  detect: ({ octets }) => {
    const head = octets.slice(0, 65_536);
    return /^\s*\{/.test(head) && /"ResourceRecordSets?"\s*:/.test(head);
  },
  read(source) {
    const document = readJson(source);
    const placeOf = (entry: Branch): Place => document.placeOf(entry);
    return document.readMap((top) => {
      const batch = top.map("ChangeBatch") ?? top;
      return batch.has("Changes") ? changed(source, batch.maps("Changes"), placeOf) : listed(source, top, placeOf);
    });
  },
};

const provider = providers.route53;

function listed(source: Source, top: Branch, placeOf: (entry: Branch) => Place): Zone[] {
  const entries = top.maps("ResourceRecordSets");
  const sets = entries.map((entry) => setOf(entry, placeOf(entry)));
  // Each hosted zone has an SOA record, and its name is the only one that the list has for the zone.
  const apex = sets.find(({ type }) => type === "SOA")?.name;
  const origin = apex ?? source.origin ?? ".";
  const more = top.flag("IsTruncated") || top.text("NextToken") !== undefined;
  const proposal = new Proposal(source.file, apex !== undefined && !more ? "zone" : "partial");
  proposal.count(sets.length);
  for (const set of sets) proposal.zone(origin, provider).add(sideOf(set, provider, origin));
  if (more && sets.length > 0)
    proposal.zone(origin).note({ ...sets[0]!.place, text: "the list goes on; it is not all of the zone" });
  return proposal.zones("record set");
}

/** A batch, which is done as one: what it deletes and creates at once is replaced. */
function changed(source: Source, entries: readonly Branch[], placeOf: (entry: Branch) => Place): Zone[] {
  const proposal = new Proposal(source.file, "plan");
  const origin = source.origin ?? ".";
  const draft = proposal.zone(origin, provider);
  const steps = new Map<string, Step>();
  for (const entry of entries) {
    const inner = entry.map("ResourceRecordSet");
    if (!inner) throw new ShapeError("a change of nothing", entry.at);
    const set = setOf(inner, placeOf(inner));
    const side = sideOf(set, provider, origin);
    const key = JSON.stringify([set.name, set.type, set.routing?.id]);
    const step = steps.get(key) ?? { place: set.place, before: undefined, after: undefined, upsert: false };
    steps.set(key, step);
    const action = entry.text("Action")?.toUpperCase();
    if (action === "DELETE") step.before = side;
    else step.after = side;
    if (action === "UPSERT") step.upsert = true;
  }
  proposal.count(steps.size);
  for (const step of steps.values()) told(draft, step);
  return proposal.zones("change");
}

interface Step {
  place: Place;
  before: Side | undefined;
  after: Side | undefined;
  /** Whether there is one already is not said. */
  upsert: boolean;
}

function told(draft: Draft, { place, before, after, upsert }: Step): void {
  if (after) draft.add(after);
  // One of several sets of a name and type leaves the others as they are.
  const variant = [before, after].some((side) =>
    [...(side?.records ?? []), ...(side?.unknown ?? [])].some(({ routing }) => routing),
  );
  const whole = variant ? {} : { whole: true as const };
  const action: Change["action"] = !after ? "delete" : before || upsert ? "update" : "create";
  draft.change(
    { action, ...whole },
    before ?? (upsert && after ? published(after) : emptySide()),
    after ?? emptySide(),
    place,
  );
}

/** What there is now where a source says only what there will be. */
function published({ records, unknown }: Side): Side {
  const first = records[0] ?? unknown[0];
  if (!first) return emptySide();
  const { file, line, column, address, name, type } = first;
  const place = { file, line, column, ...(address !== undefined && { address }) };
  const what = { ...(name !== undefined && { name }), ...(type !== undefined && { type }) };
  return { ...emptySide(), unknown: [{ ...place, ...what, why: "published" }] };
}

/** A record set as Route 53 has it, CloudFormation too; names have octets outside of letters and digits in octal. */
export function setOf(entry: Branch, place: Place, values = valuesOf(entry)): RecordSet {
  const written = entry.text("Name");
  const routing = routingOf(entry);
  const target = entry.map("AliasTarget");
  const alias = target && owner(target.text("DNSName") ?? "");
  const elsewhere = entry.has("TrafficPolicyInstanceId");
  return {
    name: written === undefined ? undefined : owner(written),
    type: entry.text("Type"),
    ttl: entry.number("TTL") ?? (target ? 60 : undefined),
    values,
    ...((target ?? elsewhere) && { why: target ? "alias" : "routing" }),
    ...(alias !== undefined && { alias }),
    ...(routing && { routing }),
    place,
  };
}

const valuesOf = (entry: Branch): (string | undefined)[] =>
  entry.maps("ResourceRecords").map((record) => record.text("Value"));

/** `\052` is `*`. */
const owner = (written: string): string | undefined =>
  fullName(
    written.replace(/\\([0-3][0-7]{2})/g, (_, code: string) => `\\${String(parseInt(code, 8)).padStart(3, "0")}`),
  );

function routingOf(entry: Branch): Routing | undefined {
  const id = entry.text("SetIdentifier");
  const geo = entry.map("GeoLocation");
  const network = entry.map("CidrRoutingConfig");
  const weight = entry.text("Weight");
  const region = entry.text("Region");
  const failover = entry.text("Failover");
  const routing: Omit<Routing, "id"> | undefined =
    weight !== undefined
      ? { kind: "weighted", rule: `weight ${weight}` }
      : region !== undefined
        ? { kind: "latency", rule: region }
        : failover !== undefined
          ? { kind: "failover", rule: failover.toLowerCase() }
          : geo
            ? {
                kind: "geo",
                rule: ["ContinentCode", "CountryCode", "SubdivisionCode"]
                  .flatMap((key) => geo.text(key) ?? [])
                  .join(" "),
              }
            : network
              ? { kind: "network", rule: network.text("LocationName") ?? "" }
              : entry.flag("MultiValueAnswer")
                ? { kind: "multivalue" }
                : id === undefined
                  ? undefined
                  : { kind: "other" };
  return routing && { ...routing, ...(id !== undefined && { id }) };
}

import { problemsIn } from "../usage.js";
import type { Document } from "./document.js";
import { readJson } from "./json.js";
import { isMasked, type Mask, maskOf } from "./mask.js";
import { type Draft, Proposal } from "./proposal.js";
import { emptySide, type Side, sideOf } from "./record-set.js";
import type { Change, Place, Zone } from "./record.js";
import { kindOf, type Resource, type ResourceKind } from "./resource.js";
import type { Format, Source } from "./source.js";
import { TerraformZones, zoneIn } from "./terraform-zones.js";
import type { Branch } from "./tree.js";

/**
 * A plan or a state of Terraform or OpenTofu, as `show -json` writes it. Of a plan, the records are what there will be, and
 * its changes give what there is. Records that other tools keep are in neither. Values that are marked as sensitive are not
 * looked at.
 */
export const terraform: Format = {
  id: "terraform",
  detect: ({ octets }) => {
    const head = octets.slice(0, 65_536);
    return (
      /^\s*\{/.test(head) &&
      /"terraform_version"\s*:|^\{"@level":/.test(head) &&
      /"(?:format_version|lineage|@level)"\s*:/.test(head)
    );
  },
  read(source) {
    if (/^\s*\{"@level"/.test(source.octets)) throw wrongFile(source, "the log of a plan, which has no values");
    const document = readJson(source);
    return document.readMap((top) => {
      if (top.has("lineage"))
        throw wrongFile(source, "a state as Terraform stores it", "terraform show -json > state.json");
      if (!top.has("resource_changes") && !top.has("values") && !top.has("planned_values"))
        throw wrongFile(source, "neither a plan nor a state");
      return new Reading(source, document, top).zones();
    });
  },
};

const wrongFile = ({ file }: Source, text: string, run = "terraform show -json plan.out > plan.json") =>
  problemsIn([{ file, line: 1, column: 1, text, hint: `give the file of: ${run}` }]);

/** One side of a resource, and the zone that it is in. */
interface Placed {
  origin: string;
  side: Side;
}

class Reading {
  readonly #source: Source;
  readonly #document: Document;
  readonly #top: Branch;
  readonly #zones: TerraformZones;
  readonly #proposal: Proposal;
  /** Ids of zones whose names are not known, and the first resource that has them. */
  readonly #unknown = new Map<string, Place>();
  readonly #inside = new Map<string, Place>();
  #assumed: string | undefined;

  constructor(source: Source, document: Document, top: Branch) {
    this.#source = source;
    this.#document = document;
    this.#top = top;
    this.#zones = new TerraformZones(top.map("configuration"), source.zones);
    this.#proposal = new Proposal(source.file, "partial");
  }

  zones(): Zone[] {
    const changes = this.#top.maps("resource_changes");
    const state = statesIn(this.#top.map("values")?.map("root_module"));
    this.#learn(changes, state);
    this.#assumeOne(changes, state);
    for (const change of changes) this.#change(change);
    for (const resource of state) this.#state(resource);
    this.#notes();
    return this.#proposal.zones("record of a type that is known");
  }

  /** Looks for zones everywhere, before any record is read. */
  #learn(changes: readonly Branch[], state: readonly Branch[]): void {
    const zones = this.#zones;
    const sides = (one: Branch): (Branch | undefined)[] =>
      ["before", "after"].map((key) => one.map("change")?.map(key));
    for (const one of changes)
      for (const values of sides(one)) if (values) zones.add(one.text("address") ?? "", one.text("type") ?? "", values);
    const prior = this.#top.map("prior_state")?.map("values")?.map("root_module");
    const planned = this.#top.map("planned_values")?.map("root_module");
    for (const one of [...state, ...statesIn(prior), ...statesIn(planned)]) {
      const values = one.map("values");
      if (values) zones.add(one.text("address") ?? "", one.text("type") ?? "", values);
    }
    const records = [...changes.flatMap(sides), ...state.map((one) => one.map("values"))];
    for (const values of records)
      if (values)
        zones.learn(values.text("zone_id"), values.text("name"), values.text("fqdn") ?? values.text("hostname"));
  }

  /** The zone that the user names is the one whose id nothing explains, if there is one such id and no other zone of the name. */
  #assumeOne(changes: readonly Branch[], state: readonly Branch[]): void {
    const { origin } = this.#source;
    if (origin === undefined) return;
    const origins = new Set<string>();
    for (const one of [...changes, ...state]) {
      const kind = this.#kindOf(one);
      if (!kind) continue;
      for (const values of [one.map("change")?.map("before"), one.map("change")?.map("after"), one.map("values")])
        if (values) origins.add(this.#originOf(values, kind, one) ?? "");
    }
    if (this.#unknown.size === 1 && !origins.has(origin)) this.#assumed = origin;
    this.#unknown.clear();
  }

  #kindOf = (one: Branch): ResourceKind | undefined =>
    one.text("mode") === "data" ? undefined : kindOf(one.text("type") ?? "", this.#source.resources);

  /** The apex of the zone of a resource; undefined where it is not known, and null where nobody outside sees it. */
  #originOf(values: Branch, { zone }: ResourceKind, one: Branch): string | null | undefined {
    const written = values.text(zone);
    const address = one.text("address") ?? "";
    const known =
      (written === undefined ? undefined : this.#zones.byId(written)) ?? this.#zones.byReference(address, zone);
    if (known?.inside) this.#inside.set(known.name, this.#placeOf(one));
    if (known) return known.inside ? null : known.name;
    // Some are known by their names.
    const named = written === undefined || !/^[^/]+\.[^/.]+\.?$/.test(written) ? undefined : written.replace(/\.$/, "");
    if (named !== undefined) return named.toLowerCase();
    const id = written ?? address;
    if (!this.#unknown.has(id)) this.#unknown.set(id, this.#placeOf(one));
    return this.#assumed;
  }

  #placeOf(one: Branch): Place {
    const address = one.text("address");
    return { ...this.#document.placeOf(one), ...(address !== undefined && { address }) };
  }

  #placed(one: Branch, kind: ResourceKind, values: Branch, unknown: Mask, sensitive: Mask): Placed | undefined {
    const origin = isMasked(maskOf(sensitive, kind.zone)) ? undefined : this.#originOf(values, kind, one);
    if (origin === null) return undefined;
    const resource: Resource = { type: one.text("type") ?? "", values, unknown, sensitive, place: this.#placeOf(one) };
    const side = emptySide();
    for (const set of kind.sets(resource, origin)) {
      const { records, unknown: open, unread, notes } = sideOf(set, kind.provider, origin);
      side.records.push(...records);
      side.unknown.push(...open);
      side.unread.push(...unread);
      side.notes.push(...notes);
    }
    this.#proposal.count(side.records.length + side.unknown.length);
    return { origin: origin ?? ".", side };
  }

  /** Records of which the zone is not known may be of several providers. */
  #zone(origin: string, { provider }: ResourceKind): Draft {
    return origin === "." ? this.#proposal.zone(origin) : this.#proposal.zone(origin, provider);
  }

  #state(one: Branch): void {
    const kind = this.#kindOf(one);
    const values = one.map("values");
    const placed = kind && values && this.#placed(one, kind, values, undefined, one.get("sensitive_values"));
    if (placed) this.#zone(placed.origin, kind).add(placed.side);
  }

  #change(one: Branch): void {
    const change = one.map("change");
    if (!change || one.text("mode") === "data") return;
    const actions = change.list("actions").map(String);
    this.#hosted(one, change, actions);
    const kind = this.#kindOf(one);
    if (!kind) return;
    const [had, has] = [change.map("before"), change.map("after")];
    const before = had && this.#placed(one, kind, had, undefined, change.get("before_sensitive"));
    // What is forgotten stays where it is, and nobody keeps it any more.
    const forgotten = actions.includes("forget");
    const after =
      has && !forgotten
        ? this.#placed(one, kind, has, change.get("after_unknown"), change.get("after_sensitive"))
        : undefined;
    const stays = forgotten ? before : after;
    if (stays) this.#zone(stays.origin, kind).add(stays.side);
    if (forgotten && before) {
      const text = "no longer kept by Terraform; its records stay as they are";
      this.#proposal.zone(before.origin).note({ ...this.#placeOf(one), text });
    }
    const how = howOf(actions);
    if (how) this.#step(one, kind, how, before, after);
  }

  #step(one: Branch, kind: ResourceKind, how: How, before: Placed | undefined, after: Placed | undefined): void {
    const place = this.#placeOf(one);
    const moved = one.text("previous_address");
    const variant = [before, after].some((placed) => placed && hasVariants(placed.side));
    const whole = kind.whole && !variant ? { whole: true as const } : {};
    const all = { ...how, ...whole, ...(moved !== undefined && { moved }) };
    const zone = (origin: string): Draft => this.#zone(origin, kind);
    if (before && after && before.origin !== after.origin) {
      zone(before.origin).change({ action: "delete", ...whole }, before.side, emptySide(), place);
      zone(after.origin).change({ action: "create", ...whole }, emptySide(), after.side, place);
    } else {
      const origin = (before ?? after)?.origin;
      if (origin !== undefined)
        zone(origin).change(all, before?.side ?? emptySide(), after?.side ?? emptySide(), place);
    }
  }

  /** What happens to a zone itself. */
  #hosted(one: Branch, change: Branch, actions: readonly string[]): void {
    const type = one.text("type") ?? "";
    const how = howOf(actions);
    if (!how || how.action === "update") return;
    const values = change.map("after") ?? change.map("before");
    const zone = values && zoneIn(type, values);
    if (zone && !zone.inside) this.#proposal.zone(zone.name).hosted = how.action;
  }

  #notes(): void {
    for (const [id, place] of this.#unknown) {
      if (this.#assumed !== undefined) continue;
      const text = `the zone ${JSON.stringify(id.slice(0, 100))} has a name that is not in the plan; say it, under zones`;
      this.#proposal.zone(".").note({ ...place, text });
    }
    for (const [name, place] of this.#inside) {
      const text = `${name} is a zone that only a private network sees; its records are left out`;
      this.#proposal.zone(name).note({ ...place, text });
    }
    const first = { file: this.#source.file, line: 1, column: 1 };
    const fault = this.#top.flag("errored") ? "the plan ended with an error" : partly(this.#top);
    if (fault !== undefined) this.#proposal.noteAll({ ...first, text: `${fault}; it is not all that will change` });
  }
}

const partly = (top: Branch): string | undefined =>
  top.get("complete") === false ? "the plan is of some resources only" : undefined;

type How = Pick<Change, "action" | "order">;

/** What the actions of a plan come to; undefined where nothing in DNS changes. */
function howOf(actions: readonly string[]): How | undefined {
  const [first, second] = actions;
  if (second !== undefined) return { action: "replace", order: first === "delete" ? "delete-create" : "create-delete" };
  return first === "create" || first === "update" || first === "delete" ? { action: first } : undefined;
}

/** Whether it is one of several sets of a name and type, which leaves the others as they are. */
const hasVariants = ({ records, unknown }: Side): boolean => [...records, ...unknown].some(({ routing }) => routing);

/** The resources of a state, those of its modules too. */
function statesIn(module: Branch | undefined): Branch[] {
  const found: Branch[] = [];
  const modules = module ? [module] : [];
  for (let at = 0; at < modules.length; at++) {
    found.push(...modules[at]!.maps("resources"));
    modules.push(...modules[at]!.maps("child_modules"));
  }
  return found;
}

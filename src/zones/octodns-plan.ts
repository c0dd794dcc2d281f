import { bounds } from "../bounds.js";
import { type Problem, problemsIn } from "../usage.js";
import type { Document } from "./document.js";
import { readJson } from "./json.js";
import { absoluteName } from "./names.js";
import { defaults, nothingSaid, OctodnsRecord, placeOf, type Said } from "./octodns-record.js";
import { type Dict, Fault, problemOf, type Value } from "./octodns-yaml.js";
import { nameBelow } from "./octodns-zone.js";
import type { Change, Place, Zone } from "./record.js";
import type { Format, Source } from "./source.js";
import { Branch, isList, ShapeError, type Tree } from "./tree.js";

/**
 * The plan that octoDNS writes in JSON: what it will change at each target, with what stands there now, after everything
 * else that it does. Each change is of all records that a name has of a type.
 */
export const octodnsPlan: Format = {
  id: "octodns-plan",
  detect: ({ octets }) => {
    const head = octets.slice(0, 65_536);
    return /^\s*\{/.test(head) && /"record_type"\s*:/.test(head) && /"changes"\s*:/.test(head);
  },
  read(source) {
    const document = readJson(source);
    return document.readMap((top) => {
      const targets = top.keys.filter((key) => source.target === undefined || key === source.target);
      const zones = targets.flatMap((target) => {
        const map = mapAt(top, target);
        return map.keys.map((name) => {
          const zone = zoneOf(name, mapAt(map, name), document);
          return targets.length > 1 ? { ...zone, view: target } : zone;
        });
      });
      if (zones.length > 0) return zones;
      throw problemsIn([{ file: source.file, text: "no change is planned in it", hint: hintOf(source, top.keys) }]);
    });
  },
};

const hintOf = ({ target }: Source, targets: readonly string[]): string =>
  target === undefined ? "octodns-sync writes it with plan_outputs" : `its targets are ${targets.join(", ")}`;

function mapAt(branch: Branch, key: string): Branch {
  const map = branch.map(key);
  if (!map) throw new ShapeError(`${JSON.stringify(key.slice(0, 80))} is no map`, branch.at);
  return map;
}

function zoneOf(name: string, plan: Branch, document: Document): Zone {
  let origin: string;
  try {
    origin = absoluteName(name, ".");
  } catch (error) {
    if (error instanceof RangeError) throw new ShapeError(`${JSON.stringify(name)} is no name of a zone`, plan.at);
    throw error;
  }
  const zone: Zone = { origin, completeness: "plan", records: [], unread: [], notes: [], changes: [] };
  const unknown = [];
  const problems: Problem[] = [];
  for (const one of plan.maps("changes")) {
    try {
      const { change, before, after } = changeOf(one, origin, document);
      zone.changes!.push(change);
      zone.records.push(...after.records);
      zone.unread.push(...after.unread);
      unknown.push(...after.unknown);
      zone.notes.push(...[...before.notes, ...after.notes].slice(0, bounds.zones.notes - zone.notes.length));
    } catch (error) {
      if (!(error instanceof Fault)) throw error;
      if (problems.push(problemOf(error)) >= bounds.zones.problems) break;
    }
  }
  if (problems.length > 0) throw problemsIn(problems);
  return unknown.length > 0 ? { ...zone, unknown } : zone;
}

function changeOf(one: Branch, origin: string, document: Document): { change: Change; before: Said; after: Said } {
  const place = document.placeOf(one);
  const action = one.text("type");
  const type = one.text("record_type");
  const label = one.text("name");
  if ((action !== "create" && action !== "update" && action !== "delete") || type === undefined || label === undefined)
    throw new ShapeError("a change without its type, record_type or name", one.at);
  const name = nameBelow(label, origin, place);
  const side = (key: "existing" | "new"): Said => {
    const said = nothingSaid();
    const data = one.map(key);
    if (data) {
      const record = valueOf(data, place, document) as Dict;
      new OctodnsRecord(name, type, record, { ...defaults, semicolons: "escaped" }, said).read();
    }
    return said;
  };
  const before = side("existing");
  const after = side("new");
  const some = before.unknown.length + after.unknown.length > 0;
  const change: Change = {
    action,
    whole: true,
    before: before.records,
    after: after.records,
    ...(some && { unknown: { before: before.unknown, after: after.unknown } }),
    ...place,
  };
  return { change, before, after };
}

/** A value of JSON as one of YAML; of what is in a map, the place of the map is known. */
function valueOf(tree: Tree, place: Place, document: Document): Value {
  if (tree instanceof Branch) {
    const here = placeOf(document.placeOf(tree));
    const entry = (key: string) => ({ key: here, value: valueOf(tree.get(key) ?? null, here, document) });
    return { kind: "map", ...here, entries: new Map(tree.keys.map((key) => [key, entry(key)])) };
  }
  if (isList(tree)) return { kind: "list", ...place, items: tree.map((item) => valueOf(item, place, document)) };
  return { kind: "text", ...place, ...(tree !== null && { text: String(tree) }) };
}

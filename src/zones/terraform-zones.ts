import { bounds } from "../bounds.js";
import { fullName } from "./record-set.js";
import { addressOf, type Address } from "./terraform-address.js";
import { type ZoneForm, zoneForms } from "./terraform-resources.js";
import { type Branch, textOf } from "./tree.js";

/** A zone that a plan or state tells of. */
export interface KnownZone {
  /** Its apex. */
  name: string;
  /** Only a private network sees it. */
  inside: boolean;
}

/**
 * The zones of a plan or state, which records name by an id that says nothing: by the ids that zones have there, and where
 * those are not known yet, by what the configuration of a record refers to.
 */
export class TerraformZones {
  readonly #byId = new Map<string, KnownZone>();
  /** By resource without the key of its instance, in its module with keys; then by that key. */
  readonly #byAddress = new Map<string, Map<string, KnownZone>>();
  readonly #configuration: Branch | undefined;

  constructor(configuration: Branch | undefined, named: Readonly<Record<string, string>> = {}) {
    this.#configuration = configuration;
    for (const id of Object.keys(named)) {
      const name = fullName(named[id]!);
      if (name !== undefined) this.#byId.set(id, { name, inside: false });
    }
  }

  /** Takes in what a resource or data source says, if it is a zone. What came first stands. */
  add(address: string, type: string, values: Branch): void {
    const zone = zoneIn(type, values);
    const parts = addressOf(address);
    if (!zone || !parts) return;
    for (const key of zoneForms[type]!.ids) {
      const id = values.text(key);
      if (id !== undefined && !this.#byId.has(id)) this.#byId.set(id, zone);
    }
    const place = placeOf(parts);
    const instances = this.#byAddress.get(place) ?? new Map<string, KnownZone>();
    this.#byAddress.set(place, instances);
    if (!instances.has(parts.key ?? "")) instances.set(parts.key ?? "", zone);
  }

  /** Learns a zone from a record: its full name is its name in the zone and the zone. */
  learn(id: string | undefined, name: string | undefined, full: string | undefined): void {
    if (id === undefined || name === undefined || full === undefined || this.#byId.has(id)) return;
    const [low, high] = [name === "@" ? "" : name.toLowerCase(), full.toLowerCase().replace(/\.$/, "")];
    const rest = low === "" ? high : high.startsWith(`${low}.`) ? high.slice(low.length + 1) : undefined;
    const zone = rest === undefined || !rest.includes(".") ? undefined : fullName(rest);
    if (zone !== undefined) this.#byId.set(id, { name: zone, inside: false });
  }

  byId(id: string): KnownZone | undefined {
    return this.#byId.get(id);
  }

  /** The zone that a record's configuration refers to in an attribute. */
  byReference(address: string, attribute: string): KnownZone | undefined {
    const parts = addressOf(address);
    if (!parts || !this.#configuration) return undefined;
    const module = this.#moduleAt(parts.modules);
    const resource = module?.maps("resources").find((one) => one.text("address") === parts.resource);
    const expression = resource?.map("expressions")?.map(attribute);
    const each = resource?.map("for_each_expression");
    const found = this.#follow(expression, parts, 0);
    return found ?? (refersToEach(expression) ? this.#follow(each, parts, 0) : undefined);
  }

  #moduleAt(names: readonly string[]): Branch | undefined {
    let module = this.#configuration?.map("root_module");
    for (const name of names) module = module?.map("module_calls")?.map(name)?.map("module");
    return module;
  }

  /** The one zone that an expression refers to: of a resource, of what a module was given or gives. */
  #follow(expression: Branch | undefined, from: Address, hops: number): KnownZone | undefined {
    if (!expression || hops > bounds.zones.depth) return undefined;
    const constant = textOf(expression.get("constant_value"));
    if (constant !== undefined) return this.#byId.get(constant);
    const found = new Map<string, KnownZone>();
    for (const reference of expression.list("references").slice(0, 100)) {
      const zone = typeof reference === "string" ? this.#at(reference, from, hops) : undefined;
      if (zone) found.set(zone.name, zone);
    }
    return found.size === 1 ? [...found.values()][0] : undefined;
  }

  #at(reference: string, from: Address, hops: number): KnownZone | undefined {
    const [word, name, output] = reference.split(".", 3);
    if (word === "var" && name !== undefined && from.modules.length > 0) {
      const caller = outside(from);
      const call = this.#moduleAt(caller.modules)?.map("module_calls")?.map(from.modules.at(-1)!);
      return this.#follow(call?.map("expressions")?.map(name.replace(/\[.*$/, "")), caller, hops + 1);
    }
    if (word === "module" && name !== undefined && output !== undefined) {
      const child = within(from, name);
      const given = this.#moduleAt(child.modules)?.map("outputs")?.map(output.replace(/\[.*$/, ""));
      return this.#follow(given?.map("expression"), child, hops + 1);
    }
    const parts = addressOf(reference);
    if (!parts) return undefined;
    const instances = this.#byAddress.get(placeOf({ ...parts, module: from.module }));
    const same = instances?.get(parts.key ?? from.key ?? "");
    return same ?? (instances?.size === 1 ? [...instances.values()][0] : undefined);
  }
}

/** The zone that a resource or data source is; undefined for another one, and while its name is not known. */
export function zoneIn(type: string, values: Branch): KnownZone | undefined {
  const form = Object.hasOwn(zoneForms, type) ? zoneForms[type] : undefined;
  const written = form?.name.map((key) => values.text(key)).find((name) => name !== undefined);
  const name = fullName(written ?? "");
  return form && name !== undefined ? { name, inside: isInside(form, values) } : undefined;
}

const placeOf = ({ module, resource }: Address): string => `${module} ${resource}`;

const refersToEach = (expression: Branch | undefined): boolean =>
  expression?.list("references").some((one) => typeof one === "string" && one.startsWith("each.")) ?? false;

/** The place of the call of a module, for what is inside of it. */
function outside({ modules, module }: Address): Address {
  const last = /(?:^|\.)module\.[^.[\]"]+(\[(?:"(?:[^"\\]|\\.)*"|\d+)\])?$/.exec(module);
  const key = last?.[1]?.slice(1, -1);
  return { modules: modules.slice(0, -1), module: last ? module.slice(0, last.index) : "", resource: "", key };
}

function within({ modules, module }: Address, name: string): Address {
  const [, plain = name, key] = /^([^[]+)(\[.*\])?$/s.exec(name) ?? [];
  const inner = `${module === "" ? "" : `${module}.`}module.${plain}${key ?? ""}`;
  return { modules: [...modules, plain], module: inner, resource: "", key: undefined };
}

function isInside({ inside = [] }: ZoneForm, values: Branch): boolean {
  return inside.some(({ attribute, is }) => {
    const value = values.get(attribute);
    return is === undefined
      ? Array.isArray(value) && value.length > 0
      : typeof value !== "object" && String(value) === is;
  });
}

import { setsOf as cloudflareSets } from "./cloudflare.js";
import { isMasked, type Mask, maskOf } from "./mask.js";
import { type Provider, providers } from "./providers.js";
import { aliasTarget, fullName, nameIn, type RecordSet } from "./record-set.js";
import type { Place, Routing } from "./record.js";
import { dataOf } from "./structured.js";
import { type ResourceForm, resourceForms } from "./terraform-resources.js";
import { type Branch, textOf } from "./tree.js";

/** A resource that holds records: what it has, and which of it is not known or is secret. */
export interface Resource {
  type: string;
  values: Branch;
  unknown: Mask;
  sensitive: Mask;
  place: Place;
}

/** How a kind of resource is read. */
export interface ResourceKind {
  provider: Provider;
  /** The attribute with the zone. */
  zone: string;
  /** It holds all records of a name and type. */
  whole: boolean;
  /** The sets of records that it stands for; names are below the zone, or in full. */
  sets(resource: Resource, origin: string | undefined): RecordSet[];
}

/** The kind of a type of resource; undefined for one that holds no records, or that nobody told of. */
export function kindOf(type: string, more: Readonly<Record<string, ResourceForm>> = {}): ResourceKind | undefined {
  if (type === "aws_route53_record") return route53;
  if (type === "cloudflare_record" || type === "cloudflare_dns_record") return cloudflare;
  const form = Object.hasOwn(more, type)
    ? more[type]
    : Object.hasOwn(resourceForms, type)
      ? resourceForms[type]
      : undefined;
  if (!form) return undefined;
  const provider: Provider = providers[form.provider];
  const whole = "is" in form.type || !("text" in form.data);
  return { provider, zone: form.zone, whole, sets: (resource, origin) => [formed(resource, form, provider, origin)] };
}

/** Why some attributes of a resource cannot be used; undefined where they can. */
function why({ unknown, sensitive }: Resource, keys: readonly string[]): "computed" | "sensitive" | undefined {
  if (keys.some((key) => isMasked(maskOf(sensitive, key)))) return "sensitive";
  return keys.some((key) => isMasked(maskOf(unknown, key))) ? "computed" : undefined;
}

/** An attribute, unless it is not known or secret. */
const open = (resource: Resource, key: string): string | undefined =>
  why(resource, [key]) === undefined ? resource.values.text(key) : undefined;

const isHidden = (resource: Resource, key: string): boolean => why(resource, [key]) !== undefined;

function formed(resource: Resource, form: ResourceForm, provider: Provider, origin: string | undefined): RecordSet {
  const { values, place } = resource;
  const type = "is" in form.type ? form.type.is : open(resource, form.type.in);
  const before = (type !== undefined && form.before && Object.hasOwn(form.before, type) && form.before[type]) || [];
  const attribute = "texts" in form.data ? form.data.texts : "text" in form.data ? form.data.text : form.data.maps;
  const ttl = form.ttl === undefined || isHidden(resource, form.ttl) ? undefined : values.number(form.ttl);
  const set: RecordSet = { name: ownerOf(resource, form.name, form.owner, origin), type, ttl, values: [], place };
  const hidden = why(resource, [attribute, ...before]);
  if (form.alias !== undefined && !isEmpty(resource, form.alias)) return { ...set, why: "alias" };
  if (form.routing !== undefined && !isEmpty(resource, form.routing)) return { ...set, why: "routing" };
  if (hidden) return { ...set, why: hidden };
  // Numbers that are left out are nought.
  const first = before.map((key) => values.text(key) ?? "0");
  const data = dataIn(values, form.data);
  return { ...set, values: data.flatMap((parts) => dataOf(type ?? "", [...first, ...parts.map(target)])) };

  /** `@` is the zone itself to some. */
  function target(text: string | undefined): string | undefined {
    if (provider.id !== "digitalocean" || type === "TXT" || text === undefined) return text;
    if (text === "@" && origin !== undefined) return `${origin}.`;
    return type === "CAA" ? text.replace(/\.$/, "") : text;
  }
}

/** The parts of the data of each record. */
function dataIn(values: Branch, where: ResourceForm["data"]): (string | undefined)[][] {
  if ("texts" in where) return values.list(where.texts).map((text) => [textOf(text)]);
  if ("text" in where) return [[values.text(where.text)]];
  return values.maps(where.maps).map((map) => where.parts.map((part) => map.text(part)));
}

/** Whether an attribute is there and has something in it; what is not known may. */
const isEmpty = (resource: Resource, key: string): boolean => {
  const value = resource.values.get(key) ?? null;
  return !isHidden(resource, key) && (value === null || value === "" || (Array.isArray(value) && value.length === 0));
};

function ownerOf(
  resource: Resource,
  key: string,
  owner: ResourceForm["owner"],
  origin: string | undefined,
): string | undefined {
  if (isHidden(resource, key)) return undefined;
  const name = resource.values.text(key) ?? "";
  if (owner === "full") return fullName(name);
  if (name === "" || name === "@") return origin;
  if (owner === "relative") return nameIn(name, origin);
  return ending(name, origin);
}

/** A name that is full if it ends with the zone; without a zone, one with a dot at its end. */
function ending(name: string, origin: string | undefined): string | undefined {
  if (origin === undefined) return name.endsWith(".") ? fullName(name) : undefined;
  const full = fullName(name);
  return full !== undefined && (full === origin || full.endsWith(`.${origin}`))
    ? full
    : nameIn(name.replace(/\.$/, ""), origin);
}

const route53: ResourceKind = {
  provider: providers["route53-terraform"],
  whole: true,
  zone: "zone_id",
  sets(resource, origin) {
    const { values, place } = resource;
    // The provider completes a name, and tells the result of one that stands already.
    const told = open(resource, "fqdn");
    // To Route 53, @ is a name like any other.
    const owner = open(resource, "name") === "@" ? nameIn("\\@", origin) : ownerOf(resource, "name", "ending", origin);
    const name = owner ?? (origin === undefined && told?.includes(".") ? fullName(told) : undefined);
    const routing = routingOf(values);
    const set: RecordSet = {
      name,
      type: open(resource, "type"),
      ttl: isHidden(resource, "ttl") ? undefined : values.number("ttl"),
      values: [],
      ...(routing && { routing }),
      place,
    };
    const [to] = values.list("alias").length > 0 ? values.maps("alias") : [];
    if (to) {
      const alias = why(resource, ["alias"]) ? undefined : aliasTarget(to.text("name"), this.provider, origin);
      return [{ ...set, ttl: 60, why: "alias", ...(alias !== undefined && { alias }) }];
    }
    const hidden = why(resource, ["records", "alias"]);
    return [hidden ? { ...set, why: hidden } : { ...set, values: values.list("records").map(textOf) }];
  },
};

/** Blocks of a rule, and the attributes that tell it. */
const rules: Readonly<Record<string, [Routing["kind"], ...string[]]>> = {
  weighted_routing_policy: ["weighted", "weight"],
  latency_routing_policy: ["latency", "region"],
  failover_routing_policy: ["failover", "type"],
  geolocation_routing_policy: ["geo", "continent", "country", "subdivision"],
  geoproximity_routing_policy: ["geo", "aws_region", "bias"],
  cidr_routing_policy: ["network", "location_name"],
};

function routingOf(values: Branch): Routing | undefined {
  const id = values.text("set_identifier");
  const named = id === undefined || id === "" ? {} : { id };
  for (const key of Object.keys(rules)) {
    const [block] = values.list(key).length > 0 ? values.maps(key) : [];
    const [kind, ...attributes] = rules[key]!;
    const words = attributes.flatMap((attribute) => block?.text(attribute) ?? []);
    if (block) return { kind, ...named, rule: [...(kind === "weighted" ? ["weight"] : []), ...words].join(" ") };
  }
  if (values.flag("multivalue_answer_routing_policy")) return { kind: "multivalue", ...named };
  return named.id === undefined ? undefined : { kind: "other", ...named };
}

const cloudflare: ResourceKind = {
  provider: providers.cloudflare,
  whole: false,
  zone: "zone_id",
  sets(resource, origin) {
    const { values, place } = resource;
    const name = ownerOf(resource, "name", "ending", origin);
    // What the interface makes of the parts is known only when it is applied, and says no more than they do.
    const data = values.map("data") !== undefined || values.list("data").length > 0;
    const hidden = why(resource, data ? ["data", "priority"] : ["content", "value", "priority"]);
    if (!hidden && !isHidden(resource, "proxied") && !isHidden(resource, "type")) {
      const sets = cloudflareSets(values, name, place);
      return isHidden(resource, "ttl") ? sets.map((set) => ({ ...set, ttl: undefined })) : sets;
    }
    const type = open(resource, "type");
    return [{ name, type, ttl: undefined, values: [], why: hidden ?? "computed", place }];
  },
};

import type { Document } from "./document.js";
import { readJson } from "./json.js";
import { Proposal } from "./proposal.js";
import { providers } from "./providers.js";
import { fullName, sideOf } from "./record-set.js";
import type { Place, Zone } from "./record.js";
import { setOf } from "./route53.js";
import type { Format, Source } from "./source.js";
import { Branch, type Tree } from "./tree.js";
import { readYaml } from "./yaml.js";

/**
 * Templates of CloudFormation, those that CDK writes too: the record sets of Route 53 in them. What functions make of a
 * value is known only when the stack is deployed, and other record sets of the zone are in other stacks.
 */
export const cloudformation: Format = {
  id: "cloudformation",
  comments: "#",
  detect: ({ octets }) => /AWS::Route53::(?:RecordSet(?:Group)?|HostedZone)\b/.test(octets),
  read(source) {
    const document = /^\s*\{/.test(source.octets) ? readJson(source) : readYaml(source);
    return document.readMap((top) => new Template(source, document, top.map("Resources")).zones());
  },
};

const provider = providers.route53;

class Template {
  readonly #source: Source;
  readonly #document: Document;
  readonly #resources: Branch | undefined;

  constructor(source: Source, document: Document, resources: Branch | undefined) {
    this.#source = source;
    this.#document = document;
    this.#resources = resources;
  }

  zones(): Zone[] {
    const proposal = new Proposal(this.#source.file, "partial");
    for (const id of this.#resources?.keys ?? []) {
      const resource = this.#resources!.map(id);
      const properties = resource?.map("Properties");
      if (!resource || !properties) continue;
      const type = resource.text("Type");
      const sets =
        type === "AWS::Route53::RecordSet"
          ? [properties]
          : type === "AWS::Route53::RecordSetGroup"
            ? properties.maps("RecordSets")
            : [];
      proposal.count(sets.length);
      for (const [at, set] of sets.entries()) {
        const place: Place = {
          ...this.#document.placeOf(set),
          address: type === "AWS::Route53::RecordSet" ? id : `${id}[${at}]`,
        };
        const origin = this.#zoneOf(set) ?? this.#zoneOf(properties) ?? this.#source.origin ?? ".";
        const values = set.list("ResourceRecords").map((value) => (typeof value === "string" ? value : undefined));
        // Text that a function makes is none yet.
        const computed = values.includes(undefined) || [set.get("Name"), set.get("Type")].some(isComputed);
        const read = setOf(set, place, values);
        proposal
          .zone(origin, provider)
          .add(sideOf({ ...read, ...(computed && { why: "computed" }) }, provider, origin));
      }
    }
    return proposal.zones("record set");
  }

  /** The name of the zone that a record set is in, as far as the template has it. */
  #zoneOf(set: Branch): string | undefined {
    const name = set.text("HostedZoneName");
    if (name !== undefined) return fullName(name);
    const id = set.get("HostedZoneId");
    if (typeof id === "string") return this.#source.zones?.[id];
    const ref = id instanceof Branch ? id.text("Ref") : undefined;
    const zone = ref === undefined ? undefined : this.#resources?.map(ref);
    if (zone?.text("Type") !== "AWS::Route53::HostedZone") return undefined;
    return fullName(zone.map("Properties")?.text("Name") ?? "");
  }
}

const isComputed = (value: Tree | undefined): boolean => value instanceof Branch;

import type { Document } from "./document.js";
import { readJson } from "./json.js";
import { Proposal } from "./proposal.js";
import { providers } from "./providers.js";
import { fullName, type RecordSet, sideOf } from "./record-set.js";
import type { Place, Zone } from "./record.js";
import type { Format, Source } from "./source.js";
import { Branch, type Tree } from "./tree.js";
import { readYaml } from "./yaml.js";

/**
 * Resources of Kubernetes of the kind DNSEndpoint, from which external-dns makes records. What the zone holds besides is in
 * none of them, and of which zone a name is they do not say.
 */
export const externalDns: Format = {
  id: "external-dns",
  comments: "#",
  detect: ({ octets }) => /\bkind"?\s*:\s*"?DNSEndpoint(?:List)?"?\s*(?:[,}\r\n]|$)/m.test(octets.slice(0, 65_536)),
  read(source) {
    const document = /^\s*[[{]/.test(source.octets) ? readJson(source) : readYaml(source);
    return document.read((roots) => zonesOf(source, document, roots));
  },
};

const provider = providers.kubernetes;

function zonesOf(source: Source, document: Document, roots: readonly Tree[]): Zone[] {
  const endpoints = roots.flatMap(resourcesIn).flatMap((resource) => resource.map("spec")?.maps("endpoints") ?? []);
  const origin = source.origin ?? ".";
  const proposal = new Proposal(source.file, "partial");
  proposal.count(endpoints.length);
  for (const endpoint of endpoints)
    proposal.zone(origin, provider).add(sideOf(setOf(endpoint, document.placeOf(endpoint)), provider, origin));
  return proposal.zones("endpoint");
}

/** The resources of the kind in a document, which may be a list of any kinds. */
function resourcesIn(root: Tree): Branch[] {
  if (!(root instanceof Branch)) return [];
  const kind = root.text("kind") ?? "";
  if (kind === "DNSEndpoint") return [root];
  return kind === "List" || kind === "DNSEndpointList" ? root.maps("items").flatMap(resourcesIn) : [];
}

function setOf(endpoint: Branch, place: Place): RecordSet {
  const type = endpoint.text("recordType");
  const id = endpoint.text("setIdentifier");
  const targets = endpoint.list("targets").map((target) => (typeof target === "string" ? target : undefined));
  const ttl = endpoint.number("recordTTL");
  const proxied = endpoint
    .maps("providerSpecific")
    .some((one) => /(?:^|\/)cloudflare-proxied$/.test(one.text("name") ?? "") && one.flag("value"));
  return {
    name: fullName(endpoint.text("dnsName") ?? ""),
    type,
    ttl: ttl === 0 ? undefined : ttl,
    values: targets,
    ...(proxied && { why: "proxied" as const }),
    ...(id !== undefined && { routing: { kind: "other" as const, id } }),
    place,
  };
}

import type { providers } from "./providers.js";

/** How a resource of Terraform holds records: which attribute has what. */
export interface ResourceForm {
  provider: keyof typeof providers;
  /** The attribute with the id or the name of the zone. */
  zone: string;
  /** The attribute with the owner of the records; the apex where it is left out. */
  name: string;
  /**
   * How the owner is written: `relative` to the zone; `full`; or `ending`, where a name that ends with the zone is full and
   * any other one is relative.
   */
  owner: "relative" | "full" | "ending";
  /** The attribute with the type, or the type that all such resources have. */
  type: { in: string } | { is: string };
  /** The attribute with the TTL. */
  ttl?: string;
  /** Where the data is: a list of texts, one text, or a list of maps with its parts. */
  data: { texts: string } | { text: string } | { maps: string; parts: readonly string[] };
  /** Attributes whose values come before the data, by type. */
  before?: Readonly<Record<string, readonly string[]>>;
  /** Attributes that have the provider answer by a rule, or with the records of something else, where they are not empty. */
  routing?: string;
  alias?: string;
}

const numbered = { MX: ["priority"], SRV: ["priority", "weight", "port"] };
const azure = { provider: "azure", zone: "zone_name", name: "name", owner: "relative", ttl: "ttl" } as const;
const update = { provider: "absolute", zone: "zone", name: "name", owner: "relative", ttl: "ttl" } as const;
const common = { name: "name", owner: "relative", type: { in: "type" }, ttl: "ttl" } as const;
const alicloud = {
  provider: "absolute",
  owner: "relative",
  type: { in: "type" },
  ttl: "ttl",
  data: { text: "value" },
} as const;

/** Resources by type. Route 53's and Cloudflare's have more to them, and are read where their interfaces are. */
export const resourceForms: Readonly<Record<string, ResourceForm>> = {
  google_dns_record_set: {
    ...common,
    provider: "google",
    zone: "managed_zone",
    owner: "full",
    data: { texts: "rrdatas" },
    routing: "routing_policy",
  },
  azurerm_dns_a_record: { ...azure, type: { is: "A" }, data: { texts: "records" }, alias: "target_resource_id" },
  azurerm_dns_aaaa_record: { ...azure, type: { is: "AAAA" }, data: { texts: "records" }, alias: "target_resource_id" },
  azurerm_dns_caa_record: { ...azure, type: { is: "CAA" }, data: { maps: "record", parts: ["flags", "tag", "value"] } },
  azurerm_dns_cname_record: { ...azure, type: { is: "CNAME" }, data: { text: "record" }, alias: "target_resource_id" },
  azurerm_dns_mx_record: { ...azure, type: { is: "MX" }, data: { maps: "record", parts: ["preference", "exchange"] } },
  azurerm_dns_ns_record: { ...azure, type: { is: "NS" }, data: { texts: "records" } },
  azurerm_dns_ptr_record: { ...azure, type: { is: "PTR" }, data: { texts: "records" } },
  azurerm_dns_srv_record: {
    ...azure,
    type: { is: "SRV" },
    data: { maps: "record", parts: ["priority", "weight", "port", "target"] },
  },
  azurerm_dns_txt_record: { ...azure, type: { is: "TXT" }, data: { maps: "record", parts: ["value"] } },
  digitalocean_record: {
    ...common,
    provider: "digitalocean-terraform",
    zone: "domain",
    data: { text: "value" },
    before: { ...numbered, CAA: ["flags", "tag"] },
  },
  hetznerdns_record: { ...common, provider: "hetzner", zone: "zone_id", data: { text: "value" } },
  hcloud_zone_rrset: { ...common, provider: "hetzner", zone: "zone", data: { maps: "records", parts: ["value"] } },
  hcloud_zone_record: { ...common, provider: "hetzner", zone: "zone", data: { text: "value" } },
  powerdns_record: { ...common, provider: "powerdns", zone: "zone", owner: "full", data: { texts: "records" } },
  ns1_record: {
    ...common,
    provider: "absolute",
    zone: "zone",
    name: "domain",
    owner: "full",
    data: { maps: "answers", parts: ["answer"] },
  },
  dnsimple_zone_record: {
    ...common,
    provider: "absolute",
    zone: "zone_name",
    data: { text: "value" },
    before: { MX: ["priority"], SRV: ["priority"] },
  },
  gandi_livedns_record: { ...common, provider: "relative", zone: "zone", data: { texts: "values" } },
  ovh_domain_zone_record: {
    ...common,
    provider: "relative",
    zone: "zone",
    name: "subdomain",
    type: { in: "fieldtype" },
    data: { text: "target" },
  },
  linode_domain_record: {
    ...common,
    provider: "absolute",
    zone: "domain_id",
    type: { in: "record_type" },
    ttl: "ttl_sec",
    data: { text: "target" },
    before: numbered,
  },
  vultr_dns_record: {
    ...common,
    provider: "absolute",
    zone: "domain",
    data: { text: "data" },
    before: { MX: ["priority"], SRV: ["priority"] },
  },
  vercel_dns_record: {
    ...common,
    provider: "absolute",
    zone: "domain",
    data: { text: "value" },
    before: { MX: ["mx_priority"] },
  },
  oci_dns_rrset: {
    provider: "absolute",
    zone: "zone_name_or_id",
    name: "domain",
    owner: "full",
    type: { in: "rtype" },
    data: { maps: "items", parts: ["rdata"] },
  },
  alicloud_dns_record: { ...alicloud, zone: "name", name: "host_record", before: { MX: ["priority"] } },
  alicloud_alidns_record: { ...alicloud, zone: "domain_name", name: "rr", before: { MX: ["priority"] } },
  dns_a_record_set: { ...update, type: { is: "A" }, data: { texts: "addresses" } },
  dns_aaaa_record_set: { ...update, type: { is: "AAAA" }, data: { texts: "addresses" } },
  dns_cname_record: { ...update, type: { is: "CNAME" }, data: { text: "cname" } },
  dns_mx_record_set: { ...update, type: { is: "MX" }, data: { maps: "mx", parts: ["preference", "exchange"] } },
  dns_ns_record_set: { ...update, type: { is: "NS" }, data: { texts: "nameservers" } },
  dns_ptr_record: { ...update, type: { is: "PTR" }, data: { text: "ptr" } },
  dns_srv_record_set: {
    ...update,
    type: { is: "SRV" },
    data: { maps: "srv", parts: ["priority", "weight", "port", "target"] },
  },
  dns_txt_record_set: { ...update, type: { is: "TXT" }, data: { texts: "txt" } },
};

/** How a resource or data source of Terraform tells of a zone. */
export interface ZoneForm {
  provider: keyof typeof providers;
  /** Attributes with its name, the first that there is. */
  name: readonly string[];
  /** Attributes by which records may know it. */
  ids: readonly string[];
  /** An attribute that says, where it is not empty, that only a private network sees the zone; or that has this value. */
  inside?: { attribute: string; is?: string }[];
}

const named = { name: ["name"], ids: ["id", "name"] } as const;

export const zoneForms: Readonly<Record<string, ZoneForm>> = {
  aws_route53_zone: {
    provider: "route53-terraform",
    name: ["name"],
    ids: ["zone_id", "id"],
    inside: [{ attribute: "vpc" }, { attribute: "private_zone", is: "true" }],
  },
  cloudflare_zone: { provider: "cloudflare", name: ["name", "zone"], ids: ["id", "zone_id"] },
  google_dns_managed_zone: {
    provider: "google",
    name: ["dns_name"],
    ids: ["name", "id"],
    inside: [{ attribute: "visibility", is: "private" }],
  },
  azurerm_dns_zone: { ...named, provider: "azure" },
  digitalocean_domain: { ...named, provider: "digitalocean-terraform" },
  hetznerdns_zone: { ...named, provider: "hetzner" },
  hcloud_zone: { ...named, provider: "hetzner" },
  powerdns_zone: { ...named, provider: "powerdns" },
  linode_domain: { provider: "absolute", name: ["domain"], ids: ["id", "domain"] },
  ns1_zone: { provider: "absolute", name: ["zone"], ids: ["zone", "id"] },
  oci_dns_zone: { ...named, provider: "absolute" },
};

import type { TextDialect } from "./txt.js";

/** How a provider of DNS takes records: what reading a file made for it has to know. */
export interface Provider {
  id: string;
  text: TextDialect;
  /**
   * What a name in data is that has no dot at its end: `absolute`, as with a dot; `relative`, below the zone, as in a master
   * file; `refused`.
   */
  bare: "absolute" | "relative" | "refused";
  /** Seconds, of a record that says none. */
  ttl: number;
  /** Seconds that a TTL of 1 stands for, where it stands for something. */
  automatic?: number;
  /** It answers an alias at the apex, and one that it is told to, with the addresses that the alias leads to. */
  flattens?: true;
  /** The most octets of one text. */
  longest?: number;
}

const absolute = { text: "either", bare: "absolute", ttl: 3_600 } as const;
const relative = { text: "either", bare: "relative", ttl: 3_600 } as const;

/** By id. The TTLs are those that the provider documents for records without one. */
export const providers = {
  route53: { ...absolute, id: "route53", text: "route53", ttl: 300, longest: 4_000 },
  "route53-terraform": { ...absolute, id: "route53", text: "terraform-route53", ttl: 300, longest: 4_000 },
  cloudflare: { ...absolute, id: "cloudflare", ttl: 300, automatic: 300, flattens: true },
  google: { ...absolute, id: "google", text: "google", ttl: 300 },
  azure: { ...absolute, id: "azure", text: "bare", longest: 4_096 },
  digitalocean: { ...absolute, id: "digitalocean", text: "bare", ttl: 1_800 },
  "digitalocean-terraform": { id: "digitalocean", text: "bare", bare: "refused", ttl: 1_800 },
  hetzner: { ...relative, id: "hetzner", text: "quoted" },
  powerdns: { id: "powerdns", text: "quoted", bare: "refused", ttl: 3_600 },
  dnscontrol: { ...relative, id: "other", text: "bare", ttl: 300 },
  kubernetes: { ...absolute, id: "external-dns", text: "bare", ttl: 300 },
  absolute: { ...absolute, id: "other" },
  relative: { ...relative, id: "other" },
} satisfies Record<string, Provider>;

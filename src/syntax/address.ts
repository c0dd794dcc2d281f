import ipaddr from "ipaddr.js";

/**
 * IP addresses as text: what is one, which special-purpose range holds it, how its reverse name is written. Strict where
 * libraries and URL parsers are not: four decimal octets without leading zeros, no zone (RFC 3986 §3.2.2, RFC 4291 §2.2).
 */
type Parsed = ipaddr.IPv4 | ipaddr.IPv6;

const octet = "(?:25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)";
const dottedQuad = new RegExp(`^${octet}(?:\\.${octet}){3}$`);

/** 4 or 6, or nothing for what is no address. */
export function familyOf(text: string): 4 | 6 | undefined {
  const ip = parsed(text);
  return ip && (ip.kind() === "ipv4" ? 4 : 6);
}

export const isAddress = (text: string): boolean => parsed(text) !== undefined;

/** The address in its one canonical spelling (RFC 5952); what is no address stays as it is. */
export function canonical(text: string): string {
  return parsed(text)?.toString() ?? text;
}

export const sameAddress = (one: string, other: string): boolean => canonical(one) === canonical(other);

/** The octets of an address, 4 or 16; none for what is no address. */
export function octetsOf(text: string): number[] {
  return parsed(text)?.toByteArray() ?? [];
}

/** Whether an address is in a network; false when the two are not of one family. */
export function isWithin(address: string, network: string, bits: number): boolean {
  const [ip, net] = [parsed(address), parsed(network)];
  return ip !== undefined && net !== undefined && matches(ip, net, bits);
}

/** Whether an address lies in a network written as `192.0.2.0/24`; false where either is none, or of another family. */
export function isInside(address: string, network: string): boolean {
  const [base = "", bits] = network.split("/");
  if (!isAddress(address) || !isAddress(base) || familyOf(address) !== familyOf(base)) return false;
  const width = familyOf(base) === 4 ? 32 : 128;
  const length = bits === undefined ? width : /^\d{1,3}$/.test(bits) ? Number(bits) : Number.NaN;
  return length <= width && isWithin(address, base, length);
}

/**
 * The name under which a zone holds an address: octets or nibbles backwards, then the zone. Without a zone its PTR name
 * (RFC 1035 §3.5, RFC 3596 §2.5); with one, that of a DNS blocklist (RFC 5782 §2.1, §2.4).
 */
export function reversed(address: string, zone?: string): string {
  const ip = parsed(address);
  if (!ip) throw new TypeError(`not an IP address: ${address}`);
  const octets = ip.toByteArray();
  if (ip.kind() === "ipv4") return `${octets.reverse().join(".")}.${zone ?? "in-addr.arpa"}`;
  const nibbles = octets.flatMap((octet) => [octet >> 4, octet & 15]).reverse();
  return `${nibbles.map((nibble) => nibble.toString(16)).join(".")}.${zone ?? "ip6.arpa"}`;
}

/** Special-purpose ranges that nothing on the public network has (IANA registries, RFC 6890), the narrower first. */
const special: [name: string, net: Parsed, bits: number][] = (
  [
    ["unspecified", "0.0.0.0/8"],
    ["private", "10.0.0.0/8"],
    ["carrier-grade NAT", "100.64.0.0/10"],
    ["loopback", "127.0.0.0/8"],
    ["link-local", "169.254.0.0/16"],
    ["private", "172.16.0.0/12"],
    ["IETF protocol", "192.0.0.0/24"],
    ["documentation", "192.0.2.0/24"],
    ["6to4 relay", "192.88.99.0/24"],
    ["private", "192.168.0.0/16"],
    ["benchmarking", "198.18.0.0/15"],
    ["documentation", "198.51.100.0/24"],
    ["documentation", "203.0.113.0/24"],
    ["multicast", "224.0.0.0/4"],
    ["broadcast", "255.255.255.255/32"],
    ["reserved", "240.0.0.0/4"],
    ["unspecified", "::/128"],
    ["loopback", "::1/128"],
    ["IPv4-mapped", "::ffff:0:0/96"],
    ["IPv4-compatible", "::/96"],
    ["NAT64", "64:ff9b:1::/48"],
    ["discard-only", "100::/64"],
    ["Teredo", "2001::/32"],
    ["benchmarking", "2001:2::/48"],
    ["ORCHID", "2001:10::/28"],
    ["ORCHID", "2001:20::/28"],
    ["documentation", "2001:db8::/32"],
    ["6to4", "2002::/16"],
    ["documentation", "3fff::/20"],
    ["unique-local", "fc00::/7"],
    ["link-local", "fe80::/10"],
    ["site-local", "fec0::/10"],
    ["multicast", "ff00::/8"],
  ] as const
).map(([name, cidr]) => [name, ...ipaddr.parseCIDR(cidr)]);

const nat64 = ipaddr.parseCIDR("64:ff9b::/96");
const globalUnicast = ipaddr.parseCIDR("2000::/3");

/** The name of the special-purpose range an address is in; nothing for a public address. */
export function rangeName(address: string): string | undefined {
  const ip = parsed(address);
  if (!ip) throw new TypeError(`not an IP address: ${address}`);
  if (matches(ip, ...nat64)) return rangeName(ip.toByteArray().slice(12).join(".")); // RFC 6052 §3.1
  const found = special.find(([, net, bits]) => matches(ip, net, bits));
  if (found) return found[0];
  return ip.kind() === "ipv6" && !matches(ip, ...globalUnicast) ? "reserved" : undefined; // RFC 4291 §2.4
}

/** Whether an address can be one of the public network's; false also for what is no address. */
export function isPublic(address: string): boolean {
  return isAddress(address) && rangeName(address) === undefined;
}

function matches(ip: Parsed, net: Parsed, bits: number): boolean {
  return ip.kind() === net.kind() && (ip as ipaddr.IPv6).match(net as ipaddr.IPv6, bits);
}

function parsed(text: string): Parsed | undefined {
  if (dottedQuad.test(text)) return ipaddr.IPv4.parse(text);
  if (!text.includes(":") || text.length > 45) return undefined;
  const quad = /(?<=:)[\d.]+$/.exec(text)?.[0] ?? "";
  const hex = dottedQuad.test(quad) ? text.slice(0, -quad.length) + groupsOf(quad) : text;
  const halves = hex.split("::").map((half) => (half === "" ? [] : half.split(":")));
  const groups = halves.flat();
  const fits = halves.length === 1 ? groups.length === 8 : halves.length === 2 && groups.length < 8;
  if (!fits || !groups.every((group) => /^[0-9a-f]{1,4}$/i.test(group))) return undefined;
  return ipaddr.IPv6.parse(hex);
}

/** The last 32 bits of an IPv6 address in decimal, as two groups; the library takes `::192.0.2.1` for IPv4-mapped. */
function groupsOf(quad: string): string {
  const [a, b, c, d] = quad.split(".").map(Number) as [number, number, number, number];
  return `${((a << 8) | b).toString(16)}:${((c << 8) | d).toString(16)}`;
}

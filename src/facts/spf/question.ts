import { canonical, octetsOf } from "../../syntax/address.js";
import { nameOf } from "../../syntax/domain-name.js";
import type { MacroLetter } from "../../syntax/spf-macro.js";

/** What check_host() is asked (RFC 7208 §4.1). */
export interface SpfQuestion {
  /** The address of the client. */
  ip: string;
  /** The domain whose record is looked at first: of MAIL FROM, or the HELO name. */
  domain: string;
  /** The reverse-path or, for a HELO check, postmaster@ the HELO name. */
  sender: string;
  helo: string;
}

/** The address as SPF sees it: an IPv4-mapped one is the IPv4 address in it (RFC 7208 §5). */
export function clientAddress(ip: string): string {
  const octets = octetsOf(ip);
  if (octets.length === 0) throw new TypeError(`not an IP address: ${ip}`);
  const mapped = octets.length === 16 && octets.slice(0, 12).every((octet, at) => octet === (at < 10 ? 0 : 255));
  return mapped ? octets.slice(12).join(".") : ip;
}

/** The name that an expanded domain-spec stands for; one that is too long loses labels on the left (RFC 7208 §7.3). */
export function nameToAsk(text: string): string {
  const labels = text.replace(/\.$/, "").split(".");
  while (labels.length > 1 && labels.join(".").length > 253) labels.shift();
  return nameOf(labels);
}

/** What the macro letters stand for in the record of `domain` (RFC 7208 §7.2). */
export function macroValues(of: {
  question: SpfQuestion;
  ip: string;
  domain: string;
  validated: string;
  /** Milliseconds since 1970. */
  at: number;
}): Record<MacroLetter, string> {
  const { question, ip, domain, validated, at } = of;
  const sign = question.sender.lastIndexOf("@");
  const local = question.sender.slice(0, Math.max(sign, 0)) || "postmaster"; // RFC 7208 §4.3
  const origin = question.sender.slice(sign + 1) || question.domain;
  return {
    s: `${local}@${origin}`,
    l: local,
    o: origin,
    d: domain,
    i: dotted(ip),
    p: validated,
    v: ip.includes(":") ? "ip6" : "in-addr",
    h: question.helo,
    c: canonical(ip),
    r: "unknown",
    t: String(Math.floor(at / 1000)),
  };
}

/** An IPv4 address as it is; an IPv6 address as 32 nibbles with dots between (RFC 7208 §7.3). */
function dotted(ip: string): string {
  const octets = octetsOf(ip);
  if (octets.length === 4) return ip;
  return octets
    .flatMap((octet) => [octet >> 4, octet & 15])
    .map((nibble) => nibble.toString(16).toUpperCase())
    .join(".");
}

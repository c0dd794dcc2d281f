import { readDer } from "./der.js";
import { octetsOf, sha512 } from "./octets.js";
import type { RecordData } from "./record.js";

type Tlsa = RecordData["TLSA"];

/** The fields that say what a record is of, as people name it: `3 1 1`. */
export const tlsaForm = ({ usage, selector, matching }: Tlsa): string => `${usage} ${selector} ${matching}`;

/** Hex digits of each kind of digest (RFC 6698 §2.1.3). */
const lengths: Readonly<Record<number, number>> = { 1: 64, 2: 128 };

/** Why senders of mail cannot use a record, in words; null where they can. */
export function tlsaFault({ usage, selector, matching, data }: Tlsa): string | null {
  if (usage < 2) return `usage ${usage} is none for mail`; // RFC 7672 §3.1.3
  if (usage > 3) return `usage ${usage} is unknown`;
  if (selector > 1) return `selector ${selector} is unknown`;
  if (matching > 2) return `matching type ${matching} is unknown`;
  const length = lengths[matching];
  if (length !== undefined && data.length !== length)
    return `${data.length / 2} octets of data; a digest of this kind has ${length / 2}`;
  if (length === undefined && readDer(octetsOfHex(data))?.length !== 1) return "its data cannot be read";
  return null;
}

/** Whether a record stands for a certificate (RFC 6698 §2.1). */
export async function standsFor(
  { selector, matching, data }: Tlsa,
  { der, sha256, spkiSha256 }: { der: string; sha256: string; spkiSha256: string },
): Promise<boolean> {
  if (matching === 1) return data === (selector === 0 ? sha256 : spkiSha256);
  const whole = octetsOf(atob(der));
  const octets = selector === 0 ? whole : publicKeyIn(whole);
  if (!octets || octets.length === 0) return false;
  return data === (matching === 2 ? await sha512(octets) : hexOf(octets));
}

/** SubjectPublicKeyInfo of a certificate (RFC 5280 §4.1). */
function publicKeyIn(certificate: Uint8Array): Uint8Array<ArrayBuffer> | undefined {
  const inner = (octets: Uint8Array | undefined) => (octets && readDer(octets)) ?? [];
  const [signed] = inner(inner(certificate)[0]?.content);
  const fields = inner(signed?.content);
  const key = fields[fields[0]?.tag === 0xa0 ? 6 : 5];
  return key && Uint8Array.from(key.whole);
}

const octetsOfHex = (hex: string): Uint8Array => Uint8Array.from(hex.match(/../g) ?? [], (pair) => parseInt(pair, 16));

const hexOf = (octets: Uint8Array): string =>
  Array.from(octets, (octet) => octet.toString(16).padStart(2, "0")).join("");

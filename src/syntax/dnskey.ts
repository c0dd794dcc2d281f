import { labelsOf } from "./domain-name.js";
import { octetsOf, sha256 } from "./octets.js";
import type { RecordData } from "./record.js";

type Key = RecordData["DNSKEY"];

/** The data of a DNSKEY record on the wire (RFC 4034 §2.1); undefined where the key is not base64. */
function rdataOf({ flags, protocol, algorithm, key }: Key): Uint8Array<ArrayBuffer> | undefined {
  try {
    return Uint8Array.of(flags >> 8, flags & 255, protocol, algorithm, ...octetsOf(atob(key)));
  } catch {
    return undefined;
  }
}

/** The tag by which signatures and DS records name a key (RFC 4034 appendix B); undefined where it cannot be read. */
export function keyTag(key: Key): number | undefined {
  const rdata = rdataOf(key);
  if (!rdata) return undefined;
  let sum = 0;
  for (const [at, octet] of rdata.entries()) sum += at % 2 === 0 ? octet << 8 : octet;
  return (sum + (sum >>> 16)) & 0xffff;
}

/** Keys that a parent may vouch for: for the zone, not revoked, meant as its way in (RFC 4034 §2.1.1, RFC 5011 §2.1). */
export const isEntry = ({ flags }: Key): boolean => (flags & 0x181) === 0x101;

/** The DS record for a key of a zone, with SHA-256 (RFC 4034 §5.1.4, RFC 4509); undefined where it cannot be read. */
export async function dsOf(zone: string, key: Key): Promise<RecordData["DS"] | undefined> {
  const [tag, rdata] = [keyTag(key), rdataOf(key)];
  if (tag === undefined || !rdata) return undefined;
  const name = [...labelsOf(zone.toLowerCase()), ""].flatMap((label) => [label.length, ...octetsOf(label)]);
  const digest = await sha256(Uint8Array.of(...name, ...rdata));
  return { keyTag: tag, algorithm: key.algorithm, digestType: 2, digest };
}

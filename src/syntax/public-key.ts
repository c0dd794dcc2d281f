import { type Der, oid, readDer } from "./der.js";

/**
 * Public keys as DKIM publishes them: an RSA key as SubjectPublicKeyInfo (what everybody does) or RSAPublicKey (what
 * RFC 6376 §3.6.1 says), an Ed25519 key as its 32 octets (RFC 8463 §4).
 */
export interface PublicKey {
  type: "rsa" | "ed25519";
  /** Of the modulus; 256 for Ed25519. */
  bits: number;
  /** The key as SubjectPublicKeyInfo in base64, so that equal keys are equal texts. */
  spki: string;
}

export type ReadKey = { ok: true; key: PublicKey } | { ok: false; error: string };

type Octets = Uint8Array | readonly number[];

const sequence = 0x30;
const integer = 0x02;
const bitString = 0x03;
const rsaEncryption = "1.2.840.113549.1.1.1";
/** AlgorithmIdentifier of RSA (RFC 3279 §2.3.1) and of Ed25519 (RFC 8410 §3). */
const rsaAlgorithm = [sequence, 13, 6, 9, 0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 1, 1, 1, 5, 0];
const ed25519Algorithm = [sequence, 5, 6, 3, 0x2b, 0x65, 0x70];

/** Octets of base64 text; null where it is not that. Blanks may stand anywhere, padding may be left out. */
export function fromBase64(text: string): Uint8Array<ArrayBuffer> | null {
  const bare = text.replace(/\s+/g, "");
  if (!/^[A-Za-z0-9+/]*={0,2}$/.test(bare)) return null;
  try {
    return Uint8Array.from(atob(bare), (char) => char.charCodeAt(0));
  } catch {
    return null;
  }
}

const toBase64 = (octets: Octets): string => btoa(String.fromCharCode(...octets));

export function readRsaKey(octets: Uint8Array): ReadKey {
  const [outer] = readDer(octets) ?? [];
  if (outer?.tag !== sequence) return { ok: false, error: cutOff(octets) ?? "it is no DER of a public key" };
  const inner = readDer(outer.content) ?? [];
  if (inner[0]?.tag === integer) return rsaKey(inner); // RFC 8017 A.1.1
  const [algorithm, key] = inner;
  const [type] = readDer(algorithm?.content ?? new Uint8Array()) ?? [];
  if (!type || key?.tag !== bitString) return { ok: false, error: "it is no DER of a public key" };
  if (oid(type) !== rsaEncryption) return { ok: false, error: "it is a key of another kind than RSA" };
  const [wrapped] = readDer(key.content.subarray(1)) ?? [];
  return rsaKey(readDer(wrapped?.content ?? new Uint8Array()) ?? []);
}

export function readEd25519Key(octets: Uint8Array): ReadKey {
  if (octets.length === 32) {
    const spki = encode(sequence, [...ed25519Algorithm, ...encode(bitString, [0, ...octets])]);
    return { ok: true, key: { type: "ed25519", bits: 256, spki: toBase64(spki) } };
  }
  const wrapped = octets.length === 44 && ed25519Algorithm.every((octet, at) => octets[at + 2] === octet);
  return {
    ok: false,
    error: wrapped
      ? "it is wrapped as SubjectPublicKeyInfo, where the 32 octets of the key alone are wanted"
      : `it has ${octets.length} octets, and an Ed25519 key has 32`,
  };
}

function rsaKey([modulus, exponent]: readonly Der[]): ReadKey {
  if (modulus?.tag !== integer || exponent?.tag !== integer)
    return { ok: false, error: "it is no DER of a public key" };
  const n = positive(modulus);
  const e = positive(exponent);
  if (n.length === 0 || e.length === 0) return { ok: false, error: "its modulus or exponent is zero" };
  const body = encode(sequence, [...encode(integer, signed(n)), ...encode(integer, signed(e))]);
  const spki = encode(sequence, [...rsaAlgorithm, ...encode(bitString, [0, ...body])]);
  const bits = (n.length - 1) * 8 + n[0]!.toString(2).length;
  return { ok: true, key: { type: "rsa", bits, spki: toBase64(spki) } };
}

/** Modulus and exponent of an RSA key as it is held here; undefined of any other. */
export function rsaNumbers({ type, spki }: PublicKey): { modulus: bigint; exponent: bigint } | undefined {
  if (type !== "rsa") return undefined;
  const [outer] = readDer(fromBase64(spki)!)!;
  const [, key] = readDer(outer!.content)!;
  const [wrapped] = readDer(key!.content.subarray(1))!;
  const [modulus, exponent] = readDer(wrapped!.content)!.map(({ content }) => asNumber(content));
  return { modulus: modulus!, exponent: exponent! };
}

const asNumber = (octets: Uint8Array): bigint =>
  BigInt(`0x${Array.from(octets, (octet) => octet.toString(16).padStart(2, "0")).join("")}`);

/** What `p=` holds for a key, given as SubjectPublicKeyInfo in base64 (RFC 6376 §3.6.1, RFC 8463 §4). */
export function published(spki: string): Pick<PublicKey, "type"> & { data: string } {
  const octets = fromBase64(spki);
  const isEd25519 = octets?.length === 44 && ed25519Algorithm.every((octet, at) => octets[at + 2] === octet);
  if (isEd25519) return { type: "ed25519", data: toBase64(octets.subarray(12)) };
  return { type: "rsa", data: octets ? toBase64(octets) : spki };
}

/** That the octets end before the element that they begin, if so. */
function cutOff(octets: Uint8Array): string | undefined {
  const [, first = 0] = octets;
  const size = first < 128 ? 0 : first - 128;
  const length = octets.subarray(2, 2 + size).reduce((value, octet) => value * 256 + octet, size === 0 ? first : 0);
  const due = 2 + size + length;
  if (octets[0] !== sequence || size > 4 || octets.length >= due) return undefined;
  return `it ends after ${octets.length} of ${due} octets; the rest was cut off`;
}

function encode(tag: number, content: Octets): number[] {
  const size = content.length;
  const length = size < 0x80 ? [size] : size < 0x100 ? [0x81, size] : [0x82, size >> 8, size & 0xff];
  return [tag, ...length, ...content];
}

/** An integer without the zeros before it, and with the one zero that keeps it positive (X.690 §8.3). */
function positive({ content }: Der): Uint8Array {
  const first = content.findIndex((octet) => octet !== 0);
  return first < 0 ? new Uint8Array() : content.subarray(first);
}
const signed = (octets: Uint8Array): Octets => (octets[0]! & 0x80 ? [0, ...octets] : octets);

/**
 * Public keys as DKIM publishes them: an RSA key as SubjectPublicKeyInfo (what everybody does) or RSAPublicKey (what
 * RFC 6376 §3.6.1 says), an Ed25519 key as its 32 octets (RFC 8463 §4). Only as much of DER is read as these need.
 */
export interface PublicKey {
  type: "rsa" | "ed25519";
  /** Of the modulus; 256 for Ed25519. */
  bits: number;
  /** Of RSA; null where it has more than 32 bits. */
  exponent?: number | null;
  /** The key as SubjectPublicKeyInfo in base64, so that equal keys are equal texts. */
  spki: string;
}

export type ReadKey = { ok: true; key: PublicKey } | { ok: false; error: string };

type Bytes = readonly number[];

const sequence = 0x30;
const integer = 0x02;
const bitString = 0x03;
/** 1.2.840.113549.1.1.1, rsaEncryption, with its NULL (RFC 3279 §2.3.1). */
const rsaAlgorithm: Bytes = [sequence, 13, 6, 9, 0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 1, 1, 1, 5, 0];
/** 1.3.101.112 (RFC 8410 §3). */
const ed25519Algorithm: Bytes = [sequence, 5, 6, 3, 0x2b, 0x65, 0x70];

/** Octets of base64 text; null where it is not that. Blanks may stand anywhere, padding may be left out. */
export function fromBase64(text: string): Bytes | null {
  const bare = text.replace(/\s+/g, "");
  if (!/^[A-Za-z0-9+/]*={0,2}$/.test(bare)) return null;
  try {
    return Array.from(atob(bare), (char) => char.charCodeAt(0));
  } catch {
    return null;
  }
}

const toBase64 = (bytes: Bytes): string => btoa(String.fromCharCode(...bytes));

export function readRsaKey(bytes: Bytes): ReadKey {
  try {
    const outer = element(bytes, 0, sequence);
    const first = bytes[outer.from];
    if (first === integer) return rsaKey(bytes); // RFC 8017 A.1.1
    const algorithm = element(bytes, outer.from, sequence);
    const oid = bytes.slice(algorithm.from, algorithm.end);
    if (!startsWith(oid, rsaAlgorithm.slice(2, 13)))
      return { ok: false, error: "it is a key of another kind than RSA" };
    const wrapped = element(bytes, algorithm.end, bitString);
    return rsaKey(bytes.slice(wrapped.from + 1, wrapped.end));
  } catch (error) {
    return { ok: false, error: (error as Error).message };
  }
}

export function readEd25519Key(bytes: Bytes): ReadKey {
  if (bytes.length === 32) {
    const spki = der(sequence, [...ed25519Algorithm, ...der(bitString, [0, ...bytes])]);
    return { ok: true, key: { type: "ed25519", bits: 256, spki: toBase64(spki) } };
  }
  const wrapped = bytes.length === 44 && startsWith(bytes.slice(2), ed25519Algorithm);
  return {
    ok: false,
    error: wrapped
      ? "it is wrapped as SubjectPublicKeyInfo, where the 32 octets of the key alone are wanted"
      : `it has ${bytes.length} octets, and an Ed25519 key has 32`,
  };
}

function rsaKey(bytes: Bytes): ReadKey {
  const outer = element(bytes, 0, sequence);
  const modulus = element(bytes, outer.from, integer);
  const exponent = element(bytes, modulus.end, integer);
  const n = unsigned(bytes.slice(modulus.from, modulus.end));
  const e = unsigned(bytes.slice(exponent.from, exponent.end));
  if (n.length === 0 || e.length === 0) return { ok: false, error: "its modulus or exponent is zero" };
  const body = der(sequence, [...der(integer, signed(n)), ...der(integer, signed(e))]);
  const spki = der(sequence, [...rsaAlgorithm, ...der(bitString, [0, ...body])]);
  return {
    ok: true,
    key: {
      type: "rsa",
      bits: (n.length - 1) * 8 + n[0]!.toString(2).length,
      exponent: e.length > 4 ? null : e.reduce((value, octet) => value * 256 + octet, 0),
      spki: toBase64(spki),
    },
  };
}

/** Where the content of the element at an offset begins and ends; throws what is wrong with it. */
function element(bytes: Bytes, at: number, tag: number): { from: number; end: number } {
  if (bytes[at] === undefined) throw new RangeError(`it ends after ${bytes.length} octets; the rest was cut off`);
  if (bytes[at] !== tag) throw new RangeError("it is no DER of a public key");
  const short = bytes[at + 1] ?? 0;
  const count = short < 0x80 ? 0 : short & 0x7f;
  if (count > 3 || (short >= 0x80 && count === 0)) throw new RangeError("it is no DER of a public key");
  const from = at + 2 + count;
  const length = count === 0 ? short : bytes.slice(at + 2, from).reduce((value, octet) => value * 256 + octet, 0);
  if (from + length > bytes.length)
    throw new RangeError(`it ends after ${bytes.length} of ${from + length} octets; the rest was cut off`);
  return { from, end: from + length };
}

function der(tag: number, content: Bytes): number[] {
  const size = content.length;
  const length = size < 0x80 ? [size] : size < 0x100 ? [0x81, size] : [0x82, size >> 8, size & 0xff];
  return [tag, ...length, ...content];
}

/** An integer without the zeros before it, and with the one zero that keeps it positive (X.690 §8.3). */
const unsigned = (octets: Bytes): Bytes => {
  const first = octets.findIndex((octet) => octet !== 0);
  return first < 0 ? [] : octets.slice(first);
};
const signed = (octets: Bytes): Bytes => (octets[0]! & 0x80 ? [0, ...octets] : octets);

const startsWith = (bytes: Bytes, head: Bytes): boolean => head.every((octet, at) => bytes[at] === octet);

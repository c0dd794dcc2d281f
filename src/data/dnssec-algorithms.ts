/**
 * What validators make of the algorithms that zones are signed with, and of the digests in DS records. From the IANA
 * registry as RFC 9904 (2025) has it: "sha1" must not be used to sign any more and is refused by some validators (RFC
 * 9905), "unsupported" is known to few or none, so that a zone with nothing else counts as unsigned (RFC 4035 §5.2).
 */
export interface Algorithm {
  name: string;
  use: "good" | "sha1" | "unsupported";
}

export const signingAlgorithms: Readonly<Record<number, Algorithm>> = {
  1: { name: "RSAMD5", use: "unsupported" },
  3: { name: "DSA", use: "unsupported" },
  5: { name: "RSASHA1", use: "sha1" },
  6: { name: "DSA-NSEC3-SHA1", use: "unsupported" },
  7: { name: "RSASHA1-NSEC3-SHA1", use: "sha1" },
  8: { name: "RSASHA256", use: "good" },
  10: { name: "RSASHA512", use: "good" },
  12: { name: "ECC-GOST", use: "unsupported" },
  13: { name: "ECDSAP256SHA256", use: "good" },
  14: { name: "ECDSAP384SHA384", use: "good" },
  15: { name: "ED25519", use: "good" },
  16: { name: "ED448", use: "good" },
  17: { name: "SM2SM3", use: "unsupported" },
  23: { name: "ECC-GOST12", use: "unsupported" },
};

export const digestAlgorithms: Readonly<Record<number, Algorithm>> = {
  1: { name: "SHA-1", use: "sha1" },
  2: { name: "SHA-256", use: "good" },
  3: { name: "GOST R 34.11-94", use: "unsupported" },
  4: { name: "SHA-384", use: "good" },
  5: { name: "GOST R 34.11-2012", use: "unsupported" },
  6: { name: "SM3", use: "unsupported" },
};

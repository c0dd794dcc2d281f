/**
 * DNS records as values. Names are in presentation form without the last dot, lower case where they are compared; the
 * root is ".". Octets of character-strings are chars 0 to 255 (RFC 1035 §3.3, §5.1).
 */
export interface RecordData {
  A: string;
  AAAA: string;
  NS: string;
  CNAME: string;
  DNAME: string;
  PTR: string;
  MX: { preference: number; exchange: string };
  /** The character-strings of one record, in order. */
  TXT: string[];
  SPF: string[];
  SOA: {
    mname: string;
    rname: string;
    serial: number;
    refresh: number;
    retry: number;
    expire: number;
    minimum: number;
  };
  SRV: { priority: number; weight: number; port: number; target: string };
  NAPTR: {
    order: number;
    preference: number;
    flags: string;
    service: string;
    regexp: string;
    replacement: string;
  };
  HINFO: { cpu: string; os: string };
  CAA: { flags: number; tag: string; value: string };
  /** Hex data. */
  TLSA: { usage: number; selector: number; matching: number; data: string };
  SMIMEA: { usage: number; selector: number; matching: number; data: string };
  SSHFP: { algorithm: number; hash: number; fingerprint: string };
  /** Base64. */
  OPENPGPKEY: string;
  DS: { keyTag: number; algorithm: number; digestType: number; digest: string };
  /** Base64 key. */
  DNSKEY: { flags: number; protocol: number; algorithm: number; key: string };
  RRSIG: {
    covered: string;
    algorithm: number;
    labels: number;
    originalTtl: number;
    /** Seconds since 1970. */
    expiration: number;
    inception: number;
    keyTag: number;
    signer: string;
    signature: string;
  };
  NSEC: { next: string; types: string[] };
  NSEC3: { algorithm: number; flags: number; iterations: number; salt: string; next: string; types: string[] };
  NSEC3PARAM: { algorithm: number; flags: number; iterations: number; salt: string };
  CDS: { keyTag: number; algorithm: number; digestType: number; digest: string };
  CDNSKEY: { flags: number; protocol: number; algorithm: number; key: string };
  /** Any other type: its data in hex (RFC 3597). */
  [unknown: `TYPE${number}`]: string;
}
export type RecordType = keyof RecordData;

/** The text of a TXT record: its character-strings joined without a separator (RFC 7208 §3.3, RFC 6376 §3.6.2.2). */
export const joined = (strings: readonly string[]): string => strings.join("");

/** A text as the character-strings of one record, each as long as may be (RFC 1035 §3.3). */
export const strings = (text: string): string[] => text.match(/[^]{1,255}/g) ?? [""];

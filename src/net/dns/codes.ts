import type { RecordType } from "../../syntax/record.js";

/** Numbers of the IANA registry of DNS parameters, as far as they have a meaning here. */
const types = {
  A: 1,
  NS: 2,
  CNAME: 5,
  SOA: 6,
  PTR: 12,
  HINFO: 13,
  MX: 15,
  TXT: 16,
  AAAA: 28,
  SRV: 33,
  NAPTR: 35,
  DNAME: 39,
  DS: 43,
  SSHFP: 44,
  RRSIG: 46,
  NSEC: 47,
  DNSKEY: 48,
  NSEC3: 50,
  NSEC3PARAM: 51,
  TLSA: 52,
  SMIMEA: 53,
  CDS: 59,
  CDNSKEY: 60,
  OPENPGPKEY: 61,
  SPF: 99,
  CAA: 257,
} as const satisfies Partial<Record<RecordType, number>>;

const names = new Map<number, RecordType>(Object.entries(types).map(([name, code]) => [code, name as RecordType]));

/** The pseudo-record that carries EDNS (RFC 6891 §6.1). */
export const optType = 41;
export const inClass = 1;

/** `MX` to 15; an unknown type is written TYPE and its number (RFC 3597 §5). */
export function typeCode(type: RecordType): number {
  return (types as Partial<Record<RecordType, number>>)[type] ?? Number(type.slice(4));
}

export function typeName(code: number): RecordType {
  return names.get(code) ?? `TYPE${code}`;
}

export const rcodes = { noError: 0, formErr: 1, servFail: 2, nxDomain: 3, notImp: 4, refused: 5, badVers: 16 } as const;

const rcodeNames: Record<number, string> = {
  0: "NOERROR",
  1: "FORMERR",
  2: "SERVFAIL",
  3: "NXDOMAIN",
  4: "NOTIMP",
  5: "REFUSED",
  6: "YXDOMAIN",
  7: "YXRRSET",
  8: "NXRRSET",
  9: "NOTAUTH",
  10: "NOTZONE",
  16: "BADVERS",
  23: "BADCOOKIE",
};
export const rcodeName = (code: number): string => rcodeNames[code] ?? `rcode ${code}`;

/** Purposes of extended errors (RFC 8914 §4). */
const errorNames = [
  "other error",
  "unsupported DNSKEY algorithm",
  "unsupported DS digest type",
  "stale answer",
  "forged answer",
  "DNSSEC indeterminate",
  "DNSSEC bogus",
  "signature expired",
  "signature not yet valid",
  "DNSKEY missing",
  "RRSIGs missing",
  "no zone key bit set",
  "NSEC missing",
  "cached error",
  "not ready",
  "blocked",
  "censored",
  "filtered",
  "prohibited",
  "stale NXDOMAIN answer",
  "not authoritative",
  "not supported",
  "no reachable authority",
  "network error",
  "invalid data",
];
export const extendedErrorName = (code: number): string => errorNames[code] ?? `extended error ${code}`;

/** Extended errors of answers that the server made up, so that they say nothing about the name (RFC 8914 §4.5, §4.16). */
export const madeUp: ReadonlySet<number> = new Set([4, 15, 16, 17]);

import { typeCode, typeName } from "../net/dns/codes.js";
import type { RecordType } from "../syntax/record.js";

/** Types whose data is kept as octets, though master files write it in words. */
const octetTypes: Readonly<Record<string, RecordType>> = { SVCB: "TYPE64", HTTPS: "TYPE65" };

/** Types that the registry knows, and on which nothing here depends; their data is read only where it is octets. */
const unread: Readonly<Record<string, number>> = {
  A6: 38,
  AFSDB: 18,
  AMTRELAY: 260,
  APL: 42,
  AVC: 258,
  CERT: 37,
  CSYNC: 62,
  DHCID: 49,
  DLV: 32_769,
  DOA: 259,
  EUI48: 108,
  EUI64: 109,
  GPOS: 27,
  HIP: 55,
  IPSECKEY: 45,
  ISDN: 20,
  KEY: 25,
  KX: 36,
  L32: 105,
  L64: 106,
  LOC: 29,
  LP: 107,
  MB: 7,
  MG: 8,
  MINFO: 14,
  MR: 9,
  NID: 104,
  NINFO: 56,
  NSAP: 22,
  "NSAP-PTR": 23,
  NXT: 30,
  PX: 26,
  RESINFO: 261,
  RKEY: 57,
  RP: 17,
  RT: 21,
  SIG: 24,
  SINK: 40,
  TA: 32_768,
  TALINK: 58,
  URI: 256,
  WALLET: 262,
  WKS: 11,
  X25: 19,
  ZONEMD: 63,
};

/** What a word in the place of a type is. */
export interface TypeWord {
  type: RecordType;
  /** Its data in words is not read. */
  unread?: true;
}

/** A type by its mnemonic, or `TYPE` and its number (RFC 3597 §5); undefined for what is none. */
export function typeOf(word: string): TypeWord | undefined {
  const mnemonic = word.toUpperCase();
  const kept = Object.hasOwn(octetTypes, mnemonic) ? octetTypes[mnemonic] : undefined;
  if (kept) return { type: kept };
  const number = /^TYPE(\d{1,5})$/.exec(mnemonic)?.[1];
  if (number !== undefined) return isData(Number(number)) ? { type: typeName(Number(number)) } : undefined;
  if (Object.hasOwn(unread, mnemonic)) return { type: `TYPE${unread[mnemonic]!}`, unread: true };
  const type = typeName(typeCode(mnemonic as RecordType));
  return type === mnemonic ? { type } : undefined;
}

/** Types of questions and of messages are no types of data (RFC 6895 §3.1). */
const isData = (code: number): boolean => code > 0 && code <= 0xffff && code !== 41 && (code < 128 || code > 255);

/** The mnemonic under which people know a type. */
export const mnemonicOf = (type: RecordType): string =>
  Object.keys(octetTypes).find((mnemonic) => octetTypes[mnemonic] === type) ?? type;

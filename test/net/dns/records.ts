import * as fc from "fast-check";
import { typeName } from "../../../src/net/dns/codes.js";
import { NameText } from "../../../src/net/dns/name.js";
import type { WireRecord } from "../../../src/net/dns/message.js";
import type { RecordData, RecordType } from "../../../src/syntax/record.js";

/** Names and records of every kind, in the one spelling that reading gives. */
export const labels = fc.uint8Array({ minLength: 1, maxLength: 63 }).map((octets) => {
  const label = new NameText();
  label.add(Buffer.from(octets), 0, octets.length);
  return label.toString();
});
const hostLabel = fc.stringMatching(/^[a-z0-9_]([a-z0-9-]{0,10}[a-z0-9])?$/);
export const hostNames = fc.array(hostLabel, { minLength: 1, maxLength: 5 }).map((some) => some.join("."));
export const names = fc.oneof(
  fc.constant("."),
  hostNames,
  fc.array(labels, { minLength: 1, maxLength: 3 }).map((some) => some.join(".")),
);

const u8 = fc.nat(255);
const u16 = fc.nat(65_535);
const u32 = fc.nat(2 ** 32 - 1);
const octets = (most: number): fc.Arbitrary<string> =>
  fc.uint8Array({ maxLength: most }).map((some) => Buffer.from(some).toString("latin1"));
const hex = (most = 40): fc.Arbitrary<string> =>
  fc.uint8Array({ maxLength: most }).map((some) => Buffer.from(some).toString("hex"));
const base64 = fc.uint8Array({ maxLength: 40 }).map((some) => Buffer.from(some).toString("base64"));
const ip4 = fc.ipV4();
/** Groups as the wire has them; RFC 5952 is tested apart. */
const ip6 = fc.constantFrom("::", "::1", "2001:db8::25", "2001:db8:0:1:0:1:0:1", "fe80::1:0:0:1", "1:2:3:4:5:6:7:8");
const types = fc.uniqueArray(fc.nat(1_000), { maxLength: 6 }).map((some) => some.sort((a, b) => a - b).map(typeName));
const texts = fc.array(octets(255), { minLength: 1, maxLength: 4 });
const tlsa = fc.record({ usage: u8, selector: u8, matching: u8, data: hex() });
const ds = fc.record({ keyTag: u16, algorithm: u8, digestType: u8, digest: hex() });
const key = fc.record({ flags: u16, protocol: u8, algorithm: u8, key: base64 });
const hashing = { algorithm: u8, flags: u8, iterations: u16, salt: hex(20) };
/** Twenty octets, as SHA-1 gives, are thirty-two digits without a bit left over. */
const hashed = fc.stringMatching(/^[0-9a-v]{32}$/);

const data: { [T in RecordType]?: fc.Arbitrary<RecordData[T]> } = {
  A: ip4,
  AAAA: ip6,
  NS: names,
  CNAME: names,
  DNAME: names,
  PTR: names,
  MX: fc.record({ preference: u16, exchange: names }),
  TXT: texts,
  SPF: texts,
  SOA: fc.record({ mname: names, rname: names, serial: u32, refresh: u32, retry: u32, expire: u32, minimum: u32 }),
  SRV: fc.record({ priority: u16, weight: u16, port: u16, target: names }),
  NAPTR: fc.record({
    order: u16,
    preference: u16,
    flags: octets(9),
    service: octets(9),
    regexp: octets(99),
    replacement: names,
  }),
  HINFO: fc.record({ cpu: octets(255), os: octets(255) }),
  CAA: fc.record({ flags: u8, tag: fc.stringMatching(/^[a-z0-9]{1,9}$/), value: octets(300) }),
  TLSA: tlsa,
  SMIMEA: tlsa,
  SSHFP: fc.record({ algorithm: u8, hash: u8, fingerprint: hex() }),
  OPENPGPKEY: base64,
  DS: ds,
  CDS: ds,
  DNSKEY: key,
  CDNSKEY: key,
  RRSIG: fc.record({
    covered: fc.constantFrom("A", "MX", "TLSA", "TYPE65280"),
    algorithm: u8,
    labels: u8,
    originalTtl: u32,
    expiration: u32,
    inception: u32,
    keyTag: u16,
    signer: names,
    signature: base64,
  }),
  NSEC: fc.record({ next: names, types }),
  NSEC3: fc.record({ ...hashing, next: hashed, types }),
  NSEC3PARAM: fc.record(hashing),
  TYPE65280: hex(),
};

export const typesKnown = Object.keys(data) as RecordType[];

export const recordsOf = (some: readonly RecordType[], owner = names): fc.Arbitrary<WireRecord> =>
  fc.constantFrom(...some).chain((type) =>
    fc.record({
      name: owner,
      type: fc.constant(type),
      class: fc.constant(1),
      ttl: u32,
      data: data[type] as fc.Arbitrary<RecordData[RecordType]>,
    }),
  );

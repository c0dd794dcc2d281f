import { createRequire } from "node:module";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Packet } from "dns2";
import { typeCode } from "../../../src/net/dns/codes.js";
import { type Message, readMessage, writeMessage, writeQuery } from "../../../src/net/dns/message.js";
import { wireName } from "../../../src/net/dns/name.js";
import { readRdata } from "../../../src/net/dns/rdata.js";
import { Reader } from "../../../src/net/dns/reader.js";
import { canonical } from "../../../src/syntax/address.js";
import { readRdata as readPresentation, writeRdata } from "../../../src/syntax/rdata.js";
import type { RecordType } from "../../../src/syntax/record.js";
import { hostNames, names, recordsOf, typesKnown } from "./records.js";

/** It has no types of its own. */
const dnsPacket = createRequire(import.meta.url)("dns-packet") as {
  decode(bytes: Buffer): { answers: object[]; authorities: object[] };
  encode(packet: { type: "response"; answers: object[] }): Buffer;
};

const seed = 20_260_101;
const runs = (numRuns: number) => ({ seed, numRuns });

const messages = (records = recordsOf(typesKnown), owner = names): fc.Arbitrary<Message> =>
  fc.record({
    id: fc.nat(65_535),
    response: fc.boolean(),
    opcode: fc.nat(15),
    aa: fc.boolean(),
    tc: fc.boolean(),
    rd: fc.boolean(),
    ra: fc.boolean(),
    ad: fc.boolean(),
    cd: fc.boolean(),
    rcode: fc.nat(15),
    questions: fc.array(
      fc.record({ name: owner, type: fc.constantFrom(...typesKnown), class: fc.constantFrom(1, 3, 255) }),
      { maxLength: 2 },
    ),
    answers: fc.array(records, { maxLength: 4 }),
    authorities: fc.array(records, { maxLength: 2 }),
    additionals: fc.array(records, { maxLength: 2 }),
    problems: fc.constant([]),
    unread: fc.constant(0),
  });

function read(bytes: Buffer): Message {
  const result = readMessage(bytes);
  if (!result.ok) throw new Error(`${result.error} at ${result.at}`);
  return result.message;
}

describe("a message", () => {
  it("reads as it was written", () => {
    fc.assert(
      fc.property(messages(), (message) => {
        expect(read(writeMessage(message))).toEqual(message);
      }),
      runs(300),
    );
  });

  it("carries EDNS, its upper rcode bits and extended errors", () => {
    const edns = {
      payload: 1232,
      version: 0,
      dnssec: true,
      options: [{ code: 10, data: "0011223344556677" }],
      errors: [{ code: 22, text: "no server réachable" }],
    };
    expect(read(writeMessage({ rcode: 16, edns }))).toMatchObject({ rcode: 16, edns, additionals: [] });
  });

  it("keeps the text of an extended error within bounds and without the NUL at its end", () => {
    const edns = {
      payload: 512,
      version: 0,
      dnssec: false,
      options: [],
      errors: [{ code: 0, text: "x".repeat(999) }],
    };
    expect(read(writeMessage({ edns })).edns!.errors[0]!.text).toHaveLength(300);
    edns.errors = [{ code: 0, text: "gone\0" }];
    expect(read(writeMessage({ edns })).edns!.errors[0]!.text).toBe("gone");
  });

  it("reads compressed names", () => {
    const bytes = Buffer.concat([
      writeMessage({ response: true, questions: [{ name: "example.com", type: "MX", class: 1 }] }),
      Buffer.from([0xc0, 12, 0, 15, 0, 1, 0, 0, 0, 60, 0, 9, 0, 10, 4, 77, 88, 49, 45, 0xc0, 12]), // owner; MX1-
      Buffer.from([0xc0, 43, 0, 1, 0, 1, 0, 0, 0, 60, 0, 4, 192, 0, 2, 1]), // owner is the exchange before
    ]);
    bytes.writeUInt16BE(1, 6);
    bytes.writeUInt16BE(1, 10);
    expect(read(bytes)).toMatchObject({
      answers: [{ name: "example.com", ttl: 60, data: { preference: 10, exchange: "mx1-.example.com" } }],
      additionals: [{ name: "mx1-.example.com", type: "A", data: "192.0.2.1" }],
    });
  });

  it("names a bad record and keeps the others", () => {
    const bytes = writeMessage({
      answers: [
        { name: "a.example", type: "A", class: 1, ttl: 1, data: "192.0.2.1" },
        { name: "b.example", type: "TYPE1", class: 1, ttl: 1, data: "c00002" },
        { name: "c.example", type: "A", class: 1, ttl: 1, data: "192.0.2.3" },
      ],
    });
    const { answers, problems } = read(bytes);
    expect(answers.map(({ name }) => name)).toEqual(["a.example", "c.example"]);
    expect(problems).toEqual([
      { section: "answers", name: "b.example", type: "A", at: expect.any(Number), text: "4 octets wanted, 3 there" },
    ]);
  });

  it("says where it cannot be read", () => {
    expect(readMessage(Buffer.alloc(11))).toEqual({ ok: false, at: 10, error: "2 octets wanted, 1 there" });
    const bytes = writeMessage({ questions: [{ name: "example.com", type: "A", class: 1 }] });
    expect(readMessage(bytes.subarray(0, 20))).toEqual({ ok: false, at: 12, error: "a name runs past the end" });
  });

  it("reads no more than a thousand records", () => {
    const record = { name: ".", type: "A", class: 1, ttl: 0, data: "192.0.2.1" } as const;
    const many = (count: number) => Array.from({ length: count }, () => record);
    const { answers, authorities, unread } = read(writeMessage({ answers: many(900), authorities: many(300) }));
    expect([answers.length, authorities.length, unread]).toEqual([900, 100, 200]);
  });

  it("does not take long over chains of pointers", () => {
    const bytes = Buffer.alloc(16_000);
    bytes.writeUInt16BE(1, 6);
    for (let at = 12; at < 16_000; at += 2) bytes.writeUInt16BE(0xc000 | Math.max(at - 2, 0), at);
    expect(readMessage(bytes).ok).toBe(false);
  });
});

describe("a question", () => {
  it("is written as by hand", () => {
    const name = wireName("a\\.b.example");
    expect(read(writeQuery(name, "TXT", { rd: true, cd: true, edns: true, dnssec: true }))).toMatchObject({
      response: false,
      rd: true,
      cd: true,
      ad: true,
      questions: [{ name: "a\\.b.example", type: "TXT", class: 1 }],
      edns: { payload: 1232, version: 0, dnssec: true, options: [], errors: [] },
    });
    expect(read(writeQuery(name, "CAA", { rd: false, cd: false, edns: false }))).toMatchObject({
      rd: false,
      cd: false,
      questions: [{ type: "CAA" }],
      additionals: [],
    });
  });
});

describe("record data", () => {
  it("is the same in presentation form", () => {
    fc.assert(
      fc.property(
        recordsOf(
          typesKnown.filter((type) => type !== "OPENPGPKEY"),
          hostNames,
        ),
        ({ type, data }) => {
          const text = writeRdata(type, data);
          const back = readPresentation(type, text);
          expect(back, text).toEqual({ ok: true, value: data });
        },
      ),
      runs(300),
    );
  });

  it("spells IPv6 addresses canonically", () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(0, 0, 0, 1, 0xffff), { minLength: 8, maxLength: 8 }), (groups) => {
        const bytes = Buffer.alloc(16);
        for (const [at, group] of groups.entries()) bytes.writeUInt16BE(group, at * 2);
        const text = groups.map((group) => group.toString(16)).join(":");
        expect(readRdata("AAAA", new Reader(bytes))).toBe(canonical(text));
      }),
      runs(300),
    );
  });
});

/** What both codecs know, in the words of dns-packet. */
const theirs: { [T in RecordType]?: (data: never) => unknown } = {
  A: (ip: string) => ip,
  AAAA: (ip: string) => ip,
  NS: (name: string) => name,
  CNAME: (name: string) => name,
  DNAME: (name: string) => name,
  PTR: (name: string) => name,
  MX: (data: object) => data,
  TXT: (strings: string[]) => strings.map((string) => Buffer.from(string, "latin1")),
  SOA: (data: object) => data,
  SRV: (data: object) => data,
  CAA: ({ flags, tag, value }: { flags: number; tag: string; value: string }) => ({
    flags,
    issuerCritical: (flags & 128) > 0,
    tag,
    value: Buffer.from(value, "latin1").toString(),
  }),
  TLSA: (data: { usage: number; selector: number; matching: number; data: string }) => ({
    usage: data.usage,
    selector: data.selector,
    matchingType: data.matching,
    certificate: Buffer.from(data.data, "hex"),
  }),
  DS: ({ digest, ...data }: { digest: string }) => ({ ...data, digest: Buffer.from(digest, "hex") }),
};

describe("another codec", () => {
  const common = recordsOf(Object.keys(theirs) as RecordType[], hostNames).filter(
    ({ data }) => !/\\|"\."/.test(JSON.stringify(data)),
  );

  it("dns-packet reads what was written here", () => {
    fc.assert(
      fc.property(messages(common, hostNames), (message) => {
        const packet = dnsPacket.decode(writeMessage({ ...message, questions: [] }));
        const sections = [
          [message.answers, packet.answers],
          [message.authorities, packet.authorities],
        ] as const;
        for (const [ours, others] of sections) {
          expect(others.map((record) => ({ ...record, flush: undefined, class: 1 }))).toEqual(
            ours.map(({ name, type, ttl, data }) => ({
              name,
              type,
              ttl,
              class: 1,
              flush: undefined,
              data: theirs[type]!(data as never),
            })),
          );
        }
      }),
      runs(200),
    );
  });

  it("what dns-packet writes is read here", () => {
    fc.assert(
      fc.property(fc.array(common, { maxLength: 4 }), (records) => {
        const answers = records.map(({ name, type, ttl, data }) => ({
          name,
          type,
          ttl,
          data: theirs[type]!(data as never),
        }));
        const bytes = dnsPacket.encode({ type: "response", answers });
        const expected = records.map((record) =>
          record.type === "CAA" ? { ...record, data: expect.objectContaining({ tag: expect.any(String) }) } : record,
        );
        expect(read(bytes)).toMatchObject({ answers: expected, problems: [] });
      }),
      runs(200),
    );
  });

  it("dns2 reads the same addresses, exchanges and names", () => {
    const some = recordsOf(["A", "AAAA", "MX", "NS", "CNAME", "PTR", "SRV"], hostNames).filter(
      ({ data }) => !/\\|"\."/.test(JSON.stringify(data)),
    );
    fc.assert(
      fc.property(fc.array(some, { maxLength: 4 }), (records) => {
        const packet = Packet.parse(writeMessage({ response: true, answers: records }));
        const values = packet.answers.map((record) => {
          const { address, ns, domain, exchange, target } = record as unknown as Record<string, string>;
          return [record.name, record.type, record.ttl, address ?? ns ?? domain ?? exchange ?? target];
        });
        expect(values).toEqual(
          records.map(({ name, type, ttl, data }) => {
            const { exchange, target } = data as { exchange?: string; target?: string };
            return [name, typeCode(type), Math.min(ttl, 2 ** 31 - 1), exchange ?? target ?? data];
          }),
        );
      }),
      runs(200),
    );
  });
});

describe("hostile octets", () => {
  /** A small generator with a seed: the same mutations on every machine. */
  function* numbers(state: number): Generator<number, never> {
    for (;;) {
      state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
      yield state;
    }
  }

  it("give a message or a place, never an exception", () => {
    const random = numbers(seed);
    const below = (most: number): number => random.next().value % most;
    const originals = fc.sample(messages(), { seed, numRuns: 60 }).map((message) => writeMessage(message));
    let whole = 0;
    for (let round = 0; round < 6_000; round++) {
      const bytes = Buffer.from(originals[round % originals.length]!);
      for (let change = 1 + below(4); change > 0; change--) {
        const at = below(bytes.length);
        bytes[at] = [below(256), 0xc0, 0xff, 0, bytes[at]! ^ (1 << below(8))][below(5)]!;
      }
      const result = readMessage(below(3) === 0 ? bytes.subarray(0, below(bytes.length + 1)) : bytes);
      if (!result.ok) {
        expect(result.at).toBeLessThanOrEqual(bytes.length);
        continue;
      }
      whole++;
      for (const { name, type, data } of result.message.answers) {
        expect(wireName(name).length).toBeLessThanOrEqual(255);
        expect(typeof writeRdata(type, data)).toBe("string");
      }
    }
    expect(whole).toBeGreaterThan(500);
  });

  it("of any kind", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 600 }), (octets) => {
        expect(typeof readMessage(Buffer.from(octets)).ok).toBe("boolean");
      }),
      runs(500),
    );
  });
});

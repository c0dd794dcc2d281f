import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { writeRdata } from "../../src/syntax/rdata.js";
import { joined } from "../../src/syntax/record.js";
import { UsageError } from "../../src/usage.js";
import { octodns } from "../../src/zones/octodns.js";
import { octodnsStrings, octodnsText, octodnsWritten } from "../../src/zones/octodns-text.js";
import type { Zone } from "../../src/zones/record.js";

const read = (octets: string, file = "config/example.com.yaml"): Zone => octodns.read({ file, octets })[0]!;
const lines = ({ records }: Zone): string[] =>
  records.map(
    (one) => `${one.line}:${one.column} ${one.name} ${one.ttl} ${one.type} ${writeRdata(one.type, one.data)}`,
  );

function problems(octets: string, file?: string): string[] {
  try {
    read(octets, file);
  } catch (error) {
    if (error instanceof UsageError) return error.problems.map(({ line, column, text }) => `${line}:${column} ${text}`);
    throw error;
  }
  return [];
}

const sample = `---
'':
  - ttl: 300
    type: MX
    values:
      - exchange: mx1.example.com.
        preference: 10
      - value: mx2.example.net.
        priority: 20
  - type: TXT
    values:
      - v=spf1 mx -all
      - no
  - type: CAA
    value: { flags: 0, tag: issue, value: ca.example; account=1 }
_dmarc:
  type: TXT
  value: v=DMARC1\\; p=reject
'*.any':
  type: A
  ttl: 60
  values: [192.0.2.1, 192.0.2.2]
_25._tcp.mx1:
  type: TLSA
  value:
    certificate_usage: 3
    selector: 1
    matching_type: 0
    certificate_association_data: AB
home:
  type: LOC
  value: {}
`;

describe("records of a file of octoDNS", () => {
  it("know their place", () => {
    const zone = read(sample);
    expect(zone).toMatchObject({ origin: "example.com", completeness: "zone", notes: [] });
    expect(lines(zone)).toEqual([
      "6:9 example.com 300 MX 10 mx1.example.com.",
      "8:9 example.com 300 MX 20 mx2.example.net.",
      '12:9 example.com 3600 TXT "v=spf1 mx -all"',
      '13:9 example.com 3600 TXT "no"',
      '15:12 example.com 3600 CAA 0 issue "ca.example; account=1"',
      '18:10 _dmarc.example.com 3600 TXT "v=DMARC1; p=reject"',
      "22:12 *.any.example.com 60 A 192.0.2.1",
      "22:23 *.any.example.com 60 A 192.0.2.2",
      "26:5 _25._tcp.mx1.example.com 3600 TLSA 3 1 0 ab",
    ]);
    expect(zone.unread).toMatchObject([{ name: "home.example.com", type: "TYPE29" }]);
    expect(zone.records.map(({ ttlAssumed = false }) => ttlAssumed)).toEqual([
      false,
      false,
      true,
      true,
      true,
      true,
      false,
      false,
      true,
    ]);
  });

  it.each([
    ["octodns: { ignored: true }", 0, "a.example.com A is ignored, so whatever stands there stays"],
    ["octodns: { excluded: [one] }", 1, "a.example.com A is not for every provider; it is taken as there"],
    ["dynamic: {}", 1, "a.example.com A has other answers too (dynamic), which are not looked at"],
  ])("that depend on more make a part of a zone: %s", (setting, count, note) => {
    const zone = read(`a:\n  type: A\n  value: 192.0.2.1\n  ${setting}\n`);
    expect(zone.completeness).toBe("partial");
    expect(zone.records).toHaveLength(count);
    expect(zone.notes.map(({ text }) => text)).toEqual([note]);
  });

  it("of a provider's own type leave the zone unsure", () => {
    const zone = read("a:\n  type: ALIAS\n  value: b.example.com.\n");
    expect(zone).toMatchObject({ completeness: "partial", records: [] });
    expect(zone.notes.map(({ text }) => text)).toEqual([
      "a.example.com has a record of type ALIAS, which is the provider's own",
    ]);
  });

  it("tell of a semicolon that older versions refuse", () => {
    const zone = read("a:\n  type: TXT\n  value: v=DMARC1; p=none\n");
    expect(lines(zone)).toEqual(['3:10 a.example.com 3600 TXT "v=DMARC1; p=none"']);
    expect(zone.notes).toHaveLength(1);
    expect(zone.completeness).toBe("zone");
  });
});

describe("text", () => {
  it.each([
    ["v=DMARC1\\; p=none", "v=DMARC1; p=none"],
    ['"quoted"', "quoted"],
    ['"one" "two"', "onetwo"],
    ["a\\b", "a\\b"],
    ['say "x"', 'say "x"'],
  ])("%s", (written, text) => {
    expect(octodnsText(written)).toBe(text);
    expect(joined(octodnsStrings(written))).toBe(text);
  });

  it("is cut where octoDNS cuts it, an escape kept whole", () => {
    expect(octodnsStrings("x".repeat(256)).map(({ length }) => length)).toEqual([255, 1]);
    expect(octodnsStrings(`${"x".repeat(254)}\\;y`).map(({ length }) => length)).toEqual([254, 2]);
    expect(octodnsStrings("")).toEqual([""]);
  });

  it("comes back as it was written", () => {
    const texts = fc.string({ unit: "grapheme-ascii", maxLength: 600 });
    fc.assert(
      fc.property(
        texts.filter((text) => !text.startsWith('"') && !/" "|\\/.test(text)),
        (text) => {
          expect(octodnsText(octodnsWritten(text))).toBe(text);
          expect(joined(octodnsStrings(octodnsWritten(text)))).toBe(text);
          expect(octodnsStrings(octodnsWritten(text)).every(({ length }) => length <= 255)).toBe(true);
        },
      ),
    );
  });
});

describe("what octoDNS refuses, or is not read", () => {
  it.each([
    [
      "a:\n  type: MX\n  value: { preference: 1, exchange: mail }",
      '3:37 "mail" is no name: it has no dot at its end, and octoDNS refuses it',
    ],
    ["a:\n  type: MX\n  value: { preference: 1 }", "3:10 exchange is missing"],
    ["a:\n  type: A", "2:3 value is missing"],
    ["a:\n  type: A\n  value: 192.0.2.256", '3:10 "192.0.2.256" is no IPv4 address'],
    ["a:\n  type: A\n  ttl: 1h\n  value: 192.0.2.1", '3:8 "1h" is no TTL'],
    ["a:\n  type: TXT\n  values: [null]", "3:12 no value"],
    ["a:\n  type: TXT\n  value: b\u00fccher", "3:10 text that is not in ASCII"],
    ["a:\n  type: TXT\n  value: !include x.yaml", "3:19 another file is included here, which is not read"],
    ["<<: !include x.yaml", "1:1 another file is included here, which is not read"],
    ["a: &x\n  type: A\n  value: *x", "3:10 an alias"],
    ["a:\n  type: A\n  type: A", '2:3 "type" stands twice'],
    ["a:\n  type: A\n  value: 192.0.2.1\na:\n  type: A\n  value: 192.0.2.1", '4:1 "a" stands twice'],
    ["a..b:\n  type: A", '1:1 "a..b" is no name: it has an empty label'],
    ["- a", "1:1 no names with records"],
    ["a: [", "1:5 Flow sequence in block collection must be sufficiently indented and end with a ]"],
    ["a:\n  type: CNAME\n  value: b.example.com.\n'a ':\n  type: A", "5:3 value is missing"],
  ])("%j", (text, problem) => expect(problems(Buffer.from(text).toString("latin1"))).toEqual([problem]));

  it("a file that is not named for its zone", () =>
    expect(problems(sample, "zone.yaml")).toEqual(["undefined:undefined which zone it is of is not known"]));

  it("a file that is too long", () => expect(problems(" ".repeat(3 * 1024 * 1024))).toHaveLength(1));

  it("fifty thousand names, in good time", () => {
    const text = Array.from({ length: 50_000 }, (_, at) => `n${at}: {type: A, value: 192.0.2.1}`).join("\n");
    expect(read(text).records).toHaveLength(50_000);
  });

  it("a list inside a list, without end", () =>
    expect(problems(`a: ${"[".repeat(100_000)}`).length).toBeGreaterThan(0));
});

describe("detection", () => {
  it.each([
    ["example.com.yaml", sample, true],
    ["example.com.yaml", "providers:\n  type: x\n", false],
    ["x.zone", sample, false],
  ])("%s", (file, octets, is) => expect(octodns.detect({ file, octets })).toBe(is));
});

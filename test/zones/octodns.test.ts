import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { writeRdata } from "../../src/syntax/rdata.js";
import { joined } from "../../src/syntax/record.js";
import { UsageError } from "../../src/usage.js";
import { octodns } from "../../src/zones/octodns.js";
import { octodnsStrings, octodnsText, octodnsWritten } from "../../src/zones/octodns-text.js";
import type { Zone } from "../../src/zones/record.js";
import type { Source } from "../../src/zones/source.js";

/** A zone without what its provider gives each zone. */
const stripped = (zone: Zone): Zone => ({
  ...zone,
  unknown: (zone.unknown ?? []).filter(({ type, why }) => !(why === "computed" && (type === "SOA" || type === "NS"))),
});
const read = (octets: string, file = "config/example.com.yaml"): Zone => stripped(octodns.read({ file, octets })[0]!);
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

const second = { file: "config/example.com.yaml", line: 2, column: 3 };

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

  it.each<[setting: string, said: Partial<Zone>, count: number, note: string]>([
    [
      "octodns: { ignored: true }",
      { completeness: "zone", unknown: [{ name: "a.example.com", type: "A", why: "published", ...second }] },
      0,
      "a.example.com A is ignored, so whatever stands there stays",
    ],
    [
      "octodns: { excluded: [one] }",
      { completeness: "partial" },
      1,
      "a.example.com A is not for every provider; it is taken as there, and --target chooses one",
    ],
    [
      "dynamic: { pools: { x: { values: [{ value: 192.0.2.2 }, { value: 192.0.2.1 }, { value: 192.0.2.3, status: down }] } } }",
      { completeness: "zone" },
      2,
      "a.example.com A has answers by who asks; all 2 of them are taken as given to everybody",
    ],
    [
      "geo: { EU: [192.0.2.2, 192.0.2.3], AS-JP: [192.0.2.2] }",
      { completeness: "zone" },
      3,
      "a.example.com A has answers by who asks; all 3 of them are taken as given to everybody",
    ],
  ])("that depend on more: %s", (setting, said, count, note) => {
    const zone = read(`a:\n  type: A\n  value: 192.0.2.1\n  ${setting}\n`);
    expect(zone).toMatchObject(said);
    expect(zone.records).toHaveLength(count);
    expect(zone.notes.map(({ text }) => text)).toEqual([note]);
  });

  it("that lead to names by who asks are not known", () => {
    const pools = "dynamic: { pools: { x: { values: [{ value: b.example.net. }] } } }";
    expect(read(`a:\n  type: CNAME\n  value: b.example.com.\n  ${pools}\n`)).toMatchObject({
      completeness: "zone",
      records: [],
      unknown: [{ name: "a.example.com", why: "routing", ...second }],
    });
  });

  it.each([
    ["one", 1],
    ["two", 0],
    ["three", 0],
  ])("are those for %s", (target, count) => {
    const octets =
      "a:\n  type: A\n  value: 192.0.2.1\n  octodns: { included: [one, two], excluded: [two] }\nb: {type: A, value: 192.0.2.1}";
    const [zone] = octodns.read({ file: "example.com.yaml", octets, target });
    expect(zone).toMatchObject({ completeness: "zone", notes: [] });
    expect(zone!.records).toHaveLength(count + 1);
  });

  it("of a provider's own type are there, and not known", () => {
    const zone = read("a:\n  type: ALIAS\n  value: b.example.com.\nc:\n  type: URLFWD\n  values: []\n");
    expect(zone).toMatchObject({ completeness: "zone", records: [] });
    expect(zone.unknown!.map(({ name, type, why, alias }) => [name, type, why, alias])).toEqual([
      ["a.example.com", "A", "alias", "b.example.com"],
      ["a.example.com", "AAAA", "alias", "b.example.com"],
      ["c.example.com", undefined, "proxied", undefined],
    ]);
    expect(zone.notes.map(({ text }) => text)).toEqual([
      "a.example.com has a record of type ALIAS, which is the provider's own",
      "c.example.com has a record of type URLFWD, which is the provider's own",
    ]);
  });

  it("that octoDNS lets through though they are wrong are not known", () => {
    const zone = read("a:\n  type: MX\n  octodns: { lenient: true }\n  value: { preference: 1, exchange: mail }\n");
    expect(zone.unknown).toMatchObject([{ name: "a.example.com", type: "MX", why: "refused" }]);
    expect(zone.notes.map(({ line, text }) => `${line} ${text}`)).toEqual([
      '4 a.example.com MX is let through though octoDNS would refuse it: "mail" is no name: it has no dot at its end, and octoDNS refuses it',
    ]);
  });

  it("are with the name servers and the SOA record of the provider, where it has none of its own", () => {
    const unknown = (octets: string) =>
      octodns.read({ file: "example.com.yaml", octets })[0]!.unknown!.map(({ name, type, why }) => [name, type, why]);
    expect(unknown("a: {type: A, value: 192.0.2.1}")).toEqual([
      ["example.com", "SOA", "computed"],
      ["example.com", "NS", "computed"],
    ]);
    expect(unknown("'': {type: NS, value: ns1.example.net.}")).toEqual([["example.com", "SOA", "computed"]]);
  });

  it("may share values, and names of any script", () => {
    const zone = read(
      Buffer.from("a: {type: A, values: &x [192.0.2.1]}\nbücher: {type: A, values: *x}").toString("latin1"),
    );
    expect(lines(zone)).toEqual([
      "1:26 a.example.com 3600 A 192.0.2.1",
      "1:26 xn--bcher-kva.example.com 3600 A 192.0.2.1",
    ]);
  });

  it("of which a later one of the same key counts say so", () => {
    const zone = read("a:\n  type: A\n  value: 192.0.2.1\na:\n  type: A\n  ttl: 1\n  ttl: 2\n  value: 192.0.2.2\n");
    expect(lines(zone)).toEqual(["8:10 a.example.com 2 A 192.0.2.2"]);
    expect(zone.notes.map(({ line, text }) => `${line} ${text}`)).toEqual([
      '4 "a" stands in line 1 too, and only this one counts',
      '7 "ttl" stands in line 6 too, and only this one counts',
    ]);
  });

  it("tell of a semicolon with too many backslashes", () => {
    const zone = read("a:\n  type: TXT\n  value: x\\\\;y\n");
    expect(lines(zone)).toEqual(['3:10 a.example.com 3600 TXT "x\\\\;y"']);
    expect(zone.notes.map(({ text }) => text)).toEqual([
      "a semicolon with a backslash too many before it; octoDNS refuses it unless it is lenient",
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
    ["a:\n  type: TXT\n  value: !include x.yaml", '3:19 there is no file "x.yaml"'],
    ["a:\n  type: TXT\n  value: !include /etc/passwd", '3:19 "/etc/passwd" leads out of the folder'],
    ["a:\n  type: TXT\n  value: !include ~/x", '3:19 "~/x" leads out of the folder'],
    ["a:\n  type: TXT\n  value: !include ../../x", '3:19 "../../x" leads out of the folder'],
    [
      "a:\n  type: TXT\n  value: !!python/object:x.y z",
      "3:30 a value of a kind of its own: tag:yaml.org,2002:python/object:x.y",
    ],
    ["a:\n  type: TXT\n  value: !js x", "3:14 a value of a kind of its own: !js"],
    ["<<: x", "1:5 no map to take the entries of"],
    ["a: &x\n  type: A\n  value: *x", "3:10 an alias to nothing that is before it: *x"],
    ["? [a]\n: x", "1:3 a key that is no text"],
    [
      "a: [{type: A, value: 192.0.2.1}, {type: A, value: 192.0.2.2}]",
      "1:34 a.example.com has a record of type A in line 1 too",
    ],
    ["a: {type: A, value: 192.0.2.1, dynamic: {}}", "1:41 pools is missing"],
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

describe("files that belong together", () => {
  const a = (value: string): string => `a: {type: A, value: ${value}}\n`;
  const all = (files: Record<string, string>, more: Partial<Source> = {}) => {
    const include = (file: string) => (files[file] === undefined ? undefined : { file, octets: files[file] });
    const found = { found: true as const, include, ...more };
    const sources = Object.entries(files).map(([file, octets]) => ({ file, path: file, octets, ...found }));
    const { zones, left } = octodns.readAll!(sources.filter((source) => octodns.detect(source)));
    return {
      left: left.map(({ file }) => file),
      zones: zones.map(
        ({ origin, completeness, records }) =>
          `${origin} ${completeness}: ${records.map((one) => `${one.file} ${one.name} ${writeRdata(one.type, one.data)}`).join(", ")}`,
      ),
      notes: zones.flatMap(({ notes }) => notes.map(({ file, line, text }) => `${file}:${line} ${text}`)),
      unknown: zones
        .map(stripped)
        .flatMap(({ unknown = [] }) => unknown.map(({ name, type, why }) => `${name} ${type} ${why}`)),
    };
  };
  const refused = (...asked: Parameters<typeof all>): string[] => {
    try {
      all(...asked);
    } catch (error) {
      return (error as UsageError).problems.map(({ file, line, text }) => `${file}:${line} ${text}`);
    }
    return [];
  };

  it("in the folder of a zone, and beside it", () => {
    const files = {
      "c/example.com.yaml": a("192.0.2.1"),
      "c/example.com./$example.com.yaml": "'': {type: A, value: 192.0.2.2}\n'*': {type: A, value: 192.0.2.3}\n",
      "c/example.com./www.yaml": "www: {type: A, value: 192.0.2.4}\n",
      "c/example.org.tst/$example.org.yaml": "'': {type: A, value: 192.0.2.5}\n",
      "c/example.org.tst/x.yaml": "x: {type: A, value: 192.0.2.6}\n",
      "c/shared.yaml": a("192.0.2.7"),
    };
    expect(all(files)).toMatchObject({
      left: ["c/shared.yaml"],
      zones: [
        "example.com zone: c/example.com./$example.com.yaml example.com 192.0.2.2, c/example.com./$example.com.yaml *.example.com 192.0.2.3, c/example.com./www.yaml www.example.com 192.0.2.4, c/example.com.yaml a.example.com 192.0.2.1",
        "example.org zone: c/example.org.tst/$example.org.yaml example.org 192.0.2.5, c/example.org.tst/x.yaml x.example.org 192.0.2.6",
      ],
      notes: [],
    });
  });

  it("of which one alone is a part", () => {
    const [zone] = octodns.read({ file: "c/example.com./www.yaml", octets: a("192.0.2.1") });
    expect(zone).toMatchObject({ origin: "example.com", completeness: "partial" });
    expect(zone!.notes.map(({ text }) => text)).toEqual([
      "one file of those in the folder of its zone; the others are not looked at",
    ]);
  });

  it("that have the same record are refused", () => {
    expect(refused({ "example.com./a.yaml": a("192.0.2.1"), "example.com./b.yaml": a("192.0.2.2") })).toEqual([
      "example.com./b.yaml:1 a.example.com has a record of type A in line 1 of example.com./a.yaml too",
    ]);
  });

  it("by inclusion: of entries that are taken from elsewhere, those that stand later count", () => {
    const files = {
      "example.com.yaml": "a:\n  value: 192.0.2.9\n  <<: !include sub/more.yaml\n  ttl: 60\n",
      "sub/more.yaml": "type: A\nttl: 5\nvalue: !include value.yaml\n",
      "sub/value.yaml": "192.0.2.1",
      "example.org.yaml": "<<: [!include one.yaml, !include two.yaml]\nb: {type: A, value: 192.0.2.1}",
      "one.yaml": "a: {type: A, value: 192.0.2.2}",
      "two.yaml": "a: {type: A, value: 192.0.2.3}\nb: {type: A, value: 192.0.2.4}",
    };
    expect(all(files)).toMatchObject({
      zones: [
        "example.com zone: sub/value.yaml a.example.com 192.0.2.1",
        "example.org zone: one.yaml a.example.org 192.0.2.2, example.org.yaml b.example.org 192.0.2.1",
      ],
      notes: [],
    });
  });

  it.each<[what: string, files: Record<string, string>, problem: string]>([
    ["in a circle", { x: "!include y", y: "!include x" }, "y:1 files include each other: example.com.yaml, x, y, x"],
    [
      "one in the other",
      Object.fromEntries(Array.from({ length: 12 }, (_, at) => [at === 0 ? "x" : `x${at}`, `!include x${at + 1}`])),
      "x7:1 files include each other: x5, x6, x7, x8",
    ],
    ["a hundred times", { x: `[${"!include y,".repeat(101)}]`, y: "1" }, "x:1 more than 100 files are included"],
  ])("that include each other %s are refused", (_, files, problem) => {
    expect(refused({ "example.com.yaml": "a:\n  type: A\n  value: !include x\n", ...files })).toEqual([problem]);
  });

  const config = `providers:
  config: { class: octodns.provider.yaml.YamlProvider, directory: ./config, default_ttl: 60, escaped_semicolons: false, shared_filename: shared.yaml }
  inner: { class: octodns.provider.yaml.YamlProvider, directory: ./inner, populate_should_replace: true }
  live: { class: octodns.provider.yaml.YamlProvider, directory: ./live }
  spf: { class: octodns_spf.SpfSource }
  main: { class: octodns_route53.Route53Provider, key: env/SECRET }
processors:
  filter: { class: octodns.processor.filter.TypeAllowlistFilter }
  look: { class: octodns_spf.SpfDnsLookupProcessor }
manager: { processors: [look] }
zones:
  example.com.: { sources: [config, inner], targets: [main] }
  '*': { sources: [config, spf], targets: [live, main], processors: [filter] }
`;
  const files = {
    "octodns.yaml": config,
    "config/example.com.yaml": `${a("192.0.2.1")}t: {type: TXT, value: x;y}\n`,
    "config/example.org.yaml": a("192.0.2.2"),
    "config/shared.yaml":
      "s: {type: A, value: 192.0.2.3, octodns: {included: [live]}}\nr: {type: A, value: 192.0.2.3}\n",
    "inner/example.com.yaml": a("192.0.2.4"),
    "live/example.com.yaml": a("192.0.2.5"),
  };

  it("by a configuration: sources, their settings and order; what else changes a zone leaves it in doubt", () => {
    expect(all(files)).toEqual({
      left: ["octodns.yaml", "live/example.com.yaml"],
      zones: [
        'example.com zone: inner/example.com.yaml a.example.com 192.0.2.4, config/example.com.yaml t.example.com "x;y", config/shared.yaml r.example.com 192.0.2.3',
        "example.org partial: config/example.org.yaml a.example.org 192.0.2.2, config/shared.yaml s.example.org 192.0.2.3, config/shared.yaml r.example.org 192.0.2.3",
      ],
      notes: [
        "octodns.yaml:13 spf (octodns_spf.SpfSource) has records for it too, which are not read",
        "octodns.yaml:13 filter (octodns.processor.filter.TypeAllowlistFilter) may change its records, and is not run",
        "config/shared.yaml:1 s.example.org A is not for every provider; it is taken as there, and --target chooses one",
      ],
      unknown: ["example.org TXT computed"],
    });
  });

  it("by a configuration, for one target", () => {
    expect(all(files, { target: "live" }).zones).toEqual([
      "example.org partial: config/example.org.yaml a.example.org 192.0.2.2, config/shared.yaml s.example.org 192.0.2.3, config/shared.yaml r.example.org 192.0.2.3",
    ]);
  });

  it("but not by two configurations", () => {
    expect(refused({ ...files, "other.yaml": config })).toEqual([
      "other.yaml:undefined a configuration of octoDNS, as octodns.yaml is one",
    ]);
  });
});

describe("hostile files", () => {
  it.each<[what: string, octets: string, problem: string]>([
    [
      "aliases of aliases",
      `a: &a [x,x,x,x,x,x,x,x,x]\n${Array.from("bcdefghi", (name, at) => `${name}: &${name} [${Array(9).fill(`*${"abcdefgh"[at]!}`).join()}]`).join("\n")}\n`,
      "1:8 a record is no map",
    ],
    [
      "merges of merges",
      `a: &a {${Array.from({ length: 3_000 }, (_, at) => `k${at}: 1`).join()}}\n${Array.from({ length: 3_000 }, () => "b: {<<: *a}").join("\n")}`,
      "2665:5 more than 8000000 values",
    ],
    ["lists in lists", `a: ${"[".repeat(300)}${"]".repeat(300)}`, "1:204 more than 200 levels"],
    ["an alias to what holds it", "a: &a\n  type: A\n  values: [*a]", "3:12 an alias to nothing that is before it: *a"],
    ["octets of zero", "a:\n  type: TXT\n  value: x\0y", "3:11 a character that no YAML has"],
    ["UTF-16", "\xff\xfea\0", "1:1 a file in UTF-16"],
  ])("%s", (_, octets, problem) => expect(problems(octets)[0]).toBe(problem));

  it("of any words, which are read or refused with their places, and nothing else", () => {
    const word = fc.constantFrom(
      ..."a b '' type ttl value values A TXT MX CNAME ALIAS exchange preference octodns lenient dynamic geo pools status".split(
        " ",
      ),
      ..."192.0.2.1 b.example.net. : - , { } [ ] & * &x *x << !include ? | > # ' ~ ---".split(" "),
      ..."value:|values:|type: TXT|\n|\n  |\n    |: |<<: *x|{type: A, value: 192.0.2.1}".split("|"),
    );
    fc.assert(
      fc.property(fc.array(word, { maxLength: 40 }), (words) => {
        expect(Array.isArray(problems(words.join(" ")))).toBe(true);
        expect(Array.isArray(problems(`a:\n  type: TXT\n  value: ${words.join("")}`))).toBe(true);
      }),
      { numRuns: 300 },
    );
  });

  it("names of what objects have", () => {
    const octets = ["__proto__", "constructor", "toString"].map((name) => `${name}: {type: TXT, value: x}`).join("\n");
    expect(lines(read(octets)).map((line) => line.split(" ")[1])).toEqual([
      "__proto__.example.com",
      "constructor.example.com",
      "tostring.example.com",
    ]);
    expect(({} as Record<string, unknown>)["type"]).toBeUndefined();
  });

  it("a mark of byte order, and lines that end as on Windows", () => {
    expect(lines(read("\xef\xbb\xbfa:\r\n  type: A\r\n  value: 192.0.2.1\r\n"))).toEqual([
      "3:10 a.example.com 3600 A 192.0.2.1",
    ]);
  });
});

describe("detection", () => {
  it.each([
    ["example.com.yaml", sample, true],
    ["example.com.yaml", "providers:\n  type: x\n", false],
    ["x.zone", sample, false],
    ["octodns.yaml", "providers: {}\nzones: {}\n", true],
    ["docker-compose.yml", "services:\n  a:\n    volumes:\n      - type: bind\n", false],
    ["values.prod.yaml", "service:\n  type: ClusterIP\n", false],
  ])("%s", (file, octets, is) => expect(octodns.detect({ file, octets })).toBe(is));
});

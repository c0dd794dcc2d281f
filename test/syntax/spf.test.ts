import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseSpf, printSpf, type SpfTerm } from "../../src/syntax/spf.js";
import type { MacroString } from "../../src/syntax/spf-macro.js";

const kinds = (text: string): string[] => parseSpf(text).terms.map(({ kind }) => kind);
const faults = (text: string): string[] => parseSpf(text).faults.map(({ at, message }) => `${at}: ${message}`);

describe("terms", () => {
  it.each([
    ["v=spf1", []],
    ["V=SPF1  MX   -ALL ", ["mx", "all"]],
    ["v=spf1 +a -a:b.example ~a/24 ?a//64 a:b.example/24//64 a/0", ["a", "a", "a", "a", "a", "a"]],
    ["v=spf1 a:foo:bar/baz.example.com a:x.example/24/y.example", ["a", "a"]],
    ["v=spf1 ptr ptr:example.com exists:%{i}.x.example", ["ptr", "ptr", "exists"]],
    ["v=spf1 ip4:192.0.2.0/24 ip6:2001:db8::/32 ip6:::1 ip6:::ffff:192.0.2.1", ["ip4", "ip6", "ip6", "ip6"]],
    ["v=spf1 redirect=_spf.example.com exp=%{d}", ["redirect", "exp"]],
    ["v=spf1 include:%{d2} include:a.b-c include:a.example.", ["include", "include", "include"]],
    ["v=spf1 default=deny x.y_z-=%{c}%{d} all=x", ["unknown", "unknown", "unknown"]],
    ["v=spf1 all all", ["all", "all"]],
  ])("%s", (text, expected) => {
    expect(faults(text)).toEqual([]);
    expect(kinds(text)).toEqual(expected);
  });

  it("know their place, and what belongs to them", () => {
    const { terms } = parseSpf("v=spf1  ~a:b.example/24//64 ip6:2001:db8::/32");
    expect(terms).toEqual([
      {
        at: 8,
        text: "~a:b.example/24//64",
        qualifier: "~",
        kind: "a",
        domain: [{ literal: "b.example" }],
        prefix4: 24,
        prefix6: 64,
      },
      { at: 28, text: "ip6:2001:db8::/32", qualifier: "+", kind: "ip6", network: "2001:db8::", prefix: 32 },
    ]);
  });
});

describe("faults", () => {
  it.each([
    ["v=spf10 -all", '0: no "v=spf1" at its start'],
    ["v=spf1 ipv4:192.0.2.1", '7: there is no mechanism "ipv4"; "ip4" is meant'],
    ["v=spf1 192.0.2.1", '7: an address needs "ip4:" before it'],
    ["v=spf1 foo", '7: there is no mechanism "foo"'],
    ["v=spf1 redirect:example.com", '7: there is no mechanism "redirect"; "redirect=" is meant'],
    ["v=spf1 -exp=a.example", '8: there is no mechanism "exp"; "exp=" is meant'],
    ["v=spf1 =all", '7: there is no mechanism ""'],
    ["v=spf1 all.", '7: there is no mechanism "all."'],
    ["v=spf1 all:x.example", '10: "all" takes nothing after it'],
    ["v=spf1 all/8", '10: "all" takes nothing after it'],
    ["v=spf1 include", '14: "include" needs a domain: include:example.com'],
    ["v=spf1 include:", "15: no domain is named"],
    ["v=spf1 include:a.example/24", '15: "example/24" cannot end a domain name'],
    ["v=spf1 include:a.example~all", '15: "example~all" cannot end a domain name; a blank is missing before "~all"'],
    ["v=spf1 exists", '13: "exists" needs a domain: exists:example.com'],
    ["v=spf1 a:192.0.2.1", '9: an address is written "ip4:192.0.2.1"'],
    ["v=spf1 a:example", '9: "example" is not a whole domain name'],
    ["v=spf1 a:example.", '9: "example." is not a whole domain name'],
    ["v=spf1 a:a.111", '9: "111" cannot end a domain name'],
    ["v=spf1 a/33", "8: /33 is longer than /32"],
    ["v=spf1 a//129", "8: /129 is longer than /128"],
    ["v=spf1 a/", '8: "/" is no prefix length'],
    ["v=spf1 a/24/64", '8: "/24/64" is no prefix length'],
    ["v=spf1 a/024", '8: "/024" is no prefix length'],
    ["v=spf1 a=b.example/24 a-b", '22: there is no mechanism "a-b"'],
    ["v=spf1 mx:", "10: no domain is named"],
    ["v=spf1 ptr/24", '10: "ptr" takes a domain and nothing else'],
    ["v=spf1 ip4", '10: "ip4" needs a network after ":"'],
    ["v=spf1 ip4:192.0.2", '11: "192.0.2" is no IPv4 address'],
    ["v=spf1 ip4:192.0.2.1~all", '11: "192.0.2.1~all" is no IPv4 address; a blank is missing before "~all"'],
    ["v=spf1 ip4:192.0.2.0/24-all", '20: "/24-all" is no prefix length; a blank is missing before "-all"'],
    ["v=spf1 ip4:%{i}", '11: "%{i}" is no IPv4 address'],
    ["v=spf1 ip4:2001:db8::1", '11: "2001:db8::1" is an IPv6 address; it takes "ip6:"'],
    ["v=spf1 ip6:2001:db8:::1", '11: "2001:db8:::1" is no IPv6 address'],
    ["v=spf1 a:%{x}.example", '9: "%{x}": there is no macro "x"'],
    ["v=spf1 x=%", '9: a "%" stands alone; a percent sign is written "%%"'],
    ["v=spf1 exp=a.example exp=b.example", "21: a second exp=; one is allowed"],
    ["v=spf1 a:c.example\rptr", "18: the character 13 is not allowed"],
    ["v=spf1 \ta", '7: there is no mechanism "\ta"'],
  ])("%s", (text, fault) => expect(faults(text)).toEqual([fault]));

  it("do not hide each other, nor the terms between", () => {
    const { terms, faults } = parseSpf("v=spf1 foo mx bar -all");
    expect(terms.map(({ text }) => text)).toEqual(["mx", "-all"]);
    expect(faults.map(({ text }) => text)).toEqual(["foo", "bar"]);
  });

  it("of macros are told apart", () => {
    const record = parseSpf("v=spf1 exists:%{z} a:b\u00e9.example");
    expect(record.faults.map((fault) => fault.in)).toEqual(["macro", "term"]);
  });
});

/** Terms without their places, which printing does not keep. */
const bare = (terms: SpfTerm[]): object[] => terms.map(({ at: _at, text: _text, ...rest }) => rest);

const label = fc.stringMatching(/^[a-z0-9]{1,8}$/);
const literal = fc.tuple(label, label, fc.stringMatching(/^[a-z]{2,6}$/)).map((labels) => labels.join("."));
const macro = fc.record(
  {
    letter: fc.constantFrom("s", "l", "o", "d", "i", "p", "h", "v"),
    keep: fc.integer({ min: 1, max: 128 }),
    reverse: fc.boolean(),
    delimiters: fc.stringMatching(/^[.\-+,/_=]{0,3}$/),
    encode: fc.boolean(),
  },
  { requiredKeys: ["letter", "reverse", "delimiters", "encode"] },
);
const escape = fc.constantFrom(
  { literal: "%", escape: "%%" },
  { literal: " ", escape: "%_" },
  { literal: "%20", escape: "%-" },
);
const domain = fc
  .tuple(fc.array(fc.oneof(macro, escape), { maxLength: 3 }), fc.option(literal, { nil: undefined }))
  .map(([parts, end]) => [
    ...parts,
    ...(end === undefined && parts.length > 0 ? [] : [{ literal: end ?? "a.example" }]),
  ])
  .map((parts) => parts as MacroString);
const qualifier = fc.constantFrom("+", "-", "~", "?");
const four = fc.integer({ min: 0, max: 32 });
const six = fc.integer({ min: 0, max: 128 });
const required = { requiredKeys: ["kind", "qualifier"] };
const term = fc.oneof(
  fc.record({ kind: fc.constant("all"), qualifier }),
  fc.record({ kind: fc.constantFrom("include", "exists"), qualifier, domain }),
  fc.record({ kind: fc.constant("ptr"), qualifier, domain }, required as never),
  fc.record({ kind: fc.constantFrom("a", "mx"), qualifier, domain, prefix4: four, prefix6: six }, required as never),
  fc.record(
    { kind: fc.constant("ip4"), qualifier, network: fc.ipV4(), prefix: four },
    { requiredKeys: ["kind", "qualifier", "network"] },
  ),
  fc.record(
    { kind: fc.constant("ip6"), qualifier, network: fc.ipV6(), prefix: six },
    { requiredKeys: ["kind", "qualifier", "network"] },
  ),
  fc.record({
    kind: fc.constant("unknown"),
    name: fc.stringMatching(/^[a-z][a-z0-9._-]{0,5}$/).filter((name) => name !== "exp" && name !== "redirect"),
    value: domain,
  }),
);

describe("printing", () => {
  it("gives what was parsed again", () => {
    fc.assert(
      fc.property(fc.array(term, { maxLength: 6 }), (terms) => {
        const text = printSpf(terms as unknown as SpfTerm[]);
        const parsed = parseSpf(text);
        expect(parsed.faults).toEqual([]);
        expect(bare(parsed.terms)).toEqual(terms);
        expect(printSpf(parsed.terms)).toBe(text);
      }),
    );
  });

  it("is as records are usually written", () => {
    const { terms } = parseSpf("V=SPF1  +MX  A:b.example/24  -ALL");
    expect(printSpf(terms)).toBe("v=spf1 mx a:b.example/24 -all");
  });
});

describe("any text at all", () => {
  it("is parsed, and every fault lies inside it", () => {
    const text = fc.oneof(
      fc.string({ unit: "binary" }),
      fc.array(fc.constantFrom("a", "ip4", ":", "/", "%", "{", "}", "=", ".", "-", "1", " ", "exp"), { maxLength: 30 }),
    );
    fc.assert(
      fc.property(text, (odd) => {
        const record = `v=spf1 ${typeof odd === "string" ? odd : odd.join("")}`;
        for (const { at } of parseSpf(record).faults) expect(at).toBeLessThanOrEqual(record.length);
      }),
    );
  });

  it("is parsed in time that grows with its length", () => {
    for (const filler of ["1", "/", "%", "%{", "a", "~all", "a=", "{", " a", "%{d}"]) {
      expect(parseSpf(`v=spf1 a:${filler.repeat(60_000 / filler.length)}!`)).toBeDefined();
    }
  });
});

import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { dmarcRequests, editDmarc, isDmarc, looksLikeDmarc, parseDmarc, tested } from "../../src/syntax/dmarc.js";

describe("isDmarc", () => {
  it.each(["v=DMARC1", "v=DMARC1;p=none", "V = DMARC1 ; p=none", "v=DMARC1 "])("takes %j", (text) =>
    expect(isDmarc(text)).toBe(true),
  );
  it.each(["", "v=dmarc1; p=none", "p=none; v=DMARC1", " v=DMARC1", "v=DMARC10", "v=DMARC1 p=none", "v=spf1 -all"])(
    "does not take %j",
    (text) => {
      expect(isDmarc(text)).toBe(false);
      expect(parseDmarc(text)).toBeNull();
    },
  );
});

describe("looksLikeDmarc", () => {
  it.each(["v=dmarc1; p=none", '"v=DMARC1; p=none', "p=reject; v=DMARC1", "v=DMARC2", "DMARC1; p=none", "p=none"])(
    "sees what is meant by %j",
    (text) => expect(looksLikeDmarc(text)).toBe(true),
  );
  it.each(["v=DMARC1; p=none", "v=spf1 -all", "p=MIGf", "google-site-verification=x", ""])("leaves %j alone", (text) =>
    expect(looksLikeDmarc(text)).toBe(false),
  );
});

describe("parseDmarc", () => {
  it("has the defaults", () => {
    expect(parseDmarc("v=DMARC1")).toMatchObject({
      p: null,
      sp: null,
      np: null,
      adkim: "r",
      aspf: "r",
      psd: "u",
      t: "n",
      fo: ["0"],
      rua: [],
      ruf: [],
      faults: [],
      unknown: [],
      duplicates: [],
      void: false,
    });
  });

  it("takes tags in any order and values in any case, and leaves unknown ones alone", () => {
    expect(
      parseDmarc("v=DMARC1; x=1; ASPF=S; np=Reject; rua=mailto:a@Example.com!10m,https://b.example:8/x; p=NONE"),
    ).toMatchObject({
      p: "none",
      np: "reject",
      aspf: "s",
      rua: [
        { uri: "mailto:a@Example.com", scheme: "mailto", host: "example.com", size: "10m" },
        { uri: "https://b.example:8/x", scheme: "https", host: "b.example" },
      ],
      unknown: ["x"],
      faults: [{ message: "ASPF is not in lower case, as some receivers want it" }],
    });
  });

  it.each([
    ["v=DMARC1; p=rejecct", "p", 10, "p=rejecct is not a value of p"],
    ["v=DMARC1; p=none; adkim=strict", "adkim", 18, "adkim=strict is not a value of adkim"],
    ["v=DMARC1; p=none; fo=0:1", "fo", 18, "fo=0:1 is not a value of fo"],
    ["v=DMARC1; p=none; fo=d:d", "fo", 18, "fo=d:d is not a value of fo"],
    ["v=DMARC1; p=none; rua=a@example.com", "rua", 18, 'in rua, "a@example.com" lacks mailto:'],
    [
      "v=DMARC1; p=none; ruf=mailto:a!b@example.com",
      "ruf",
      18,
      'in ruf, "mailto:a!b@example.com" holds a "!" that is not written %21',
    ],
    ["v=DMARC1; p=none; rua=mailto:a", "rua", 18, 'in rua, "mailto:a" names no host to report to'],
    ["v=DMARC1; p=none; p=none", "p", 18, "p= stands more than once"],
    ["v=DMARC1; p", undefined, 10, '"p" has no equals sign'],
  ])("says what is wrong with %s", (text, tag, at, message) => {
    expect(parseDmarc(text)!.faults).toEqual([{ at, message, ...(tag !== undefined && { tag }) }]);
  });

  it("counts a list with a tag twice for nothing", () => {
    expect(parseDmarc("v=DMARC1; p=none; p=reject")!.void).toBe(true);
  });

  it("never throws", () => {
    fc.assert(fc.property(fc.string({ unit: "binary" }), (text) => void parseDmarc(text)));
    fc.assert(fc.property(fc.string(), (text) => parseDmarc(`v=DMARC1;${text}`) !== null));
  });
});

describe("dmarcRequests", () => {
  it.each([
    ["v=DMARC1; p=reject", "reject", "reject", "reject"],
    ["v=DMARC1; p=reject; sp=none", "reject", "none", "none"],
    ["v=DMARC1; p=none; sp=quarantine; np=reject", "none", "quarantine", "reject"],
    ["v=DMARC1; p=none; np=reject", "none", "none", "reject"],
    ["v=DMARC1; rua=mailto:a@example.com", "none", "none", "none"],
    ["v=DMARC1; p=reject; sp=bad; rua=mailto:a@example.com", "none", "none", "none"],
  ])("%s", (text, own, subdomains, missing) => {
    expect(dmarcRequests(parseDmarc(text)!)).toEqual({ own, subdomains, missing });
  });
  it.each(["v=DMARC1", "v=DMARC1; p=bad", "v=DMARC1; p=reject; np=bad", "v=DMARC1; rua=a@example.com"])(
    "%s asks for nothing",
    (text) => expect(dmarcRequests(parseDmarc(text)!)).toBeNull(),
  );
});

it("lowers a policy that is tested by one", () => {
  expect((["reject", "quarantine", "none"] as const).map((policy) => tested(policy, "y"))).toEqual([
    "quarantine",
    "none",
    "none",
  ]);
});

describe("editDmarc", () => {
  it("sets tags in place, new ones behind the policies, and takes them out", () => {
    const { tags } = parseDmarc("v=DMARC1; rua=mailto:a@example.com; pct=50; P=none")!;
    expect(editDmarc(tags, { p: "reject", pct: null, t: "y" })).toBe(
      "v=DMARC1; p=reject; rua=mailto:a@example.com; t=y",
    );
  });

  it("writes what is read the same", () => {
    const policy = fc.constantFrom("none", "quarantine", "reject");
    const alignment = fc.constantFrom("r", "s");
    const uri = fc.constantFrom("mailto:a@example.com", "https://example.net/x", "mailto:b%21@example.org");
    const values = fc.record(
      {
        p: policy,
        sp: policy,
        np: policy,
        adkim: alignment,
        aspf: alignment,
        psd: fc.constantFrom("y", "n", "u"),
        t: fc.constantFrom("y", "n"),
        fo: fc.constantFrom("0", "1", "d", "1:d:s"),
        rua: fc.uniqueArray(uri, { minLength: 1 }).map((uris) => uris.join(",")),
        unknown: fc.oneof(fc.constantFrom("a b"), fc.constantFrom("x=y")),
      },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(values, (tags) => {
        const text = editDmarc([{ name: "v", value: "DMARC1" }], tags as Record<string, string>);
        const read = parseDmarc(text)!;
        expect(read.faults).toEqual([]);
        expect(Object.fromEntries(read.tags.map(({ name, value }) => [name, value]))).toEqual({ v: "DMARC1", ...tags });
        expect(editDmarc(read.tags, {})).toBe(text);
      }),
    );
  });
});

import { describe, expect, it } from "vitest";
import { parseDmarc } from "../../src/syntax/dmarc.js";
import { climbed, organizationalDomain, policyLevel, walkNames } from "../../src/syntax/dmarc-discovery.js";

describe("walkNames", () => {
  it("climbs label by label, the top one included", () => {
    expect(walkNames("a.mail.example.com")).toEqual(["a.mail.example.com", "mail.example.com", "example.com", "com"]);
  });
  it("goes from eight labels to seven, and from more than eight to seven at once", () => {
    expect(walkNames("a.b.c.d.e.f.example.com")).toHaveLength(8);
    expect(walkNames("a.b.c.d.e.f.g.h.i.j.mail.example.com")).toEqual([
      "a.b.c.d.e.f.g.h.i.j.mail.example.com",
      "g.h.i.j.mail.example.com",
      "h.i.j.mail.example.com",
      "i.j.mail.example.com",
      "j.mail.example.com",
      "mail.example.com",
      "example.com",
      "com",
    ]);
  });
});

const levels = (domain: string, found: Record<string, string>) =>
  walkNames(domain).map((domain) => ({ domain, record: found[domain] ? parseDmarc(found[domain]) : null }));

describe("a walk", () => {
  it.each([
    ["no record", {}, "a.mail.example.com", undefined],
    [
      "the fewest labels win",
      { "mail.example.com": "v=DMARC1; p=none", "example.com": "v=DMARC1; p=none" },
      "example.com",
      "example.com",
    ],
    [
      "its own record applies and makes no organizational domain",
      { "a.mail.example.com": "v=DMARC1; p=none", "example.com": "v=DMARC1; p=none" },
      "example.com",
      "a.mail.example.com",
    ],
    [
      "psd=n ends it",
      { "mail.example.com": "v=DMARC1; psd=n; p=none", "example.com": "v=DMARC1; p=none" },
      "mail.example.com",
      "mail.example.com",
    ],
    ["psd=y above: one label below", { "example.com": "v=DMARC1; psd=y; p=none" }, "mail.example.com", "example.com"],
    [
      "the record below psd=y goes before it",
      { "mail.example.com": "v=DMARC1; p=none", "example.com": "v=DMARC1; psd=y; p=none" },
      "mail.example.com",
      "mail.example.com",
    ],
    [
      "psd=y at the start is its own",
      { "a.mail.example.com": "v=DMARC1; psd=y; p=none", "example.com": "v=DMARC1; p=none" },
      "a.mail.example.com",
      "a.mail.example.com",
    ],
  ])("%s", (_, found, organizational, applies) => {
    const walk = levels("a.mail.example.com", found as Record<string, string>);
    expect(organizationalDomain(walk)).toBe(organizational);
    expect(policyLevel(walk)?.domain).toBe(applies);
  });

  it("does not look above a record that ends it", () => {
    const walk = levels("a.example.com", { "example.com": "v=DMARC1; psd=n", com: "v=DMARC1; p=none" });
    expect(climbed(walk).map(({ domain }) => domain)).toEqual(["a.example.com", "example.com"]);
  });
});

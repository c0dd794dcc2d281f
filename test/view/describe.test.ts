import { defineCheck, facts, fail, pass, warn, z } from "mailworthy";
import { describe, expect, it } from "vitest";
import type { Check } from "../../src/check.js";
import { describeCheck, explain, listChecks, listNamed, manual } from "../../src/view/describe.js";
import { describeProfile, explainProfile, explainRequirements } from "../../src/view/describe-profile.js";
import { width } from "../../src/view/width.js";

const limit = defineCheck({
  id: "spf/lookup-limit",
  on: "domain",
  title: "SPF needs at most ten DNS lookups",
  why: "Receivers stop at ten and treat the record as broken, so SPF fails for every message.",
  fix: "Drop unused `include:` terms, or replace them with `ip4:` and `ip6:` ranges.",
  refs: ["RFC 7208 §4.6.4"],
  role: "sends",
  options: z.strictObject({ near: z.int().default(9).describe("warn from this many") }),
  needs: { spf: facts.spfRecord },
  verdicts: {
    within: pass("{count} of 10 lookups used"),
    near: warn("{count} of 10 lookups used; one more include may break it"),
    exceeded: fail("{count} lookups; receivers stop at 10"),
  },
  judge: (_, say) => say.within({ count: 1 }),
}) as unknown as Check;
const single = defineCheck({
  id: "spf/single",
  on: "domain",
  title: "There is one SPF record",
  why: "Two are none.",
  fix: "Take one out.",
  needs: {},
  verdicts: { one: pass("one") },
  judge: (_, say) => say.one(),
}) as unknown as Check;
const checks = [limit, single];
const presets = [
  { name: "recommended", title: "For all", checks: { "spf/*": "on", "spf/single": "off" } },
  {
    name: "bulk",
    title: "For many",
    heading: "Many",
    source: { title: "a page", date: "2026-01-01" },
    checks: {},
    requirements: [
      { id: "many/spf", text: "SPF can be read", of: "bulk", checks: { "spf/lookup-*": "fail" }, codes: ["5.7.26"] },
    ],
  },
] as const;
const at = (columns: number) => ({ columns, colour: false, ascii: false, links: false });

it("explains a check", () => {
  expect(explain(limit, { checks, presets }, at(80), new Date("2026-12-31"))).toBe(`spf/lookup-limit
SPF needs at most ten DNS lookups

Why    Receivers stop at ten and treat the record as broken, so SPF fails for
       every message.
Fix    Drop unused include: terms, or replace them with ip4: and ip6: ranges.
Says   ✓ within    {count} of 10 lookups used
       ! near      {count} of 10 lookups used; one more include may break it
       ✗ exceeded  {count} lookups; receivers stop at 10
Needs  DNS only: spf record
Option near (number, default 9): warn from this many
Refs   RFC 7208 §4.6.4
For    many/spf
See    spf/single

Set    checks: { spf/lookup-limit: { level: warn, near: 9 } }
Waive  waivers: [{ check: spf/lookup-limit, on: example.com,
                   reason: "say why", until: 2027-03-31 }]
`);
});

it("explains a profile, and a requirement", () => {
  const profile = presets[1];
  expect(explainProfile(profile, at(80))).toBe(`bulk
For many

Source   a page, 2026-01-01

many/spf  bulk mail
  SPF can be read
  checks   spf/lookup-*
  codes    5.7.26

Judge by it: mailworthy example.com --preset bulk --selector s1 --sender 192.0.2.1
`);
  expect(explainRequirements(profile.requirements, presets, at(80))).toBe(`many/spf  bulk mail
  SPF can be read
  checks   spf/lookup-*
  codes    5.7.26
  source   a page, 2026-01-01
  profile  bulk
`);
  expect(describeProfile(profile)).toMatchObject({
    name: "bulk",
    requirements: [{ id: "many/spf", source: { title: "a page", date: "2026-01-01" } }],
  });
});

describe("lists checks", () => {
  it("in a table", () => {
    expect(listChecks(checks, presets, at(75))).toBe(`  id                on      reaches  title
* spf/lookup-limit  domain  dns      SPF needs at most ten DNS lookups
  spf/single        domain  -        There is one SPF record

2 checks; * in preset recommended
`);
  });

  it.each([
    [120, "* spf/lookup-limit  domain  dns      bulk     SPF needs at most ten DNS lookups"],
    [66, "* spf/lookup-limit  domain  SPF needs at most ten DNS lookups"],
    [60, "* spf/lookup-limit  SPF needs at most ten DNS lookups"],
    [40, "* spf/lookup-limit  SPF needs at most t…"],
  ])("with the columns that leave titles whole, at %i", (columns, row) => {
    expect(listChecks([limit], presets, at(columns)).split("\n")).toContain(row);
  });
});

it.each([40, 60, 80, 120])("is no wider than %i columns, apart from what is copied", (columns) => {
  const shown = explain(limit, { checks, presets }, at(columns), new Date()).split("\n\n").slice(0, 2).join("\n");
  for (const line of shown.split("\n")) expect(width(line)).toBeLessThanOrEqual(columns);
  if (columns >= 80)
    for (const line of listChecks(checks, presets, at(columns)).split("\n"))
      expect(width(line)).toBeLessThanOrEqual(columns);
});

it("in ASCII", () => {
  expect(explain(limit, { checks, presets }, { ...at(80), ascii: true }, new Date())).toMatch(/^[ -~\n]*$/);
});

it("lists what has a name and a title", () => {
  expect(listNamed(presets, at(80))).toBe("recommended  For all\nbulk         For many\n");
});

describe("as data", () => {
  it("a check says where it is used and what can be set", () => {
    expect(describeCheck(limit, presets)).toMatchObject({
      id: "spf/lookup-limit",
      role: "sends",
      reaches: ["dns"],
      presets: ["recommended", "bulk"],
      options: [{ name: "near", type: "number", default: 9, about: "warn from this many" }],
    });
    expect(describeCheck(single, presets)).toMatchObject({ reaches: [], presets: [], options: [] });
  });
});

it("the manual has a section for each check, and a way to it", () => {
  const text = manual(checks, presets);
  expect(text).toContain("- **spf** [lookup-limit](#spflookup-limit), [single](#spfsingle)\n");
  expect(text).toContain(`
## spf/lookup-limit

SPF needs at most ten DNS lookups.
`);
  expect(text).toContain("| warn | near | {count} of 10 lookups used; one more include may break it |\n");
  expect(text).toContain("- Looks at: each domain that sends\n");
  expect(text).toContain("- Option: near (number, default 9): warn from this many\n");
  expect(text).toContain("- Presets: recommended, bulk\n");
  expect(text).toContain("- Asked for by: many/spf\n");
  expect(text).toContain("\n- Presets: none\n");
  expect(text).toContain(`# Profiles

## bulk

For many. Read: a page, 2026-01-01.

| requirement | for | what | decided by | bounces |
| --- | --- | --- | --- | --- |
| many/spf | bulk | SPF can be read | spf/lookup-* | 5.7.26 |
`);
});

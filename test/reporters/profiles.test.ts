import { defineProfile, planned, type Plan } from "mailworthy";
import { expect, it } from "vitest";
import reporters from "../../reporters/index.js";
import { checks, lucerne, northwind, parked, written } from "./canned.js";

const acme = defineProfile({
  name: "acme",
  title: "What Acme asks of senders",
  heading: "Acme, bulk senders",
  source: { title: "Acme for postmasters", date: "2026-11-01" },
  role: "sends",
  checks: {},
  requirements: [
    {
      id: "acme/spf",
      text: "SPF can be read",
      of: "all",
      checks: { "spf/*": "fail" },
      codes: ["5.7.26", "4.7.26"],
      weight: { part: "identity", points: 10 },
    },
    { id: "acme/dkim", text: "There is a DKIM key", of: "bulk", checks: { "dkim/*": "fail" } },
    { id: "acme/hosts", text: "Mail hosts answer", of: "bulk", checks: { "smtp/*": "fail" } },
    { id: "acme/one-click", text: "One click unsubscribes", of: "marketing", unseen: "needs a message" },
    { id: "acme/content", text: "The text is one that was asked for", of: "all", unseen: "needs a message" },
  ],
});
const steps = defineProfile({ ...acme, steps: true, heading: "Mail is lost at Acme" });

const under = (...profiles: NonNullable<Plan["profiles"]>[number][]): Partial<Plan> => ({
  profiles,
  checks: checks.map((check) => ({
    ...planned(check),
    ...(check.id.startsWith("spf/") && { requirements: ["acme/spf"] }),
  })),
});
const named = (name: string) => reporters.find((one) => one.name === name)!;

/** What is said of the profile at the end of a screen, before the last line. */
const closingBlock = async (...[targets, out, options, profile]: [...Tail, typeof acme]): Promise<string> => {
  const text = await written(named("text"), targets, out, options, under(profile));
  return text.slice(text.indexOf(profile.heading)).trimEnd().split("\n").slice(0, -2).join("\n");
};
type Tail = [
  targets: Parameters<typeof written>[1],
  out: Parameters<typeof written>[2],
  options: Parameters<typeof written>[3],
];

it("text: what is not met, and once what cannot be told, at the end of a screen", async () => {
  expect(await closingBlock([northwind], { columns: 80 }, {}, acme)).toBe(
    `Acme, bulk senders  1 met, 1 not met (4.7.26, 5.7.26), 3 cannot tell; predicted
                    score 0 of 100
✗ acme/spf            SPF can be read (5.7.26, 4.7.26)
  spf/lookup-limit: 11 lookups; receivers stop at 10, so SPF fails for every
  message
? answers 421; asked again after 30 s
  acme/hosts
? needs a message
  acme/one-click, acme/content`,
  );
});

it("text: with -v also what is met", async () => {
  expect(await closingBlock([lucerne], { columns: 80 }, { verbose: 1 }, acme)).toBe(
    `Acme, bulk senders  3 met, 2 cannot tell; predicted score 100 of 100
? needs a message
  acme/one-click, acme/content
✓ acme/spf            SPF can be read
✓ acme/dkim           There is a DKIM key
✓ acme/hosts          Mail hosts answer`,
  );
});

it("text: a playbook is told step by step, whatever came of each", async () => {
  expect(await closingBlock([northwind], { columns: 60, ascii: true }, {}, steps)).toBe(
    `Mail is lost at Acme  1 met, 1 not met (4.7.26, 5.7.26), 3
                      cannot tell; predicted score 0 of 100
x 1. SPF can be read
     spf/lookup-limit: 11 lookups; receivers stop at 10, so
     SPF fails for every message
+ 2. There is a DKIM key
? 3. Mail hosts answer
     answers 421; asked again after 30 s
? 4. One click unsubscribes
     needs a message
? 5. The text is one that was asked for
     needs a message`,
  );
});

it("text: a domain without the role is not asked", async () => {
  expect(await closingBlock([parked], { columns: 80 }, {}, acme)).toBe("Acme, bulk senders  5 do not apply");
});

it("markdown: a table", async () => {
  const text = await written(named("markdown"), [northwind], {}, {}, under(acme));
  expect(text).toContain(
    `### Acme, bulk senders: 1 met, 1 not met (4.7.26, 5.7.26), 3 cannot tell; predicted score 0 of 100

| | requirement | why | bounces |
|-|-|-|-|
| ✗ | acme/spf: SPF can be read |`,
  );
});

it("html: each requirement behind the sum", async () => {
  const text = await written(named("html"), [northwind], {}, {}, under(acme));
  expect(text).toContain("Acme, bulk senders: 1 met, 1 not met (4.7.26, 5.7.26), 3 cannot tell");
  expect(text).toContain('<span class="mono">acme/one-click</span>');
});

it("csv: a row for each requirement, and ids beside results", async () => {
  const lines = (await written(named("csv"), [northwind], {}, {}, under(acme))).split("\r\n");
  expect(lines.filter((line) => line.includes(",requirement,"))).toEqual([
    'northwind.example,requirement,acme/spf,spf/lookup-limit,not met,,"11 lookups; receivers stop at 10, so SPF fails for every message",,acme/spf',
    "northwind.example,requirement,acme/dkim,dkim/present,met,,,,acme/dkim",
    'northwind.example,requirement,acme/hosts,smtp/greeting,cannot tell,,"answers 421; asked again after 30 s",,acme/hosts',
    "northwind.example,requirement,acme/one-click,,cannot tell,,needs a message,,acme/one-click",
    "northwind.example,requirement,acme/content,,cannot tell,,needs a message,,acme/content",
  ]);
  expect(lines.find((line) => line.includes("spf/present"))).toMatch(/,acme\/spf$/);
});

it("junit: properties of the suite", async () => {
  const text = await written(named("junit"), [northwind], {}, {}, under(acme));
  expect(text).toContain('<property name="acme/dkim" value="met"/>');
  expect(text).toContain('<property name="acme/one-click" value="cannot tell: needs a message"/>');
});

it("json: profiles once, standings and requirements with each target, ids with each result", async () => {
  const report = JSON.parse(await written(named("json"), [northwind], {}, {}, under(acme))) as {
    results: { check: string }[];
  };
  expect(report).toMatchObject({
    profiles: [{ name: "acme", source: { date: "2026-11-01" } }],
    targets: [
      {
        domain: "northwind.example",
        profiles: [
          {
            profile: "acme",
            counts: { met: 1, "not met": 1, "cannot tell": 3, "does not apply": 0 },
            codes: ["4.7.26", "5.7.26"],
            score: { least: 0, most: 0 },
          },
        ],
      },
    ],
  });
  const [spf] = report.results.filter(({ check }) => check === "spf/present");
  expect(spf).toMatchObject({ requirements: ["acme/spf"] });
});

it("ndjson: a line for each requirement and each profile", async () => {
  const lines = (await written(named("ndjson"), [northwind], {}, {}, under(acme))).trimEnd().split("\n");
  const values = lines.map((line) => JSON.parse(line) as { type: string });
  expect(values.filter(({ type }) => type === "requirement")[0]).toMatchObject({
    domain: "northwind.example",
    requirement: "acme/spf",
    state: "not met",
  });
  expect(values.filter(({ type }) => type === "profile")).toMatchObject([
    { profile: "acme", codes: ["4.7.26", "5.7.26"] },
  ]);
});

import { expect, it } from "vitest";
import { builtin } from "../../src/builtin.js";
import { statusCodes } from "../../src/data/status-codes.js";
import { mailworthy } from "./shell.js";

it.each([
  ["a check", ["spf/lookup-limit"], /^spf\/lookup-limit\n[^]*\nFor {4}google\/spf-or-dkim, google\/spf,/],
  [
    "a profile",
    ["gmail-bulk"],
    /^gmail-bulk {2}also google-bulk\n[^]*\nSource {3}Google, Email sender guidelines, 2026-03-21\n/,
  ],
  ["a profile by its other name", ["google-bulk"], /^gmail-bulk {2}also google-bulk\n/],
  [
    "what a profile requires, and what decides it",
    ["outlook"],
    /\noutlook\/ptr\n {2}Addresses .*\n {2}checks {3}ptr\/exists\n/,
  ],
  ["steps", ["gmail-spam"], /\n1\. gmail-spam\/blocklists\n[^]*\n7\. gmail-spam\/postmaster-tools\n/],
  ["a score", ["internet-nl"], /\n {2}score {4}30 points of RPKI\n/],
  ["a requirement", ["google/ptr"], /^google\/ptr\n[^]*\n {2}profile {2}gmail-all, gmail-bulk\n$/],
  ["a bounce code", ["5.7.515"], /^outlook\/spf {2}bulk mail\n[^]*\noutlook\/alignment/],
  [
    "a registered code",
    ["5.2.2"],
    /^5\.2\.2 {2}Mailbox full\n {2}class {3}permanent: [^]*\n {2}who {5}recipient\n {2}next/,
  ],
  [
    "a code that is registered and required",
    ["5.7.26"],
    /^5\.7\.26 {2}Multiple [^]*\n {2}checks {2}spf[^]*\n\n[a-z]+\//,
  ],
  ["a code that tells nothing", ["4.0.0"], /^4\.0\.0 [^]* temporary: [^]* the code alone does not tell/],
  ["a code of success", ["2.1.5"], /^2\.1\.5 [^]* nothing is to be done\n$/],
  ["several at once", ["google/ptr", "spf/present"], /^google\/ptr\n[^]*\n\nspf\/present\n/],
])("explains %s", async (_name, ids, expected) => {
  const { code, out } = await mailworthy(["explain", ...ids, "--width", "80"]);
  expect(code).toBe(0);
  expect(out).toMatch(expected);
  for (const line of out.split("\n")) expect(line.length).toBeLessThanOrEqual(120);
});

it("explains each registered status code, with checks that are there", async () => {
  const codes = Object.keys(statusCodes).flatMap((rest) => [`4.${rest}`, `5.${rest}`]);
  const { code, out } = await mailworthy(["explain", ...codes, "--json"]);
  const told = (
    JSON.parse(out) as { code?: string; reason?: string | null; remedy?: string; checks: string[] }[]
  ).filter((one) => one.code !== undefined);
  expect([code, told.map((one) => one.code)]).toEqual([0, codes]);
  const ids = new Set((await builtin()).checks.map(({ id }) => id));
  expect(told.flatMap(({ checks }) => checks).filter((id) => !ids.has(id))).toEqual([]);
  const silent = told.filter(({ reason }) => reason === null).map((one) => one.code!.slice(2));
  expect([...new Set(silent)]).toEqual(["0.0", "1.5", "3.6"]);
});

it.each(["3.2.2", "5.2.99", "5.2", "5.constructor"])(
  "does not explain %s, which is no registered code",
  async (word) => {
    expect(await mailworthy(["explain", word])).toMatchObject({ code: 2 });
  },
);

it("explains as data", async () => {
  const { out } = await mailworthy(["explain", "google-bulk", "spf/present", "google/ptr", "--json"]);
  const [profile, check, requirement] = JSON.parse(out) as Record<string, unknown>[];
  const [first] = profile!["requirements"] as object[];
  expect(first).toMatchObject({ id: "google/spf", source: { date: "2026-03-21" } });
  expect(check!["requirements"]).toEqual(expect.arrayContaining(["google/spf", "yahoo/spf"]));
  expect(requirement).toMatchObject({ id: "google/ptr", codes: ["4.7.23", "5.7.25"] });
});

it.each([
  ["gmail-bluk", 'mailworthy: no check "gmail-bluk". Did you mean gmail-bulk?\n'],
  ["lookup-limit", "Did you mean spf/lookup-limit?\n"],
  ["strict", 'mailworthy: "strict" is a preset without requirements of its own.\n'],
])("nothing is explained by the name %s", async (id, expected) => {
  const { code, err } = await mailworthy(["explain", id]);
  expect(code).toBe(2);
  expect(err).toContain(expected);
});

it("a preset is chosen by its other name too, and named by its own", async () => {
  const world = { zone: `example.com TXT "v=spf1 -all"` };
  const { out } = await mailworthy(["example.com", "-p", "microsoft-bulk", "--json"], { world });
  expect(JSON.parse(out)).toMatchObject({ targets: [{ profiles: [{ profile: "outlook" }] }] });
});

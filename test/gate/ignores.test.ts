import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { mailworthy } from "../cli/shell.js";

const cwd = mkdtempSync(join(tmpdir(), "mailworthy-"));
mkdirSync(join(cwd, "base"));
const until = "until=2099-01-31 -- the old relay goes";
/** A zone that has no DMARC record beside SPF, and whose SPF record is what a test says. */
const zone = (spf: string, more = ""): string =>
  `$ORIGIN example.com.\n$TTL 3600\n@ SOA ns1 host 1 7200 3600 1209600 3600\n@ NS ns1\nns1 A 192.0.2.53\n@ MX 10 mx1\nmx1 A 192.0.2.1\n${spf}\n${more}`;
const vast = '@ TXT "v=spf1 ip4:0.0.0.0/1 -all"';
const fine = '@ TXT "v=spf1 mx -all"';

interface Ran {
  code: number;
  out: string;
  results: {
    check: string;
    status: string;
    reason?: string;
    subject: { name: string };
    findings: { verdict: string; text: string; change?: string; borne?: object }[];
  }[];
  gate: { borne: number; closing: number };
}

async function gate(before: string, after: string, ...more: string[]): Promise<Ran> {
  writeFileSync(join(cwd, "base/example.com.zone"), before);
  writeFileSync(join(cwd, "example.com.zone"), after);
  const argv = [
    "gate",
    "example.com.zone",
    "--base",
    "base",
    "--offline",
    "--only",
    "spf/overbroad-network,mailworthy/*",
  ];
  const { code, out } = await mailworthy([...argv, "--json", ...more], { cwd });
  return { code, out, ...(JSON.parse(out) as Pick<Ran, "results" | "gate">) };
}
const said = ({ results }: Ran, id: string): string[] =>
  results
    .filter(({ check }) => check === id)
    .flatMap(({ status, findings }) => [
      status,
      ...findings.map(({ verdict, change }) => `${verdict} ${change ?? "-"}`),
    ]);

const ignored = `${vast} ; mailworthy-ignore spf/overbroad-network ${until}`;

describe("a gate over zones with comments", () => {
  it("bears what a comment in the line covers, and says why", async () => {
    const ran = await gate(zone(fine), zone(ignored));
    const [result] = ran.results.filter(({ check }) => check === "spf/overbroad-network");
    expect(result).toMatchObject({
      status: "skip",
      reason: "waived by a comment (example.com.zone:8) until 2099-01-31: the old relay goes",
      findings: [{ borne: { by: "comment", file: "example.com.zone", line: 8 } }],
    });
    expect([ran.code, ran.gate.borne]).toEqual([0, 1]);
    expect(said(ran, "mailworthy/waiver-used")).toEqual(["pass", "used -"]);
  });

  it("is closed where a comment is taken away", async () => {
    const ran = await gate(zone(ignored), zone(vast));
    expect(said(ran, "spf/overbroad-network")).toEqual(["fail", "vast unsuppressed"]);
    expect(ran.code).toBe(1);
  });

  it("stays open where a comment has ended by its date: what it hid is as it was, and the end is told", async () => {
    const old = zone(ignored.replace("2099", "2020"));
    const ran = await gate(old, old, "--strict");
    expect(said(ran, "spf/overbroad-network")).toEqual(["fail", "vast unchanged"]);
    expect(said(ran, "mailworthy/waiver-ended")).toEqual(["warn", "ended unchanged"]);
    expect(ran.code).toBe(0);
  });

  it("is closed where a change moves the day of a comment into the past", async () => {
    const ran = await gate(zone(ignored), zone(ignored.replace("2099", "2020")));
    expect(said(ran, "spf/overbroad-network")).toEqual(["fail", "vast unsuppressed"]);
    expect(ran.code).toBe(1);
  });

  it("is not closed by lines that move, or by another reason", async () => {
    const ran = await gate(
      zone(ignored),
      `; a new line\n\n${zone(`${vast} ; mailworthy-ignore spf/overbroad-network ${until} now`)}`,
    );
    expect([ran.code, ran.gate.borne]).toEqual([0, 1]);
  });

  it.each([
    [
      "an unknown check",
      "spf/overbroad-netwrok",
      'there is no check "spf/overbroad-netwrok"; did you mean spf/overbroad-network?',
    ],
    ["a check that is never ignored", "mailworthy/waiver-used", "mailworthy/waiver-used is never ignored"],
  ])("tells of a comment for %s, and bears nothing", async (_, id, fault) => {
    const ran = await gate(zone(fine), zone(`${vast} ; mailworthy-ignore ${id} ${until}`));
    const [found] = ran.results.filter(
      ({ check, status }) => check === "mailworthy/waiver-understood" && status === "warn",
    );
    expect(found?.findings[0]!.text).toBe(`the comment bears nothing: ${fault}`);
    expect(said(ran, "spf/overbroad-network")).toEqual(["fail", "vast new"]);
    expect(ran.code).toBe(1);
  });

  it("tells of a comment that covers nothing", async () => {
    const ran = await gate(zone(fine), zone(`${fine} ; mailworthy-ignore spf/overbroad-network ${until}`));
    expect(said(ran, "mailworthy/waiver-used")).toEqual(["warn", "stale new"]);
  });

  it("bears only what stands where the comment stands", async () => {
    const ran = await gate(
      zone(fine),
      zone(vast, `mx2 A 192.0.2.2 ; mailworthy-ignore spf/overbroad-network ${until}\n`),
    );
    expect(said(ran, "spf/overbroad-network")).toEqual(["fail", "vast new"]);
    expect(said(ran, "mailworthy/waiver-used")).toEqual(["warn", "stale new"]);
  });

  it("shows on its screen what is borne and why, and in SARIF as suppressed in the source", async () => {
    await gate(zone(fine), zone(ignored));
    const argv = [
      "gate",
      "example.com.zone",
      "--base",
      "base",
      "--offline",
      "--only",
      "spf/overbroad-network,mailworthy/*",
    ];
    const { out } = await mailworthy(argv, { cwd, env: { COLUMNS: "80" } });
    expect(out).toContain("– spf/overbroad-network  example.com\n");
    expect(out).toContain("waived by a comment");
    expect(out).toContain(", 1 borne");
    const sarif = JSON.parse((await mailworthy([...argv, "-r", "sarif"], { cwd })).out) as {
      runs: { results: { ruleId: string; suppressions?: object[] }[] }[];
    };
    const own = sarif.runs[0]!.results.find(({ ruleId }) => ruleId === "spf/overbroad-network");
    expect(own?.suppressions).toMatchObject([
      { kind: "inSource", location: { physicalLocation: { region: { startLine: 8 } } } },
    ]);
    const junit = (await mailworthy([...argv, "-r", "junit"], { cwd })).out;
    expect(junit).toMatch(/<skipped message="waived by a comment [^"]*the old relay goes \(/);
    const markdown = (await mailworthy([...argv, "-v", "-r", "markdown"], { cwd })).out;
    expect(markdown).toContain("the old relay goes");
  });
});

import { existsSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { mailworthy } from "./shell.js";

const zone = (spf: string, mx = "mx1"): string =>
  `$ORIGIN example.com.\n$TTL 3600\n@ SOA ns1 host 1 7200 3600 1209600 3600\n@ NS ns1\nns1 A 192.0.2.53\n@ MX 10 ${mx}\nmx1 A 192.0.2.1\n@ TXT "${spf}"\n`;
const vast = zone("v=spf1 ip4:0.0.0.0/1 -all");

function folder(): { cwd: string; put(name: string, text: string): void } {
  const cwd = mkdtempSync(join(tmpdir(), "mailworthy-"));
  mkdirSync(join(cwd, "base"));
  return { cwd, put: (name, text) => writeFileSync(join(cwd, name), text) };
}
const gate = ["gate", "example.com.zone", "--offline"];

describe("baseline", () => {
  it("is made of a report, borne by a gate, told where it is stale, and pruned", async () => {
    const { cwd, put } = folder();
    put("example.com.zone", vast);
    const run = (...argv: string[]) => mailworthy(argv, { cwd, env: { COLUMNS: "80" } });
    const only = [...gate, "--base", "nothing", "--only", "spf/overbroad-network,mailworthy/*"];
    const report = await run(...only, "--json");
    expect(report.code).toBe(1);
    put("report.json", report.out);
    expect((await run("baseline", "update", "known.json", "report.json")).out).toBe(
      "1 added, 0 changed, 1 finding in known.json\n",
    );
    const borne = await run(...only, "--baseline", "known.json");
    expect(borne.code).toBe(0);
    expect(borne.out).toMatch(/in the\s+baseline:\s+there\s+since/);
    expect((await run("baseline", "show", "known.json")).out).toMatch(
      /^fail {2}spf\/overbroad-network vast {2}example\.com {2}since \d{4}-\d\d-\d\d\n1 finding\n$/,
    );
    put("example.com.zone", zone("v=spf1 mx -all"));
    const stale = await run(...only, "--baseline", "known.json", "--json");
    expect(stale.out).toContain("the entry of the baseline covers nothing: spf/overbroad-network finds no such fault");
    put("report.json", stale.out);
    expect((await run("baseline", "prune", "known.json", "report.json")).out).toMatch(/1 finding removed, 0 left\n$/);
    expect(JSON.parse(readFileSync(join(cwd, "known.json"), "utf8"))).toEqual({ format: 1, findings: [] });
  });

  it("bears findings of changes too", async () => {
    const { cwd, put } = folder();
    put("example.com.zone", zone("v=spf1 -all"));
    put("base/example.com.zone", zone("v=spf1 ip4:192.0.2.9 mx -all"));
    const argv = [...gate, "--base", "base", "--strict", "--only", "change/spf-sender-removed"];
    const report = await mailworthy([...argv, "--json"], { cwd });
    expect(report.code).toBe(1);
    put("report.json", report.out);
    await mailworthy(["baseline", "update", "known.json", "report.json"], { cwd });
    expect((await mailworthy([...argv, "--baseline", "known.json"], { cwd })).code).toBe(0);
  });

  it.each<[string, string[], string]>([
    ["an operation that is none", ["updat", "known.json", "r"], 'no operation "updat"'],
    ["no report", ["update", "known.json"], "no report is named"],
    ["a report that is none", ["update", "known.json", "text.txt"], "text.txt is no JSON"],
    ["JSON that is no report", ["update", "known.json", "other.json"], "other.json is no report of mailworthy"],
    ["a baseline that is not there", ["show", "known.json"], "there is no known.json"],
    ["a file that is no baseline", ["show", "other.json"], "other.json is no baseline"],
  ])("refuses %s", async (_, argv, text) => {
    const { cwd, put } = folder();
    put("text.txt", "hello");
    put("other.json", "{}");
    const { code, err } = await mailworthy(["baseline", ...argv], { cwd });
    expect(code).toBe(2);
    expect(err).toContain(text);
    expect(existsSync(join(cwd, "known.json"))).toBe(false);
  });

  it("is refused by a gate where it is not there", async () => {
    const { cwd, put } = folder();
    put("example.com.zone", vast);
    const { code, err } = await mailworthy([...gate, "--base", "nothing", "--baseline", "known.json"], { cwd });
    expect([code, err]).toEqual([2, expect.stringContaining("there is no known.json")]);
  });
});

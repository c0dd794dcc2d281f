import { execFileSync } from "node:child_process";
import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { worldNet } from "../../src/testing/world.js";
import type { Net } from "../../src/net/net.js";
import { width } from "../../src/view/width.js";
import { emptyFolder, mailworthy } from "./shell.js";

const cwd = emptyFolder();
const git = (...args: string[]): void =>
  void execFileSync("git", ["-C", cwd, "-c", "user.email=a@example.com", "-c", "user.name=a", ...args], {
    stdio: "ignore",
  });

const zone = `$ORIGIN example.com.
$TTL 3600
@ IN SOA ns1 host 1 7200 3600 1209600 3600
@ NS ns1
ns1 A 192.0.2.53
@ MX 10 mx1
mx1 A 192.0.2.1
@ TXT "v=spf1 mx include:_spf.example.com -all"
_spf TXT "v=spf1 ip4:192.0.2.0/28 -all"
_dmarc TXT "v=DMARC1; p=none; rua=mailto:d@example.com"
`;
mkdirSync(join(cwd, "zones"));
writeFileSync(join(cwd, "zones/example.com.zone"), zone);
symlinkSync("/etc/passwd", join(cwd, "zones/passwd.zone"));
git("init", "-q", "-b", "main");
git("add", "-A");
git("commit", "-q", "-m", "first");
git("checkout", "-q", "-b", "proposal");
const propose = (text: string, name = "zones/example.com.zone"): void => writeFileSync(join(cwd, name), text);
const run = (argv: string[], more: Parameters<typeof mailworthy>[1] = {}) =>
  mailworthy(["gate", ...argv], { cwd, env: { COLUMNS: "80" }, ...more });
const offline = ["zones/example.com.zone", "--base", "main", "--offline"];

describe("gate", () => {
  it("is open where nothing changes", async () => {
    propose(zone);
    const { code, out } = await run(offline);
    expect(out).toMatch(/^example\.com {2}nothing changes \(base: main at [0-9a-f]{7}\)\n/);
    expect(out).toMatch(/\nOpen {2}0 new, 0 worse, 0 fixed, \d+ unchanged, 0 unknown +[\d.]+ s {2}exit 0\n$/);
    expect(code).toBe(0);
  });

  it("is closed by what a change breaks, and names the place", async () => {
    propose(zone.replace("192.0.2.0/28 -all", "192.0.2.0/28 +all").replace("10 mx1", "10 mx2"));
    const { code, out } = await run(offline);
    expect(code).toBe(1);
    expect(out).toContain("zones/example.com.zone:6\n      - 10 mx1.example.com.\n      + 10 mx2.example.com.\n");
    expect(out).toContain("mx2.example.com: no address; senders cannot reach it");
    expect(out).toMatch(/✗ spf\/overbroad-network +pass → fail/);
    expect(out).toMatch(/\nClosed {2}\d+ new/);
    for (const line of out.split("\n")) expect(width(line)).toBeLessThanOrEqual(80);
  });

  it("says what a change mends", async () => {
    propose(zone.replace("p=none", "p=quarantine"));
    const { code, out } = await run(offline);
    expect(code).toBe(0);
    expect(out).toMatch(/Fixed\n✓ dmarc\/enforcement +warn → pass/);
  });

  it("resolves through the proposal, its own includes first, and asks nobody else offline", async () => {
    propose(zone.replace("_spf TXT", "_other TXT"));
    const { out, code } = await run(offline);
    expect(code).toBe(1);
    expect(out).toContain("spf/include-resolves");
  });

  it("takes what others changed since for no part of the proposal", async () => {
    propose(zone);
    git("stash", "-q", "-u");
    git("checkout", "-q", "main");
    propose(zone.replace("mx1 A 192.0.2.1", "mx1 A 192.0.2.7"));
    git("commit", "-q", "-am", "others");
    git("checkout", "-q", "proposal");
    propose(zone);
    expect((await run(offline)).out).toContain("nothing changes");
  });

  it("compares with live DNS, each name asked once for both sides", async () => {
    const asked: string[] = [];
    const world = worldNet({
      zone: 'example.com MX 10 mx1.example.com\nmx1.example.com A 192.0.2.1\nexample.com TXT "v=spf1 mx include:spf.vendor.example -all"\nspf.vendor.example TXT "v=spf1 ip4:198.51.100.1 -all"',
    });
    const net: Net = {
      ...world,
      dns: ((name, type, how) => {
        asked.push(`${name} ${type}`);
        return world.dns(name, type, how);
      }) as typeof world.dns,
    };
    propose(zone.replace("include:_spf.example.com", "include:spf.vendor.example ip4:192.0.2.99"));
    const { out } = await run(["zones/example.com.zone", "--base", "live"], { net });
    expect(out).toContain("(base: live DNS)");
    expect(asked.filter((one) => one === "spf.vendor.example TXT")).toHaveLength(1);
  });

  it("reads a proposal from standard input, compared with nothing", async () => {
    const { out, code } = await run(["-", "--zone", "example.com", "--offline"], {
      stdin: zone.replace("-all", "+all"),
    });
    expect(out).toContain("compared with nothing: every finding is new");
    expect(code).toBe(1);
  });

  it("gives every reporter the state of each finding", async () => {
    propose(zone.replace("p=none", "p=rejct"));
    const { out } = await run([...offline, "--json"]);
    const { gate, results } = JSON.parse(out) as {
      gate: { states: object };
      results: { findings: { change?: string }[] }[];
    };
    expect(gate.states).toMatchObject({ unchanged: expect.any(Number) });
    const states = results.flatMap(({ findings }) => findings.map(({ change }) => change));
    expect(states).toContain("new");
  });

  it("annotates what a change does, and not what was wrong before it", async () => {
    propose(zone.replace("p=none", "p=rejct"));
    const { out } = await run([...offline, "-r", "github"]);
    expect(out).toMatch(/^::warning title=dmarc\/policy-tag on example\.com,file=zones\/example\.com\.zone,line=10/m);
    const sarif = await run([...offline, "-r", "sarif"]);
    const [{ results, automationDetails }] = (
      JSON.parse(sarif.out) as { runs: [{ results: { baselineState: string }[]; automationDetails: { id: string } }] }
    ).runs;
    expect(automationDetails.id).toBe("mailworthy/gate/");
    expect(results.map(({ baselineState }) => baselineState)).toContain("new");
    const before = results.filter(({ baselineState }) => baselineState === "unchanged").length;
    expect(before).toBeGreaterThan(0);
    expect([...out.matchAll(/^::(?:error|warning) title=[^:]*,file=/gm)].length).toBeLessThanOrEqual(
      results.length - before,
    );
  });

  it("tells a merge request what is new and a safe order, and GitHub's summary too", async () => {
    propose(
      zone.replace("192.0.2.0/28 -all", "192.0.2.0/28 +all").replace("10 mx1", "10 mx2").replace("mx1 A", "mx2 A"),
    );
    const { out } = await run([...offline, "-r", "markdown"]);
    expect(out).toContain("### ✗ spf/overbroad-network (new)\n");
    expect(out).toMatch(/\n- ! \S+ \(as before\): /);
    expect(out).toMatch(/\n## A safe order\n\n1\. (?:now|after \S+ \w+):[ \n]/);
    const summary = join(emptyFolder(), "summary.md");
    await run(offline, { env: { GITHUB_ACTIONS: "true", GITHUB_STEP_SUMMARY: summary } });
    expect(readFileSync(summary, "utf8")).toContain(out.slice(out.indexOf("## A safe order"), out.indexOf("\n---")));
    propose(zone);
    expect((await run([...offline, "-r", "markdown"])).out).not.toContain("A safe order");
  });

  it.each<[string, string[], string]>([
    ["a base that git does not know", ["zones/example.com.zone", "--base", "nowhere", "--offline"], "git says"],
    ["a base that looks like a flag", ["zones/example.com.zone", "--base=--upload-pack=x", "--offline"], "is no ref"],
    ["live without a network", ["zones/example.com.zone", "--base", "live", "--offline"], "contradict each other"],
    [
      "standard input and git",
      ["-", "--zone", "example.com", "--base", "main", "--offline"],
      "git has nothing of standard input",
    ],
    ["a file that is not there", ["zones/none.zone", "--offline"], "none.zone"],
  ])("says what is wrong with %s", async (_, argv, expected) => {
    const { code, err } = await run(argv, { stdin: zone });
    expect({ code, err }).toMatchObject({ code: 2 });
    expect(err).toContain(expected);
  });

  it("runs nothing that comes with a stranger's proposal, and asks nobody about it", async () => {
    const folder = emptyFolder();
    writeFileSync(join(folder, "a.zone"), zone);
    const judge = (...argv: string[]) =>
      mailworthy(["gate", "a.zone", "--zone", "example.com", "--untrusted", ...argv], { cwd: folder });
    expect((await judge()).out).toContain("this run asks nothing of the network");
    expect((await judge("--base", "live")).err).toContain("contradict each other");
    writeFileSync(join(folder, "bad.mjs"), "throw new Error('it ran')");
    writeFileSync(join(folder, "plugged.yaml"), "plugins: [./bad.mjs]\n");
    for (const [file, what] of [
      ["bad.mjs", "a configuration that is code: bad.mjs"],
      ["plugged.yaml", "plugin ./bad.mjs"],
    ] as const) {
      const { code, err } = await judge("--config", file);
      expect(code).toBe(2);
      expect(err).toContain(`--untrusted does not run ${what}.`);
      expect(err).not.toContain("it ran");
    }
  });
});

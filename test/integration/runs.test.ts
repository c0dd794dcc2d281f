import { execFile } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { describe, expect, inject, it } from "vitest";
import type { Result } from "../../src/result.js";
import { cli, known, node, program } from "./cli.js";
import type { Exited } from "./namespace.js";

const file = (name: string): string => join(inject("world").dir, name);

/** A report without what tells of its own run: its clock, and how the outside was reached. */
const lasting = (json: string): string => json.replaceAll(/^"(?:at|took|settings)":.*$/gm, "");

describe("a record", () => {
  const domains = ["healthy.test", "listed.test", "busy.test", "closed.test", "prohibited.test", "bogus.test"];
  const asked = [...domains, "--selector", "s1", "--sender", "198.51.101.25", "--json"];

  it("gives the same report again, without a network and on another day", async () => {
    const seen = await cli([...asked, ...known(), "--record", file("seen.mwr")]);
    expect([seen.status, JSON.parse(seen.stdout).counts]).toMatchObject([1, { pass: expect.any(Number) }]);

    const replay = [program, ...asked, "--control", "mx.control.test", "--replay", file("seen.mwr")];
    const again = await outside(node, replay, { TZ: "Asia/Tokyo", LANG: "C" });
    expect(lasting(again.stdout)).toBe(lasting(seen.stdout));
    expect(again.status).toBe(1);
  });

  it("leaves unknown what it does not hold", async () => {
    const elsewhere = ["plain.test", "--json", "--control", "mx.control.test", "--replay", file("seen.mwr")];
    const { stdout, status } = await outside(node, [program, ...elsewhere]);
    const { results } = JSON.parse(stdout) as { results: Result[] };
    const ofDomain = results.filter(({ subject }) => subject.name === "plain.test");
    expect(new Set(ofDomain.map((one) => one.status))).toEqual(new Set(["inconclusive", "skip"]));
    expect(status).toBe(3);
  });
});

/** Runs a command where no server of the world can be reached: in a network with nothing in it. */
async function outside(command: string, args: string[], env: NodeJS.ProcessEnv = {}): Promise<Exited> {
  const words = ["-n", command, ...args];
  try {
    const done = await promisify(execFile)("unshare", words, { env: { ...process.env, ...env }, maxBuffer: 2 ** 26 });
    return { ...done, status: 0 };
  } catch (error) {
    const { code, stdout, stderr } = error as { code: number; stdout: string; stderr: string };
    return { status: code, stdout, stderr };
  }
}

describe("an interrupt", () => {
  it("ends a run that hangs with what is known", async () => {
    const { status, stdout, stderr } = await cli(["healthy.test", "dropped.test", ...known(), "--json"], {
      started: (child) => void setTimeout(() => child.kill("SIGINT"), 3_000),
    });
    const report = JSON.parse(stdout) as { results: Result[]; interrupted: boolean; exit: number };
    const of = (name: string): Result[] => report.results.filter(({ subject }) => subject.domain === name);
    expect([status, report.exit, report.interrupted]).toEqual([130, 130, true]);
    expect(of("healthy.test").filter((one) => one.status !== "pass" && one.status !== "skip")).toEqual([]);
    expect(of("healthy.test").length).toBeGreaterThan(50);
    const { status: state, reason } = of("dropped.test").find(({ check }) => check === "smtp/greeting")!;
    expect([state, reason]).toEqual(["inconclusive", "the run was stopped before the answer came"]);
    expect(stderr).toContain("stopping: ");
  });
});

describe("very many domains", () => {
  const count = 2_000;

  it("are all judged, in bounded memory", async () => {
    const domains = Array.from({ length: count }, (_, at) => `d${at}.many.test`);
    writeFileSync(file("many.txt"), domains.join("\n"));
    let peak = 0;
    const out = file("many.ndjson");
    const args = ["--targets", file("many.txt"), "--selector", "s1", "-r", `ndjson:${out}`, "-q", ...known()];
    const { status, stderr } = await cli(args, {
      started(child) {
        const watch = setInterval(() => (peak = Math.max(peak, highWater(child.pid!))), 200);
        child.once("close", () => clearInterval(watch));
      },
    });
    expect([status, stderr]).toEqual([1, expect.any(String)]);

    const lines = readFileSync(out, "utf8")
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line) as Line);
    const results = lines.filter((line) => line.type === "result");
    const seen = new Map<string, number>();
    for (const { subject } of results)
      if (subject?.domain) seen.set(subject.domain, (seen.get(subject.domain) ?? 0) + 1);
    expect([...seen.keys()].sort()).toEqual(domains.toSorted());
    expect(new Set(seen.values()).size).toBe(1);
    const failed = results.filter((one) => one.status === "fail" && !one.check!.startsWith("dkim/"));
    expect(failed.map(({ check, subject }) => [check, subject!.domain])).toEqual([
      ["spf/terminator", "d1234.many.test"],
    ]);
    expect(results.filter((one) => one.status === "inconclusive")).toEqual([]);
    process.stdout.write(`${count} domains: ${results.length} results, ${Math.round(peak / 1024)} MB at most\n`);
    expect(peak).toBeLessThan(512 * 1024);
  });

  interface Line extends Partial<Result> {
    type: string;
  }

  /** The most memory that a process has held so far, in KiB; 0 once it is gone. */
  function highWater(pid: number): number {
    try {
      return Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1] ?? 0);
    } catch {
      return 0;
    }
  }
});

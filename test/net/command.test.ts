import { chmodSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { runCommand } from "../../src/net/command.js";

const how = { time: 10_000, most: 10_000 };
const script = (...args: string[]): [string, string[]] => ["sh", ["-c", ...args]];

describe("a program of this machine", () => {
  it("gives what it prints, and its exit code", async () => {
    expect(await runCommand(...script("echo one; echo two >&2; exit 3"), how)).toEqual({
      outcome: "ran",
      code: 3,
      stdout: "one\n",
      stderr: "two\n",
    });
  });

  it("reads what it is given, and may leave it unread", async () => {
    expect(await runCommand("cat", [], { ...how, input: "a\nb\n" })).toMatchObject({ stdout: "a\nb\n" });
    expect(await runCommand("true", [], { ...how, input: "x".repeat(1_000_000) })).toMatchObject({ code: 0 });
  });

  it("is told its words as they are: no shell reads them", async () => {
    expect(await runCommand("echo", ["$(id)", "; rm -rf /", "*"], how)).toMatchObject({
      stdout: "$(id) ; rm -rf / *\n",
    });
  });

  it("is missing where there is none", async () => {
    expect(await runCommand("no-such-program-here", [], how)).toEqual({ outcome: "missing" });
  });

  it("is looked for in the folders of the system only", async () => {
    const dir = mkdtempSync(join(tmpdir(), "mailworthy-"));
    writeFileSync(join(dir, "mailworthy-test-program"), "#!/bin/sh\necho planted\n");
    chmodSync(join(dir, "mailworthy-test-program"), 0o755);
    const before = process.env["PATH"];
    process.env["PATH"] = `${dir}:${before}`;
    try {
      expect(await runCommand("mailworthy-test-program", [], how)).toEqual({ outcome: "missing" });
    } finally {
      process.env["PATH"] = before;
    }
    expect(await runCommand("mailworthy-test-program", [], { ...how, env: { PATH: `${dir}:/bin` } })).toMatchObject({
      stdout: "planted\n",
    });
  });

  it("is ended where it takes too long or prints too much", async () => {
    await expect(runCommand(...script("exec sleep 30"), { ...how, time: 100 })).rejects.toMatchObject({
      code: "timeout",
    });
    await expect(runCommand("yes", [], how)).rejects.toMatchObject({ code: "limit" });
    const signal = AbortSignal.timeout(50);
    await expect(runCommand("sleep", ["30"], { ...how, signal })).rejects.toMatchObject({ code: "interrupted" });
  });

  it("hands over what it prints piece by piece", async () => {
    let octets = 0;
    const take = (piece: Buffer): void => void (octets += piece.length);
    await runCommand(...script("yes | head -n 100000"), { ...how, take });
    expect(octets).toBe(200_000);
    const refuse = (): never => {
      throw new Error("enough");
    };
    await expect(runCommand("yes", [], { ...how, take: refuse })).rejects.toThrow("enough");
  });
});

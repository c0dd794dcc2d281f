import { execFileSync } from "node:child_process";
import { lstatSync, mkdirSync, readdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it, vi } from "vitest";
import { emptyFolder, mailworthy } from "./shell.js";

const zone = `
  example.com MX 10 mx1.example.com
  mx1.example.com A 192.0.2.1
  example.com TXT "v=spf1 mx -all"
  bare.example A 192.0.2.2
  silent.example * !timeout`;
const world = { zone };
const only = ["--only", "mx/present,spf/present"];

/** An empty folder with files in it. */
function folderWith(files: Record<string, string>): string {
  const cwd = emptyFolder();
  for (const [name, text] of Object.entries(files)) writeFileSync(join(cwd, name), text);
  return cwd;
}

describe("exit codes", () => {
  it.each([
    ["0 all is well", ["example.com", ...only], 0],
    ["0 also with warnings", ["bare.example", "--role", "receives", "--only", "mx/present"], 0],
    ["1 warnings, with --strict", ["bare.example", "--role", "receives", "--only", "mx/present", "--strict"], 1],
    ["1 something failed", ["bare.example", "--role", "sends", ...only], 1],
    ["3 nobody answered", ["silent.example", ...only], 3],
    ["1 outweighs 3", ["silent.example", "bare.example", "--role", "sends", ...only], 1],
    ["3 offline", ["example.com", ...only, "--offline"], 3],
  ])("%s", async (_name, argv, expected) => {
    expect((await mailworthy(argv, { world })).code).toBe(expected);
  });
});

describe("targets", () => {
  const judged = async (argv: string[], setting = {}): Promise<string[]> => {
    const { out } = await mailworthy([...argv, "--only", "mx/present", "--json"], { world, ...setting });
    return (JSON.parse(out) as { targets: { domain: string }[] }).targets.map(({ domain }) => domain);
  };

  it("come once each, in the order they were named", async () => {
    expect(await judged(["b.example", "EXAMPLE.com.", "example.com"])).toEqual(["b.example", "example.com"]);
  });

  it("come from a list, comments left out", async () => {
    const cwd = folderWith({ "domains.txt": "\uFEFF# ours\n\nb.example # bought\r\nmünchen.example\nb.example\n" });
    expect(await judged(["-t", "domains.txt"], { cwd })).toEqual(["b.example", "xn--mnchen-3ya.example"]);
  });

  it.each([["-"], ["audit", "-"], ["-t", "-"]])("come from standard input: %s %s", async (...argv) => {
    expect(await judged(argv, { stdin: "a.example\nb.example\n" })).toEqual(["a.example", "b.example"]);
  });

  it("take what the configuration declares about them, and flags outweigh it", async () => {
    const cwd = folderWith({
      "mailworthy.config.yaml": "targets: [{ domain: bare.example, role: parked }, { domain: example.com }]",
    });
    const roles = async (...argv: string[]) => {
      const { out } = await mailworthy(["bare.example", ...argv, "--only", "mx/present", "--json"], { world, cwd });
      return (JSON.parse(out) as { targets: { roles: { roles: string[] } }[] }).targets.map((one) => one.roles.roles);
    };
    expect(await roles()).toEqual([["parked"]]);
    expect(await roles("--role", "sends,receives")).toEqual([["sends", "receives"]]);
  });

  it("an empty list is an error", async () => {
    const { code, err } = await mailworthy(["-"], { stdin: "# nothing\n" });
    expect(code).toBe(2);
    expect(err).toContain("the list is empty");
  });

  it("a list of many is read a line at a time", async () => {
    const cwd = folderWith({ "many.txt": Array.from({ length: 3_000 }, (_, at) => `d${at}.example`).join("\n") });
    expect(await judged(["-t", "many.txt"], { cwd })).toHaveLength(3_000);
  });
});

describe("settings", () => {
  const cwd = folderWith({ "mailworthy.config.yaml": "preset: parked\nresolver: 192.0.2.1\nreporters: [tap]\n" });
  const origins = async (argv: string[], env = {}) =>
    (await mailworthy(["example.com", "--only", "mx/present", "-v", ...argv], { world, cwd, env })).err;

  it("come from the configuration", async () => {
    const err = await origins([]);
    expect(err).toContain("mailworthy: config mailworthy.config.yaml (found)\n");
    expect(err).toContain("mailworthy: preset parked (mailworthy.config.yaml)\n");
    expect(err).toContain("mailworthy: reporter tap (mailworthy.config.yaml)\n");
  });

  it("the environment outweighs the configuration", async () => {
    const err = await origins([], { MAILWORTHY_RESOLVER: "192.0.2.2", MAILWORTHY_REPORTER: "json" });
    expect(err).toContain("resolver 192.0.2.2 (MAILWORTHY_RESOLVER)");
    expect(err).toContain("reporter json (MAILWORTHY_REPORTER)");
  });

  it("flags outweigh both", async () => {
    const env = { MAILWORTHY_RESOLVER: "192.0.2.2", MAILWORTHY_REPORTER: "json" };
    const err = await origins(["--resolver", "192.0.2.3", "-r", "text", "-p", "strict", "--timeout", "5m"], env);
    expect(err).toContain("time for the run 5 min 0 s (--timeout)");
    expect(err).toContain("resolver 192.0.2.3 (--resolver)");
    expect(err).toContain("reporter text (--reporter)");
    expect(err).toContain("preset strict (--preset)");
  });

  it("the configuration may be named by the environment", async () => {
    const elsewhere = emptyFolder();
    const file = join(cwd, "mailworthy.config.yaml");
    const { err } = await mailworthy(["example.com", "--only", "mx/present", "-v"], {
      world,
      cwd: elsewhere,
      env: { MAILWORTHY_CONFIG: file },
    });
    expect(err).toContain("(MAILWORTHY_CONFIG)");
  });

  it("a waiver that has ended is remarked on, and the run goes on", async () => {
    const waived = folderWith({
      "mailworthy.config.yaml":
        "waivers:\n  - { check: spf/present, on: example.com, reason: late, until: 2020-10-31 }\n",
    });
    const { code, err } = await mailworthy(["example.com", ...only], { world, cwd: waived });
    expect(code).toBe(0);
    expect(err).toMatch(/^mailworthy\.config\.yaml:2:\d+: this waiver ended on 2020-10-31\.\n/);
  });

  it("plugins are loaded, judged and listed; found code is not run offline", async () => {
    const plugged = folderWith({
      "mailworthy.config.yaml": "plugins: [./acme.mjs]\n",
      "acme.mjs": `export default { name: "acme", checks: [{
        id: "acme/always", on: "domain", title: "All is well", why: "So.", fix: "Nothing.", needs: {},
        verdicts: { well: { level: "pass", text: "well" } }, judge: (facts, say) => say.well(),
      }] };`,
    });
    const run = (...argv: string[]) =>
      mailworthy(["example.com", "--only", "acme/always", ...argv], { world, cwd: plugged });
    expect(await run()).toMatchObject({ code: 0 });
    const { out } = await mailworthy(["--list", "acme", "-q"], { cwd: plugged });
    expect(out).toBe("acme/always\n");
    expect((await run("--offline")).err).toContain("--offline does not run plugin ./acme.mjs that was only found.");
    expect(await run("--offline", "-c", "mailworthy.config.yaml")).toMatchObject({ code: 0 });
  });
});

describe("reports", () => {
  it("go to files, whole, beside what is on standard output", async () => {
    const cwd = emptyFolder();
    const { code, out } = await mailworthy(["example.com", ...only, "-r", "json:out.json", "-r", "tap:out.tap"], {
      world,
      cwd,
    });
    expect(code).toBe(0);
    expect(out).toMatch(/^example\.com /);
    expect(JSON.parse(readFileSync(join(cwd, "out.json"), "utf8"))).toMatchObject({ exit: 0 });
    expect(readFileSync(join(cwd, "out.tap"), "utf8")).toMatch(/^TAP version 14\n/);
    expect(readdirSync(cwd).sort()).toEqual(["out.json", "out.tap"]);
  });

  it("the last line goes to standard error where a machine reads the report", async () => {
    const { out, err } = await mailworthy(["example.com", ...only, "--json"], { world });
    expect(JSON.parse(out)).toMatchObject({ format: 1 });
    expect(err).toMatch(/^Healthy {2}2 pass .*exit 0\n$/);
  });

  it("the last line comes once where the reporter says it itself", async () => {
    const { out, err } = await mailworthy(["example.com", "--only", "mx/present", "-r", "dot"], { world });
    expect((out + err).match(/exit 0/g)).toHaveLength(1);
  });

  it("that cannot be written make the exit code 2, and spare the others", async () => {
    const cwd = emptyFolder();
    mkdirSync(join(cwd, "folder"));
    const { code, out, err } = await mailworthy(
      ["example.com", ...only, "-r", "json:none/out.json", "-r", "tap:folder", "-r", "ndjson:good.ndjson"],
      { world, cwd },
    );
    expect(code).toBe(2);
    expect(out).toMatch(/^example\.com /);
    expect(err).toContain("mailworthy: report not written: json:none/out.json: no such folder\n");
    expect(err).toMatch(/report not written: .*folder: it is a folder\n/);
    expect(readdirSync(cwd).sort()).toEqual(["folder", "good.ndjson"]);
    expect(statSync(join(cwd, "good.ndjson")).size).toBeGreaterThan(0);
  });

  it("go through a link, and into a pipe as it is", async () => {
    const cwd = folderWith({ "real.json": "old" });
    symlinkSync("real.json", join(cwd, "link.json"));
    execFileSync("mkfifo", [join(cwd, "pipe")]);
    const piped = readFile(join(cwd, "pipe"), "utf8");
    const argv = ["example.com", ...only, "-r", "json:link.json", "-r", "tap:pipe"];
    expect(await mailworthy(argv, { world, cwd })).toMatchObject({ code: 0 });
    expect(lstatSync(join(cwd, "link.json")).isSymbolicLink()).toBe(true);
    expect(readFileSync(join(cwd, "real.json"), "utf8")).toMatch(/^\{"format":1/);
    expect(await piped).toMatch(/^TAP version 14\n/);
    expect(statSync(join(cwd, "pipe")).isFIFO()).toBe(true);
  });

  it("a full disk is told, never 0", async () => {
    const { code, err } = await mailworthy(["example.com", ...only], { world, broken: "ENOSPC" });
    expect(code).toBe(2);
    expect(err).toContain("report not written: text: the disk is full");
  });

  it("a reader that has gone is no error", async () => {
    expect(await mailworthy(["example.com", ...only], { world, broken: "EPIPE" })).toMatchObject({ code: 0, err: "" });
    const failing = ["bare.example", "--role", "sends", ...only];
    expect(await mailworthy(failing, { world, broken: "EPIPE" })).toMatchObject({ err: "" });
    expect(await mailworthy(["--help"], { broken: "EPIPE" })).toMatchObject({ code: 0, err: "" });
  });

  it("a build server gets its annotations, and a line says so", async () => {
    const env = { GITHUB_ACTIONS: "true", CI: "true" };
    const argv = ["bare.example", "--role", "sends", ...only];
    const { out, err } = await mailworthy(argv, { world, env });
    expect(err).toContain("mailworthy: GitHub Actions: annotations added; --no-ci leaves them out\n");
    expect(err).toMatch(/^::error /m);
    expect(out).not.toMatch(/^::error/m);
    const plain = await mailworthy([...argv, "--no-ci"], { world, env });
    expect(plain.code).toBe(1);
    expect(plain.err).not.toContain("::error");
    expect((await mailworthy([...argv, "-r", "github"], { world, env })).out).toMatch(/^::error /m);
  });

  it("a build server gets a summary of the job, after what is there already", async () => {
    const cwd = emptyFolder();
    const summary = join(cwd, "summary.md");
    const env = { GITHUB_ACTIONS: "true", GITHUB_STEP_SUMMARY: summary };
    const argv = ["bare.example", "--role", "sends", ...only];
    writeFileSync(summary, "# Before\n");
    const { code, err } = await mailworthy(argv, { world, env, cwd });
    expect(err).toContain("GitHub Actions: annotations and a job summary added; --no-ci leaves them out\n");
    const text = readFileSync(summary, "utf8");
    expect(text).toMatch(/^# Before\n# Failing: /);
    await mailworthy([...argv, "--no-ci"], { world, env, cwd });
    expect(readFileSync(summary, "utf8")).toBe(text);
    await mailworthy([...argv, "-r", `markdown:${summary}`], { world, env, cwd });
    expect(readFileSync(summary, "utf8")).toMatch(/^# Failing: [^]*$/);
    writeFileSync(summary, "x".repeat(1024 * 1024));
    const full = await mailworthy(argv, { world, env, cwd });
    expect(full.err).toContain("mailworthy: no job summary: the step would have 1,0");
    expect(full.code).toBe(code);
    expect(readFileSync(summary, "utf8")).toBe("x".repeat(1024 * 1024));
    const nowhere = { ...env, GITHUB_STEP_SUMMARY: join(cwd, "no", "folder.md") };
    expect((await mailworthy(argv, { world, env: nowhere, cwd })).code).toBe(code);
  });

  it("a monitoring system gets the exit codes of a plugin", async () => {
    const exit = async (...argv: string[]) => (await mailworthy([...argv, ...only, "-r", "nagios"], { world })).code;
    expect(await exit("bare.example", "--role", "sends")).toBe(2);
    expect(await exit("example.com")).toBe(0);
    expect(await exit("silent.example")).toBe(3);
    expect(await mailworthy(["example..com", "-r", "nagios"])).toMatchObject({
      code: 3,
      out: expect.stringMatching(/^MAILWORTHY UNKNOWN - "example\.\.com" is not a domain name[^\n]*\n$/),
    });
    expect((await mailworthy(["example.com", "--wrong", "--reporter=nagios"])).code).toBe(3);
    expect((await mailworthy(["bare.example", "-r", "nagios:x.txt", "--role", "sends", ...only], { world })).code).toBe(
      1,
    );
  });

  it("are plain in a pipe, and coloured where that is wished", async () => {
    const escape = "\u001b[";
    const run = async (argv: string[], setting = {}) =>
      (await mailworthy(["example.com", ...only, ...argv], { world, ...setting })).out;
    expect(await run([])).not.toContain(escape);
    expect(await run(["--color", "always"])).toContain(escape);
    expect(await run([], { env: { FORCE_COLOR: "1" } })).toContain(escape);
    expect(await run([], { tty: true })).toContain(escape);
    expect(await run([], { tty: true, env: { NO_COLOR: "1" } })).not.toContain(escape);
    expect(await run([], { tty: true, env: { TERM: "dumb" } })).not.toContain(escape);
    expect(await run(["--color", "never"], { tty: true })).not.toContain(escape);
    expect(await run(["--ascii"])).toMatch(/^[ -~\n]*$/);
  });
});

describe("an interruption", () => {
  it("reports what is known, and ends with 130", async () => {
    const { code, err } = await mailworthy(["silent.example", "example.com", ...only], {
      world,
      interrupt: (press) => press(),
    });
    expect(code).toBe(130);
    expect(err).toMatch(/^stopping.*at most 5 s \(again to leave now\)$/m);
  });

  it("leaves at once the second time, with nothing half written", async () => {
    const cwd = emptyFolder();
    const { left } = await mailworthy(["example.com", ...only, "-r", "json:out.json"], {
      world,
      cwd,
      interrupt(press) {
        press();
        press();
      },
    });
    await vi.waitFor(() => expect(left).toEqual([130]));
    expect(readdirSync(cwd).filter((name) => name.endsWith(".part"))).toEqual([]);
  });
});

describe("a record", () => {
  it("is kept for its owner, and judged again without a net", async () => {
    const cwd = emptyFolder();
    const first = await mailworthy(["example.com", ...only, "--json", "--record", "run.mwr"], { world, cwd });
    expect(first.code).toBe(0);
    expect(statSync(join(cwd, "run.mwr")).mode & 0o777).toBe(0o600);
    const again = await mailworthy(["example.com", ...only, "--json", "--replay", "run.mwr"], { cwd });
    const results = ({ out }: { out: string }) => (JSON.parse(out) as { results: unknown }).results;
    expect(results(again)).toEqual(results(first));
  });

  it("that cannot be kept is an error", async () => {
    const { code, err } = await mailworthy(["example.com", ...only, "--record", "none/run.mwr"], { world });
    expect(code).toBe(2);
    expect(err).toContain("record not written");
  });
});

it("-vvv tells each question and answer", async () => {
  const { err } = await mailworthy(["example.com", "--only", "mx/present", "-vvv"], { world });
  expect(err).toMatch(/^example\.com MX {2}NOERROR 10 mx1\.example\.com\.?, from 192\.0\.2\.53 {2}\d+ ms$/m);
});

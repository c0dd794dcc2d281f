import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { commands } from "../../src/cli/commands.js";
import { width } from "../../src/view/width.js";
import { emptyFolder, mailworthy } from "./shell.js";

const zone = `
  example.com MX 10 mx1.example.com
  mx1.example.com A 192.0.2.1
  example.com TXT "v=spf1 mx -all"`;
const world = { zone };

describe("help", () => {
  it("fits a screen, names every command, and is no error", async () => {
    const { code, out, err } = await mailworthy(["--help"]);
    expect({ code, err }).toEqual({ code: 0, err: "" });
    const lines = out.trimEnd().split("\n");
    expect(lines.length).toBeLessThanOrEqual(48);
    expect(Math.max(...lines.map(width))).toBeLessThanOrEqual(80);
    for (const { name } of commands) expect(out).toMatch(new RegExp(`^ {2}${name}\\b`, "m"));
  });

  it.each(commands.map(({ name }) => name))("of %s is 80 columns wide, and has a row for each flag", async (name) => {
    const { code, out } = await mailworthy([name, "--help"]);
    expect(code).toBe(0);
    expect(Math.max(...out.split("\n").map(width))).toBeLessThanOrEqual(80);
    const { flags } = (await commands.find((head) => head.name === name)!.load()).default;
    for (const flag of Object.keys(flags as object)) expect(out).toContain(`--${flag}`);
  });

  it("gives one meaning to each short flag", async () => {
    const meanings = new Map<string, Set<string>>();
    for (const { load } of commands) {
      for (const [name, { short }] of Object.entries(
        (await load()).default.flags as Record<string, { short?: string }>,
      ))
        if (short) meanings.set(short, (meanings.get(short) ?? new Set()).add(name));
    }
    expect([...meanings.values()].filter((names) => names.size > 1)).toEqual([]);
  });

  it("is five lines for who asked nothing, and exit code 2", async () => {
    const { code, out, err } = await mailworthy([]);
    expect({ code, out }).toEqual({ code: 2, out: "" });
    expect(err).toMatch(/^mailworthy: a test runner for mail\n\n {2}mailworthy example\.com /);
  });
});

it.each([["-V"], ["--version"], ["audit", "--version"]])("%s %s prints the version", async (...argv) => {
  const { version } = JSON.parse(readFileSync("package.json", "utf8")) as { version: string };
  expect(await mailworthy(argv)).toMatchObject({ code: 0, out: `mailworthy ${version}\n`, err: "" });
});

describe("errors", () => {
  it.each([
    [
      ["expain"],
      `mailworthy: no command "expain". Did you mean explain?
  A domain has a dot. For a host really named expain: mailworthy audit expain
`,
    ],
    [["example.com", "--repoter", "json"], "mailworthy audit: no flag --repoter. Did you mean --reporter (-r)?\n"],
    [["example..com"], 'mailworthy: "example..com" is not a domain name: empty label at character 9.\n'],
    [["https://www.example.com/"], "mailworthy: that is a web address. Its domain: mailworthy example.com\n"],
    [["ada@example.com"], "mailworthy: that is a mail address. Its domain: mailworthy example.com\n"],
    [
      ["example.com", "--only", "spff/*"],
      /^mailworthy: nothing to judge: --only 'spff\/\*' matches none of \d+ checks\.\n {2}Did you mean 'spf\/\*'\? \(a run of zero checks is never a success\)\n$/,
    ],
    [["example.com", "-p", "strickt"], 'mailworthy: no preset "strickt". Did you mean strict?\n'],
    [["example.com", "-r", "jsno"], 'mailworthy: no reporter "jsno". Did you mean json?\n'],
    [
      ["example.com", "-r", "json", "-r", "tap"],
      `mailworthy: json and tap both want standard output.
  next: give one a file: --reporter tap:FILE
`,
    ],
    [["example.com", "--color", "alway"], 'mailworthy audit: --color: no "alway". Did you mean always?\n'],
    [
      ["example.com", "--timeout", "soon"],
      `mailworthy audit: --timeout: "soon" is not a duration.
  next: write 30s, 5m or 2d
`,
    ],
    [["example.com", "--width"], /^mailworthy audit: --width needs a value: --width N\n/],
    [["example.com", "-q", "-q"], /^mailworthy audit: --quiet is given twice\.\n/],
    [["example.com", "-z"], /^mailworthy audit: no flag -z\.\n {2}next: mailworthy audit --help\n$/],
    [["example.com", "--port", "0"], /^mailworthy audit: --port: "0" is not a port\.\n/],
    [["explain"], /^mailworthy explain: ID is missing\.\n/],
    [
      ["explain", "spf/presnt"],
      'mailworthy: no check "spf/presnt". Did you mean spf/present?\n  next: mailworthy --list\n',
    ],
    [["completion", "bsh"], 'mailworthy: no shell "bsh". Did you mean bash?\n'],
    [["dns", "example.com", "mxx"], 'mailworthy: no record type "mxx". Did you mean MX?\n'],
    [["dns", "a", "b", "c"], /^mailworthy dns: one word too many: "c"\.\n/],
    [["-t", "none.txt"], "none.txt: no such file\n"],
    [["-c", "none.yaml", "example.com"], "none.yaml: no such file\n"],
    [
      ["example.com", "--sender", "300.1.1.1"],
      `mailworthy: "300.1.1.1" is not an address that sends.
  next: an IP address such as 192.0.2.25, or spf, or mx
`,
    ],
    [["example.com", "--selector", ""], /^mailworthy: "" is not a DKIM selector\.\n {2}next: /],
    [["example.com", "--selector", "a b"], /^mailworthy: "a b" is not a DKIM selector\./],
    [
      ["example.com", "--ip", "192.0.2.1"],
      "mailworthy: --ip says how a message came, and no message is named.\n  next: of a domain: --sender ADDRESS\n",
    ],
    [["example.com", "--record", "gone/away.mwr"], /^mailworthy: record not written: \S+away\.mwr: no such folder\n$/],
    [["reports", "gone"], /^gone: no such file\nmailworthy: no report: .*\n {2}next: mailworthy reports --help/],
    [["--json"], /^mailworthy: no target: neither here nor in a configuration\.\n {2}next: mailworthy example\.com\n$/],
    [["--list", "spff"], /^mailworthy: no check "spff"\. Did you mean spf\?\n/],
  ])("%j", async (argv, told) => {
    const { code, out, err } = await mailworthy(argv, { world });
    expect({ code, out }).toEqual({ code: 2, out: "" });
    if (typeof told === "string") expect(err).toBe(told);
    else expect(err).toMatch(told);
  });

  it("a list that is no text is told once", async () => {
    const cwd = emptyFolder();
    writeFileSync(join(cwd, "domains.bin"), Buffer.from([0xff, 0xfe, 0x41, 0x0a, 0x00, 0x0a]));
    expect(await mailworthy(["-t", "domains.bin"], { world, cwd })).toMatchObject({
      code: 2,
      err: "domains.bin:1:1: not UTF-8 text\n",
    });
  });

  it("show hostile input as text", async () => {
    const { err } = await mailworthy(["exa\u001b[2Jmple.com"], { world });
    expect(err).not.toContain("\u001b");
  });

  it("all wrong lines of a list are told, ten at most, and nothing is judged", async () => {
    const cwd = emptyFolder();
    writeFileSync(join(cwd, "domains.txt"), `# ours\nexample.com\n${"bad..example\n".repeat(12)}`);
    const { code, out, err } = await mailworthy(["-t", "domains.txt"], { world, cwd });
    expect({ code, out }).toEqual({ code: 2, out: "" });
    expect(err.match(/^domains\.txt:\d+:1: "bad\.\.example" is not a domain name/gm)).toHaveLength(10);
  });
});

describe("the first word", () => {
  it.each([
    [["example.com", "--only", "mx/present", "-q"], /^\S example\.com|^✓ example\.com/m],
    [["-q", "--only", "mx/present", "example.com"], /example\.com/],
    [["audit", "example.com", "--only", "mx/present", "-q"], /example\.com/],
    [["--json", "--only", "mx/present", "example.com"], /"domain":"example\.com"/],
    [["--color", "never", "dns", "example.com", "MX"], /^example\.com MX {2}TTL 3600/],
    [["--list", "init", "-q", "mx"], undefined],
  ])("%j", async (argv, shown) => {
    const { out, code } = await mailworthy(argv, { world });
    if (shown) {
      expect(out).toMatch(shown);
      expect(code).toBe(0);
    } else expect(code).toBe(2);
  });
});

it("nothing on the way to help, version and completion imports what is heavy", () => {
  const heavy =
    /^(?:zod|yaml|p-limit|tldts|@stricli\/core)$|^node:(?!fs|path|url)|\/(?:net|facts|lab)\/|checks\/|reporters\//;
  const seen = new Set<string>();
  const stray: string[] = [];
  const visit = (file: string): void => {
    if (seen.has(file)) return;
    seen.add(file);
    const text = readFileSync(file, "utf8");
    for (const [, type, from] of text.matchAll(/^(?:import|export)\s+(type\s)?[^;"']*?from\s+"([^"]+)"/gm)) {
      if (type) continue;
      if (heavy.test(from!)) stray.push(`${file} imports ${from}`);
      else if (from!.startsWith(".")) visit(join(file, "..", from!).replace(/\.js$/, ".ts"));
    }
  };
  for (const file of ["main", "help", "commands", "completion", ...commands.map(({ name }) => name)])
    visit(`src/cli/${file}.ts`);
  expect(stray).toEqual([]);
});

it("only the command line sees the process", () => {
  const seers = readdirSync("src", { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".ts") && !file.startsWith("cli/"))
    .filter((file) =>
      /\bprocess\.(?:argv|stdout|stderr|stdin|exit|env|on)\b|\bconsole\./.test(readFileSync(join("src", file), "utf8")),
    );
  expect(seers).toEqual([]);
});

it("an empty MAILWORTHY_CONFIG is none", async () => {
  const env = { MAILWORTHY_CONFIG: "" };
  expect((await mailworthy([], { env })).err).toContain("mailworthy --help");
  expect((await mailworthy(["example.com", "--only", "mx/present", "-q"], { env, world })).code).toBe(0);
});

it("a configuration that names targets stands in for words", async () => {
  const cwd = emptyFolder();
  mkdirSync(join(cwd, "below"));
  writeFileSync(
    join(cwd, "mailworthy.config.yaml"),
    "targets: [{ domain: example.com }]\nchecks: { '*': off, mx/present: on }\n",
  );
  const { code, out } = await mailworthy([], { world, cwd: join(cwd, "below") });
  expect(code).toBe(0);
  expect(out).toMatch(/^example\.com /);
});

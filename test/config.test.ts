import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { generateKeyPairSync } from "node:crypto";
import { describe, expect, it } from "vitest";
import { builtin } from "../src/builtin.js";
import { complaint } from "../src/cli/complaint.js";
import { jsonSchema, readConfig } from "../src/config.js";
import { findConfig, loadConfig, loadPlugin, readKey, readText } from "../src/load.js";

const folder = (): string => mkdtempSync(join(tmpdir(), "mailworthy-"));
const now = new Date("2026-11-24T00:00:00Z");

async function read(text: string, name = "mailworthy.config.yaml") {
  const at = folder();
  writeFileSync(join(at, name), text);
  return readConfig(await loadConfig(name, at), await builtin(), now);
}

async function refusal(text: string, name?: string): Promise<string> {
  try {
    await read(text, name);
  } catch (error) {
    return complaint(error, { by: "mailworthy", columns: 80, trace: false });
  }
  throw new Error("it was taken");
}

const whole = `
targets:
  - { domain: example.com, role: [sends, receives], selectors: [s1, s2], senders: [192.0.2.25, spf] }
  - { file: domains.txt, role: inferred, tags: [acquired] }
preset: [recommended, google-bulk]
checks:
  spf/present: warn
  mx/*: off
waivers:
  - { check: spf/present, on: old.example, reason: "ends with the contract", until: 2027-01-31 }
resolver: 192.0.2.53
reporters: [text, "json:out.json"]
limits: { together: 5, target: 30s, run: 10m }
controls: [mx.example.net]
lists: [bl.example.org]
`;

describe("a configuration", () => {
  it("is read whole, as YAML and as JSON", async () => {
    const { config, remarks } = await read(whole);
    expect(config.targets).toHaveLength(2);
    expect(config.limits).toEqual({ together: 5, target: "30s", run: "10m" });
    expect(remarks).toEqual([]);
    const json = await read(JSON.stringify(config), "mailworthy.config.json");
    expect(json.config).toEqual(config);
  });

  it("may be code", async () => {
    const { config } = await read(`export default { preset: "strict" };`, "mailworthy.config.mjs");
    expect(config).toEqual({ preset: "strict" });
  });

  it("says that a waiver has ended, and goes on", async () => {
    const { remarks } = await read(
      `waivers:\n  - check: spf/present\n    on: adatum.example\n    reason: late\n    until: 2026-10-31\n`,
    );
    expect(remarks).toMatchObject([{ line: 5, column: 12, text: "this waiver ended on 2026-10-31." }]);
  });
});

describe("what is wrong is told with its place", () => {
  it.each([
    [
      "an unknown check",
      "checks:\n    spf/presents: warn\n",
      `mailworthy.config.yaml:2:5: no check "spf/presents".
  2 |     spf/presents: warn
          ^ did you mean spf/present?
`,
    ],
    [
      "a pass for what is unknown",
      "checks:\n  spf/present: { inconclusive: pass }\n",
      `mailworthy.config.yaml:2:18: "inconclusive: pass" is not allowed.
  2 |   spf/present: { inconclusive: pass }
  What could not be measured cannot pass. To leave a check out: skip it.
`,
    ],
    [
      "the same at the top",
      "inconclusive: pass\n",
      `mailworthy.config.yaml:1:1: "inconclusive: pass" is not allowed.
  1 | inconclusive: pass
  What could not be measured cannot pass. To leave a check out: skip it.
`,
    ],
    [
      "an unknown setting",
      "target:\n  - { domain: example.com }\n",
      `mailworthy.config.yaml:1:1: no setting "target".
  1 | target:
      ^ did you mean targets?
`,
    ],
    [
      "an unknown setting of a target",
      "targets:\n  - domain: example.com\n    selector: [s1]\n",
      `mailworthy.config.yaml:3:5: no setting "selector".
  3 |     selector: [s1]
          ^ did you mean selectors?
`,
    ],
    [
      "what is no domain",
      "targets:\n  - domain: example..com\n",
      `mailworthy.config.yaml:2:13: targets[0].domain: "example..com" is not a domain name: empty label at character 9.
  2 |   - domain: example..com
`,
    ],
    [
      "an unknown preset and reporter",
      "preset: [recomended]\nreporters: [jsno]\n",
      `mailworthy.config.yaml:1:10: no preset "recomended".
  1 | preset: [recomended]
               ^ did you mean recommended?
mailworthy.config.yaml:2:13: no reporter "jsno".
  2 | reporters: [jsno]
                  ^ did you mean json?
`,
    ],
    [
      "a key that is there twice",
      "preset: strict\npreset: parked\n",
      `mailworthy.config.yaml:2:1: "preset" is there twice.
  2 | preset: parked
`,
    ],
    [
      "an alias",
      "preset: &p strict\nresolver: *p\n",
      `mailworthy.config.yaml:2:11: aliases are not read here.
  2 | resolver: *p
`,
    ],
    [
      "options under a glob",
      "checks:\n  spf/*: { near: 8 }\n",
      `mailworthy.config.yaml:2:3: "spf/*" is a glob; options go with one check.
  2 |   spf/*: { near: 8 }
`,
    ],
    [
      "an option that a check has not",
      "checks:\n  mx/present: { near: 8 }\n",
      `mailworthy.config.yaml:2:3: mx/present has no options.
  2 |   mx/present: { near: 8 }
`,
    ],
    [
      "a level that is none",
      "checks:\n  mx/present: loud\n",
      `mailworthy.config.yaml:2:15: checks.mx/present: on, off, warn, fail, or a map with level and options.
  2 |   mx/present: loud
`,
    ],
    [
      "a waiver without an end",
      "waivers:\n  - { check: spf/present, reason: x, until: soon }\n",
      `mailworthy.config.yaml:2:45: waivers[0].until: a day: 2027-01-31.
  2 |   - { check: spf/present, reason: x, until: soon }
`,
    ],
  ])("%s", async (_name, text, told) => {
    expect(await refusal(text)).toBe(told);
  });

  it("all of it, ten at most", async () => {
    const text = `checks:\n${Array.from({ length: 14 }, (_, at) => `  nope/${at}: warn\n`).join("")}`;
    const told = await refusal(text);
    expect(told.match(/no check/g)).toHaveLength(10);
    expect(told).toContain("and 4 more.");
  });

  it("JSON with a comma too many", async () => {
    expect(await refusal('{\n  "preset": "strict",\n}', "mailworthy.config.json")).toMatch(
      /^mailworthy\.config\.json:3:1: .*\n {2}3 \| \}\n/,
    );
  });

  it("YAML that breaks off", async () => {
    expect(await refusal('preset: "strict\n')).toMatch(/^mailworthy\.config\.yaml:\d+:\d+: /);
  });

  it("hostile text is shown as text", async () => {
    expect(await refusal('checks:\n  "spf\\e[2J": warn\n')).not.toContain("\u001b");
  });

  it("a prototype is only a key", async () => {
    expect(await refusal("__proto__: { preset: strict }\n")).toContain('no setting "__proto__"');
  });
});

describe("files", () => {
  it("are found in the folder or above", async () => {
    const at = folder();
    writeFileSync(join(at, "mailworthy.config.yml"), "preset: strict\n");
    expect(await findConfig(at)).toBe(join(at, "mailworthy.config.yml"));
    writeFileSync(join(at, "mailworthy.config.json"), "{}");
    expect(await findConfig(at)).toBe(join(at, "mailworthy.config.json"));
  });

  it("must be regular, and no longer than the bound", async () => {
    const at = folder();
    execFileSync("mkfifo", [join(at, "pipe")]);
    await expect(readText(join(at, "pipe"))).rejects.toThrow("not a regular file");
    await expect(readText(at)).rejects.toThrow("not a regular file");
    await expect(readText("/dev/zero")).rejects.toThrow("not a regular file");
    await expect(readText(join(at, "gone"))).rejects.toThrow("no such file");
    writeFileSync(join(at, "long"), "x".repeat(100));
    await expect(readText(join(at, "long"), "long", 99)).rejects.toThrow("100 bytes; 99 are read at most");
    writeFileSync(join(at, "latin"), Buffer.from([0xe4]));
    await expect(readText(join(at, "latin"))).rejects.toThrow("not UTF-8 text");
  });

  it("a key is the same from its private and its public half", async () => {
    const at = folder();
    const { publicKey, privateKey } = generateKeyPairSync("ed25519");
    writeFileSync(join(at, "private.pem"), privateKey.export({ type: "pkcs8", format: "pem" }));
    writeFileSync(join(at, "public.pem"), publicKey.export({ type: "spki", format: "pem" }));
    const spki = publicKey.export({ type: "spki", format: "der" }).toString("base64");
    expect(await readKey("private.pem", at)).toBe(spki);
    expect(await readKey("public.pem", at)).toBe(spki);
    writeFileSync(join(at, "none.pem"), "nothing");
    await expect(readKey("none.pem", at)).rejects.toThrow("none.pem: no key in PEM form");
  });

  it("plugins load by path and by package name", async () => {
    const at = folder();
    writeFileSync(join(at, "acme.mjs"), `export default { name: "acme" };`);
    expect(await loadPlugin("./acme.mjs", at)).toEqual({ name: "acme" });
    await expect(loadPlugin("mailworthy-nowhere", at)).rejects.toThrow('no plugin "mailworthy-nowhere"');
    writeFileSync(join(at, "none.mjs"), "");
    await expect(loadPlugin("./none.mjs", at)).rejects.toThrow("no default export");
  });
});

it("the published schema is that of the code", () => {
  expect(JSON.parse(readFileSync("schema/config.schema.json", "utf8"))).toEqual(
    JSON.parse(JSON.stringify(jsonSchema())),
  );
});

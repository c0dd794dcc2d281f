import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { audit } from "../../src/audit.js";
import { worldNet } from "../../src/testing/world.js";
import { emptyFolder, mailworthy, type Setting } from "./shell.js";

const key = "k3yk3yk3yk3yk3yk3yk3yk3yab";
const env = { MAILWORTHY_DQS_KEY: key };
const zen = `${key}.zen.dq.spamhaus.net`;
const dbl = `${key}.dbl.dq.spamhaus.net`;
/** What the lists answer holders of the key; without one they refuse. */
const zone = `
  *.zen.spamhaus.org A 127.255.255.254
  *.dbl.spamhaus.org A 127.255.255.254
  2.0.0.127.${zen} A 127.0.0.2
  25.2.0.192.${zen} A 127.0.0.4
  25.2.0.192.${zen} TXT "asked as ${key}"
  26.2.0.192.${zen} A !timeout
  27.2.0.192.${zen} A !malformed
  dbltest.com.${dbl} A 127.0.1.2
  example.com.${dbl} A 127.0.1.4
  example.com TXT "v=spf1 ip4:192.0.2.25 -all"
  example.com MX 10 mx.example.com
  mx.example.com A 192.0.2.25`;
const config = JSON.stringify({ lists: ["zen.spamhaus.org", "dbl.spamhaus.org"] });
const only = ["--only", "dnsbl/*"];
const senders = ["--sender", "192.0.2.25,192.0.2.26,192.0.2.27"];

/** A run in a folder of its own, and all that it left there and wrote. */
async function everything(argv: readonly string[], setting: Setting = {}) {
  const cwd = emptyFolder();
  writeFileSync(join(cwd, "mailworthy.config.json"), config);
  const outcome = await mailworthy(argv, { world: { zone }, env, cwd, ...setting });
  const files = readdirSync(cwd).map((file) => readFileSync(join(cwd, file), "utf8"));
  return { ...outcome, cwd, all: [outcome.out, outcome.err, ...files].join("\n") };
}

describe("a key from the environment", () => {
  it.each<[string, string[], Setting?]>([
    ["-v", ["-v"]],
    ["-vv", ["-vv"]],
    ["-vvv", ["-vvv"]],
    ["-vvv on a terminal", ["-vvv"], { tty: true, columns: 80 }],
    ["progress", [], { tty: true, columns: 80 }],
    ["a record", ["--record", "run.mwr"]],
    ...["json", "ndjson", "html", "markdown", "csv", "junit", "tap", "github", "dot"].map(
      (name): [string, string[]] => [name, ["-vv", "-r", `${name}:report.${name}`]],
    ),
  ])("is used and never shown: %s", async (_, flags, setting) => {
    const { code, all } = await everything(["example.com", ...senders, ...only, ...flags], setting);
    expect(code).toBe(1);
    expect(all.toLowerCase()).not.toContain(key);
    expect(all).toContain("XBL");
  });

  it("is said to be in use, by the name of its variable", async () => {
    const { err } = await everything(["example.com", ...only, "-v"]);
    expect(err).toContain("mailworthy: a key of a list, which is not shown (MAILWORTHY_DQS_KEY)\n");
  });

  it("is in no record, which is replayed without it to the same end", async () => {
    const first = await everything(["example.com", ...senders, ...only, "--json", "--record", "run.mwr"]);
    const record = readFileSync(join(first.cwd, "run.mwr"), "utf8");
    expect(record).toContain('["dns","25.2.0.192.zen.spamhaus.org","A"]');
    const again = await mailworthy(["example.com", ...senders, ...only, "--json", "--replay", "run.mwr"], {
      cwd: first.cwd,
    });
    const results = (out: string): unknown => JSON.parse(out).results;
    expect(again.code).toBe(first.code);
    expect(results(again.out)).toEqual(results(first.out));
  });

  it("is used for a single question too", async () => {
    const { code, out, all } = await everything(["dns", "25.2.0.192.zen.spamhaus.org", "TXT"]);
    expect({ code, out }).toMatchObject({ code: 0, out: expect.stringMatching(/with your key[^]*"asked as KEY"/) });
    expect(all).not.toContain(key);
    expect((await everything(["dns", "26.2.0.192.zen.spamhaus.org", "A", "--json"])).all).not.toContain(key);
  });

  it("is one label, and is not repeated where it is not", async () => {
    const { code, err } = await everything(["example.com"], { env: { MAILWORTHY_DQS_KEY: `${key}.with.dots` } });
    expect(code).toBe(2);
    expect(err).toBe("mailworthy: MAILWORTHY_DQS_KEY holds no key: a key is one label of a DNS name.\n");
  });
});

describe("a key anywhere else is refused and not repeated", () => {
  it.each([
    ["as a name to look up", ["dns", `2.0.0.127.${zen}`]],
    ["as a target", [zen]],
    ["in a flag", ["example.com", "--resolver", key]],
    ["in a flag that is not there", ["example.com", `--keys=${key}`]],
    ["in what is no command", [key, "x"]],
  ])("%s", async (_, argv) => {
    const { code, all } = await everything(argv);
    expect(code).toBe(2);
    expect(all).not.toContain(key);
  });

  it("says where it belongs", async () => {
    const { err } = await mailworthy(["dns", `2.0.0.127.${zen}`]);
    expect(err).toBe(
      "mailworthy: a key stands on the command line, where others can read it.\n" +
        "  next: MAILWORTHY_DQS_KEY in the environment, and zen.spamhaus.org as the list\n",
    );
  });

  it.each([
    ["mailworthy.config.yaml", `lists: [${zen}, "not a zone"]\n`],
    ["mailworthy.config.mjs", `export default { lists: ["${zen}"] };\n`],
  ])("in %s", async (file, text) => {
    const cwd = emptyFolder();
    writeFileSync(join(cwd, file), text);
    const { code, out, err } = await mailworthy(["example.com", "-vvv"], { cwd });
    expect(code).toBe(2);
    expect(err).toContain("a key of the list; it stands in the environment");
    expect(out + err).not.toContain(key);
  });

  it("in the lists of a program, which gives keys apart", async () => {
    const options = { targets: ["example.com"], only: ["dnsbl/domain-listed"], net: worldNet({ zone }) };
    const failure = await audit({ ...options, lists: [dbl] }).catch((error: Error) => error);
    expect(failure).toMatchObject({ name: "UsageError", message: "a key of Spamhaus DBL stands in the lists to ask." });
    const { reports } = await audit({ ...options, lists: ["dbl.spamhaus.org"], keys: { "dbl.spamhaus.org": key } });
    expect(reports[0]!.results[0]).toMatchObject({ status: "fail" });
    expect(JSON.stringify(reports)).not.toContain(key);
  });
});

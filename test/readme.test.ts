import { execFileSync } from "node:child_process";
import { generateKeyPairSync } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { builtin } from "../src/builtin.js";
import { family } from "../src/check.js";
import { commands } from "../src/cli/commands.js";
import { namesOfPresets } from "../src/preset.js";
import { emptyFolder, mailworthy } from "./cli/shell.js";
import { FakePostfix } from "./queue/fake-postfix.js";
import { commandLines } from "./command-lines.js";
import { letter } from "./mail.js";
import { scripted } from "./net/scripted.js";
import { serve } from "./probe/server.js";
import { dmarcXml } from "./reports/samples.js";

const readme = readFileSync("README.md", "utf8");
const blocks = [...readme.matchAll(/^```(\w*)\n([^]*?)^```$/gm)].map(([, kind, text]) => ({
  kind: kind!,
  text: text!,
}));
const prose = readme.replace(/^```[^]*?^```$/gm, "");
const spans = [...prose.matchAll(/`([^`\n]+)`/g)].map(([, text]) => text!);

const listing = readFileSync("test/fixtures/queue/deferred-hold.jsonl", "utf8");
const silent = "connect to mx.example.com[192.0.2.9]:25: Connection timed out";
const postfix = new FakePostfix({ "deferred/4jYVz74XjRzFpd0": { to: [["ann@example.com", silent]] } });
const bounce = readFileSync("test/fixtures/bounces/unknown.eml", "utf8");
const { privateKey, publicKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
const p = publicKey.export({ type: "spki", format: "der" }).toString("base64");
const world = {
  zone: `
  example.com SOA ns1.example.com hostmaster.example.com 1 3600 600 604800 3600
  example.com NS ns1.example.com
  ns1.example.com A 192.0.2.53
  example.com MX 10 mx1.example.com
  mx1.example.com A 192.0.2.1
  example.com TXT "v=spf1 ip4:192.0.2.25 mx ptr -all"
  _spf.example.net TXT "v=spf1 ip4:192.0.2.128/28 -all"
  s1._domainkey.example.com TXT "v=DKIM1; p=${p}"
  _dmarc.example.com TXT "v=DMARC1; p=reject"
  example.net MX 0 .
  example.org MX 0 .`,
  files: { "newsletter.eml": letter() },
};
/** A zone as somebody proposes it. */
const proposal = `$TTL 3600
$ORIGIN example.com.
@ SOA ns1 hostmaster 1 3600 600 604800 3600
@ NS ns1
ns1 A 192.0.2.53
@ MX 10 mx1
mx1 A 192.0.2.1
@ TXT "v=spf1 ip4:192.0.2.25 mx -all"
_dmarc TXT "v=DMARC1; p=reject"
`;

/** A folder with the files that the commands name, in the place of those of the reader's home and system. */
function surroundings(): string {
  const cwd = emptyFolder();
  const pem = privateKey.export({ type: "pkcs8", format: "pem" });
  const begin = Math.floor(Date.now() / 1_000) - 3 * 86_400;
  writeFileSync(join(cwd, "s1.private"), pem);
  writeFileSync(join(cwd, "domains.txt"), readFileSync("examples/domains.txt"));
  mkdirSync(join(cwd, "dmarc-reports"));
  mkdirSync(join(cwd, "backup/etc/postfix"), { recursive: true });
  writeFileSync(join(cwd, "backup/etc/postfix/main.cf"), "myhostname = mail.example.com\n");
  writeFileSync(join(cwd, "backup/etc/postfix/master.cf"), "smtp inet n - y - - smtpd\n");
  writeFileSync(join(cwd, "bounce.eml"), bounce);
  writeFileSync(join(cwd, "queue.json"), listing);
  writeFileSync(join(cwd, "mail.log"), readFileSync("test/fixtures/log/mail.log"));
  writeFileSync(join(cwd, "example.com.zone"), proposal);
  mkdirSync(join(cwd, "zones"));
  writeFileSync(join(cwd, "zones/example.com.zone"), proposal);
  const git = ["-C", cwd, "-c", "user.email=ann@example.com", "-c", "user.name=Ann"];
  for (const words of [
    ["init", "-q", "-b", "main"],
    ["add", "zones"],
    ["commit", "-q", "-m", "zones"],
  ])
    execFileSync("git", [...git, ...words]);
  for (const name of ["dmarc-reports/one.xml", "one.xml"]) writeFileSync(join(cwd, name), dmarcXml({ begin }));
  return cwd;
}
const placed = (word: string): string =>
  word
    .replace(/^~\/(?:Maildir\/\.dmarc|dmarc-reports)$/, "dmarc-reports")
    .replace(/^(?:~\/Maildir\/\.Bounces|bounces\.mbox)$/, "bounce.eml")
    .replace(/^\/var\/log\/mail\.log\S*$/, "mail.log")
    .replace(/^\/etc\/\S*\/s1\.private$/, "s1.private")
    .replace(/^(?:reports\.zip|google\.com!\S+|inbox\.mbox)$/, "one.xml");

/** Of a Postfix, that in the folder: not every machine has one. */
const copyOf = (argv: readonly string[]): readonly string[] =>
  argv[0] === "postfix" && !argv.some((word) => word.includes("backup/"))
    ? [...argv.filter((word) => word !== "--lookup" && !word.includes("@")), "backup/etc/postfix"]
    : argv;

/** A folder whose configuration leads connections to a server of the test. */
async function probed(): Promise<string> {
  const server = await scripted((talk) => serve(talk, {}));
  onTestFinished(() => server.close());
  const cwd = emptyFolder();
  const to = `127.0.0.1:${server.port}`;
  writeFileSync(join(cwd, "mailworthy.config.json"), JSON.stringify({ connectTo: { "192.0.2.1:25": to } }));
  return cwd;
}

async function run(argv: readonly string[], folder: string) {
  const demo = argv[0] === "demo";
  // A configuration that is written would speak for the commands after it.
  const cwd = argv[0] === "init" ? emptyFolder() : argv[0] === "probe" ? await probed() : folder;
  return mailworthy(copyOf(argv).map(placed), {
    cwd,
    world,
    env: { MAILWORTHY_PASSWORD: "correct horse" },
    stdin: { bounce, queue: listing, gate: proposal }[argv[0]!] ?? "",
    programs: postfix.programs,
    tty: argv[0] === "init",
    answers: ["example.com", "", "", "", "", "yes", "none"],
    ...(demo && { live: true }),
  });
}

it.each([
  ["the README", [...blocks.filter(({ kind }) => kind === "sh").map(({ text }) => text), ...spans].join("\n")] as const,
  ...(await Promise.all(
    commands.map(
      async ({ name, load }) => [`the help of ${name}`, (await load()).default.examples.join("\n")] as const,
    ),
  )),
])("every command of %s does what it is shown for", async (_, text) => {
  const calls = commandLines(text).map((words) => words.map((word) => word.replace(/\)$/, "")));
  expect(calls).not.toEqual([]);
  const cwd = surroundings();
  // A sink waits for mail: its own tests send some.
  for (const call of calls.filter((words) => !words.includes("--sink"))) {
    const { code, err } = await run(call, cwd);
    expect([0, 1, 3], `mailworthy ${call.join(" ")}: ${err}`).toContain(code);
  }
});

describe("the README", () => {
  it("links to files that are there", () => {
    const links = [...prose.matchAll(/\]\((?!https?:)([^)#]+)/g)].map(([, path]) => path!);
    expect(links).not.toEqual([]);
    expect(links.filter((path) => !existsSync(path))).toEqual([]);
  });

  it("names checks that are there", async () => {
    const { checks } = await builtin();
    const ids = new Set(checks.map(({ id }) => id));
    const families = new Set(checks.map(({ id }) => family(id)));
    const named = [...readme.matchAll(/(?<![\w./@-])([a-z-]+)\/([a-z0-9-]+|\*)/g)].filter(([, head]) =>
      families.has(head!),
    );
    expect(named.length).toBeGreaterThan(5);
    expect(named.map(([id]) => id).filter((id) => !id.endsWith("/*") && !ids.has(id))).toEqual([]);
  });

  it("names every reporter and every preset, and no other", async () => {
    const { presets, reporters } = await builtin();
    const listed = (from: string): string[] => {
      const start = prose.indexOf(from);
      expect(start, from).toBeGreaterThan(-1);
      const sentence = prose.slice(start, prose.indexOf("\n\n", start));
      return [...sentence.slice(from.length).matchAll(/`([a-z][a-z0-9-]*)`/g)].map(([, name]) => name!);
    };
    const after = listed("Reporters (");
    const names = reporters.map(({ name }) => name);
    expect(after.filter((name) => names.includes(name))).toEqual(names);
    expect(listed("Presets (")).toEqual(expect.arrayContaining(presets.map(({ name }) => name)));
    expect(listed("Presets (").filter((name) => !namesOfPresets(presets).includes(name))).toEqual([]);
  });

  it("names each command", () => {
    for (const { name } of commands.filter(({ name }) => !["audit", "completion", "demo"].includes(name)))
      expect(readme).toContain(`mailworthy ${name}`);
  });

  it("shows a screen as it is", async () => {
    const { text } = blocks.find((block) => block.text.startsWith("$ npm run demo -- broken"))!;
    const { out } = await mailworthy(["demo", "broken"], { live: true, env: { COLUMNS: "100" } });
    // What a run alone knows, and how many checks there are by now.
    const settled = (screen: string): string[] =>
      screen
        .replace(/127\.0\.0\.1:\d+/g, "127.0.0.1:5353")
        .replace(/\d+ pass, \d+ do not apply +[\d.]+ s/g, "… pass, … do not apply … s")
        .split("\n");
    const shown = settled(text)
      .slice(2)
      .filter((line) => line !== "…" && line !== "");
    const real = settled(out);
    expect(real.filter((line) => shown.includes(line))).toEqual(shown);
  });
});

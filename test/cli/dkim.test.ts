import { generateKeyPairSync, type KeyObject } from "node:crypto";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { SigningKeys } from "../../src/cli/signing-keys.js";
import { keys } from "../checks/dkim/keys.js";
import { emptyFolder, mailworthy } from "./shell.js";

const good = `"v=DKIM1; p=${keys.rsa2048}"`;
const zone = `
  s1._domainkey.example.com 300 TXT ${good}
  short._domainkey.example.com TXT "v=DKIM1; t=y:s; p=${keys.rsa512}"
  small._domainkey.example.com TXT "v=DKIM1; p=${keys.rsa1024}"
  old._domainkey.example.com TXT "v=DKIM1; p="
  cut._domainkey.example.com TXT "v=DKIM1; p=${keys.rsa2048.slice(0, 200)}"
  esp._domainkey.example.com CNAME s1.keys.example.net
  s1.keys.example.net CNAME s1.example.org
  s1.example.org TXT "v=DKIM1; k=ed25519; p=${keys.ed25519}"
  gone._domainkey.example.com CNAME gone.example.net
  silent._domainkey.example.com TXT !timeout
  google._domainkey.guess.example TXT ${good}
  k1._domainkey.guess.example TXT "v=DKIM1; p="
  s1._domainkey.dead.example TXT "v=DKIM1; p="
  selector1._domainkey.doubt.example TXT !timeout`;
const run = (argv: readonly string[], more: object = {}) =>
  mailworthy(["dkim", ...argv], { world: { zone }, columns: 80, ...more });

const pem = (key: KeyObject): string =>
  key.export({ type: key.type === "private" ? "pkcs8" : "spki", format: "pem" }) as string;
function file(text: string): { cwd: string } {
  const cwd = emptyFolder();
  writeFileSync(join(cwd, "s1.pem"), text);
  return { cwd };
}
const published = `-----BEGIN PUBLIC KEY-----\n${keys.rsa2048}\n-----END PUBLIC KEY-----\n`;

it.each([
  [
    ["s1"],
    0,
    /^✓ s1\._domainkey\.example\.com {2}key OK\n {4}record {2}TTL 300, from [^]*\n {4}key {5}rsa, 2048 bits\n/,
  ],
  [["small"], 0, /key OK\n[^]*^! dkim\/key-size {7}1024 bits; 2048 are advised$/m],
  [["esp"], 0, /^ {4}alias {3}→ s1\.keys\.example\.net → s1\.example\.org\n[^]*key {5}ed25519, 256 bits/m],
  [["short"], 1, /key not OK\n[^]* {4}flags {3}y, s\n[^]*^✗ dkim\/key-size[^]*^! dkim\/test-flag/m],
  [["old"], 1, /key not OK\n[^]*^✗ dkim\/revoked/m],
  [["cut"], 1, /^✗ dkim\/key-parse[^]*the\s+rest\s+was\s+cut\s+off/m],
  [["nowhere"], 1, / {4}record {2}no such name, from [^]*^✗ dkim\/selector-present/m],
  [["gone"], 1, / {4}alias {3}→ gone\.example\.net\n {4}record {2}no such name[^]*^✗ dkim\/cname-chain/m],
  [["silent"], 3, /^\? silent\._domainkey\.example\.com {2}not known\n\? [^]*\nUnknown {2}1 not known {2}exit 3\n$/],
  [["s1,silent"], 3, /\nUnknown {2}1 key OK, 1 not known {2}exit 3\n$/],
  [["s1,old,silent"], 1, /\nFailing {2}1 key OK, 1 key not OK, 1 not known {2}exit 1\n$/],
])("--selector %s", async ([selectors], code, shown) => {
  const outcome = await run(["example.com", "--selector", selectors!]);
  expect(outcome).toMatchObject({ code, err: "" });
  expect(outcome.out).toMatch(shown);
});

it("takes a selector in any case, and refuses what is none", async () => {
  expect(await run(["EXAMPLE.com.", "--selector", "S1"])).toMatchObject({ code: 0 });
  expect(await run(["example.com", "--selector", "s 1"])).toMatchObject({ code: 2 });
});

describe("without a selector", () => {
  it("guesses and says so; a revoked one may have been given up", async () => {
    const { code, out } = await run(["guess.example"]);
    expect(code).toBe(0);
    expect(out).toMatch(/^– no selector of guess\.example is declared; [^]*next {2}look for s=/);
    expect(out).toMatch(/^✓ google\._domainkey\.guess\.example {2}key OK$/m);
    expect(out).toMatch(/^– k1\._domainkey\.guess\.example {2}revoked$/m);
    expect(out).toMatch(/\nHealthy {2}1 key OK, 1 revoked {2}exit 0\n$/);
  });

  it.each([
    ["example.net", 3, /none of \d+ common selectors is there, which\s+proves\s+nothing/],
    ["dead.example", 3, /s1\._domainkey\.dead\.example {2}revoked/],
    ["doubt.example", 3, /^\? doubt\.example: /],
  ])("%s is not known", async (domain, code, shown) => {
    const outcome = await run([domain]);
    expect(outcome).toMatchObject({ code, err: "" });
    expect(outcome.out).toMatch(shown);
  });

  it("takes those of the configuration, with their keys", async () => {
    const { cwd } = file(published);
    writeFileSync(
      join(cwd, "mailworthy.config.yaml"),
      "targets: [{ domain: example.com, selectors: [small], keys: { s1: s1.pem } }]\nchecks: { dkim/key-size: off }\n",
    );
    const { code, out } = await run(["example.com"], { cwd });
    expect(code).toBe(0);
    expect(out).toMatch(/^✓ small\._domainkey\.example\.com {2}key OK$/m);
    expect(out).toMatch(/^✓ s1\._domainkey\.example\.com {2}key OK, the one in the file$/m);
    expect((await run(["example.com", "--selector", "small"], { cwd })).out).not.toContain("s1._domainkey");
  });
});

describe("--key", () => {
  it.each(["rsa", "ed25519"] as const)(
    "prints the record for a new %s key, private or public, and not the key",
    async (type) => {
      const { publicKey, privateKey } =
        type === "rsa" ? generateKeyPairSync("rsa", { modulusLength: 2048 }) : generateKeyPairSync("ed25519");
      for (const key of [publicKey, privateKey]) {
        const { code, out, err } = await run(["example.com", "--selector", "s1", "--key", "s1.pem"], file(pem(key)));
        expect({ code, err }).toEqual({ code: 1, err: "" });
        expect(out).toMatch(/key not OK\n[^]*^✗ dkim\/matches-private-key/m);
        const spki = publicKey.export({ type: "spki", format: "der" });
        const record = `v=DKIM1; k=${type}; p=${(type === "rsa" ? spki : spki.subarray(12)).toString("base64")}`;
        expect(out.split("\n")).toContain(record);
        const [, written] = /^s1\._domainkey\.example\.com\. IN TXT \( (.*) \)$/m.exec(out)!;
        const parts = [...written!.matchAll(/"([^"]*)"/g)].map(([, part]) => part!);
        expect(parts.join("")).toBe(record);
        expect(Math.max(...parts.map(({ length }) => length))).toBeLessThanOrEqual(255);
        for (const line of pem(privateKey).split("\n").slice(1, -2)) expect(out).not.toContain(line);
        // What is printed is what is OK once it is published.
        const world = { zone: `s1._domainkey.example.com TXT ${written}` };
        const again = await run(["example.com", "--selector", "s1", "--key", "s1.pem"], { ...file(pem(key)), world });
        expect(again).toMatchObject({ code: 0 });
        expect(again.out).toMatch(/key OK, the one in the file\n/);
      }
    },
  );

  it.each([
    ["nowhere", 1, true],
    ["old", 1, true],
    ["cut", 1, true],
    ["silent", 3, false],
    ["s1", 0, false],
  ])("at %s: exit %i", async (selector, code, publish) => {
    const outcome = await run(["example.com", "--selector", selector, "--key", "s1.pem"], file(published));
    expect(outcome).toMatchObject({ code, err: "" });
    expect(outcome.out.includes(`\nv=DKIM1; k=rsa; p=${keys.rsa2048}\n`)).toBe(publish);
  });

  it.each([
    [
      ["--selector", "s1,s2", "--key", "s1.pem"],
      published,
      /--key goes with one selector\.\n {2}next: mailworthy dkim /,
    ],
    [["--key", "s1.pem"], published, /--key goes with one selector/],
    [["--selector", "s1", "--key", "s2.pem"], published, /s2\.pem: no such file/],
    [["--selector", "s1", "--key", "s1.pem"], "no key", /s1\.pem: no key in PEM form/],
    [
      ["--selector", "s1", "--key", "s1.pem"],
      pem(generateKeyPairSync("ec", { namedCurve: "P-256" }).publicKey),
      /s1\.pem: a key of type ec; DKIM has rsa and ed25519/,
    ],
  ])("%j is not asked", async (argv, text, said) => {
    const { code, out, err } = await run(["example.com", ...argv], file(text));
    expect({ code, out }).toEqual({ code: 2, out: "" });
    expect(err).toMatch(said);
  });
});

it("answers as JSON, without the private key", async () => {
  const { privateKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
  const { code, out } = await run(
    ["example.com", "--selector", "esp", "--key", "s1.pem", "--json"],
    file(pem(privateKey)),
  );
  const found = JSON.parse(out) as SigningKeys;
  expect(code).toBe(1);
  expect(found).toMatchObject({
    domain: "example.com",
    guessed: false,
    exit: 1,
    selectors: [
      {
        selector: "esp",
        name: "esp._domainkey.example.com",
        state: "not-ok",
        answer: { aliases: ["s1.keys.example.net", "s1.example.org"] },
        record: { type: "ed25519", flags: [], key: { ok: true, key: { bits: 256 } } },
        publish: { name: "esp._domainkey", text: expect.stringMatching(/^v=DKIM1; k=rsa; p=MII/) },
      },
    ],
  });
  for (const line of pem(privateKey).split("\n").slice(1, -2)) expect(out).not.toContain(line);
});

it("shows what passes, and the whole record, with -v", async () => {
  const { out } = await run(["example.com", "--selector", "s1", "-v"]);
  expect(out).toContain(`            v=DKIM1; p=${keys.rsa2048}\n`);
  expect(out).toMatch(/^✓ dkim\/revoked/m);
});

it("fits 60 columns, but for what is copied", async () => {
  const { out } = await run(["example.com", "--selector", "short,cut,esp"], {
    columns: 60,
    tty: true,
    env: { NO_COLOR: "1" },
  });
  expect(Math.max(...out.split("\n").map(({ length }) => length))).toBeLessThanOrEqual(60);
});

it("writes nothing but ASCII where that is wished, and no command of a hostile record", async () => {
  const hostile = { zone: `s1._domainkey.example.com TXT "v=DKIM1; n=\\027[31m; p=${keys.rsa2048}"` };
  const { out } = await run(["example.com", "--selector", "s1", "--ascii"], { world: hostile });
  expect(out).toMatch(/^[ -~\n]*$/);
});

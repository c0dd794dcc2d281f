import { generateKeyPairSync } from "node:crypto";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, it } from "vitest";
import { Authority } from "../../src/lab/certificates.js";
import { pairsOf } from "../../src/postfix/certificates.js";
import { configurationOf } from "../../src/postfix/configuration.js";
import { filesOf } from "../../src/postfix/files.js";

const folder = mkdtempSync(join(tmpdir(), "postfix-certificates-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const { key, cert } = new Authority().issue({ names: ["mail.example.org"] });
const pem = (options: object): string =>
  generateKeyPairSync("ec", { namedCurve: "P-256" }).privateKey.export({
    type: "pkcs8",
    format: "pem",
    ...options,
  }) as string;
const contents: Record<string, string> = {
  cert,
  key,
  both: key + cert,
  other: pem({}),
  locked: pem({ cipher: "aes-256-cbc", passphrase: "hunter2" }),
  rubbish: "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n",
  begun: "-----BEGIN RSA PRIVATE KEY-----\n".repeat(20_000),
};
for (const [name, text] of Object.entries(contents)) writeFileSync(join(folder, name), text);

const at = (name: string): string => join(folder, name);
const pairs = (main: string) =>
  pairsOf(
    configurationOf({
      folder,
      main,
      master: "smtp inet n - y - - smtpd\nsubmission inet n - y - - smtpd\n",
      release: "3.7.11",
    }),
    filesOf({ folder, live: true }),
  );

it.each([
  ["cert", "key", { certificate: { state: "read" }, key: { state: "read" }, matches: true }],
  ["both", undefined, { matches: true }],
  ["cert", "other", { matches: false }],
  ["cert", "missing", { key: { state: "missing" }, matches: null }],
  ["missing", "key", { certificate: { state: "missing" }, chain: [], matches: null }],
  [
    "cert",
    "locked",
    { key: { problem: "holds a private key that cannot be read, as one under a passphrase" }, matches: null },
  ],
  ["cert", "cert", { key: { problem: "holds no private key" }, matches: null }],
  ["cert", "begun", { key: { problem: "holds no private key" }, matches: null }],
  ["rubbish", "key", { certificate: { problem: "holds no certificate that can be read" }, chain: [], matches: null }],
])("a certificate in %s with the key in %s", async (file, secret, found) => {
  const lines = [`smtpd_tls_cert_file = ${at(file)}`, ...(secret ? [`smtpd_tls_key_file = ${at(secret)}`] : [])];
  const [pair, ...others] = await pairs(lines.join("\n"));
  expect(others).toEqual([]);
  expect(pair).toMatchObject({ services: ["smtp/inet", "submission/inet"], ...found });
  expect(JSON.stringify(pair)).not.toContain("PRIVATE KEY-----");
});

it("files in a row, key first", async () => {
  const [pair] = await pairs(`smtpd_tls_chain_files = ${at("key")}, ${at("cert")}`);
  expect(pair).toMatchObject({ matches: true, key: { state: "read" } });
  expect(pair!.chain.map(({ commonName }) => commonName)).toEqual(["mail.example.org", "Lab Intermediate"]);
});

it("none where none is set", async () => {
  expect(await pairs("")).toEqual([]);
  expect(await pairs("smtpd_tls_cert_file = none")).toEqual([]);
});

import { execFileSync } from "node:child_process";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, inject, it } from "vitest";
import type { SigningKeys } from "../../src/cli/signing-keys.js";
import { writeRdata } from "../../src/syntax/rdata.js";
import { strings } from "../../src/syntax/record.js";
import { node, program } from "./cli.js";
import { ip } from "./hosts.js";
import { bind } from "./name-servers.js";
import { Namespace } from "./namespace.js";

/**
 * Keys and records of OpenDKIM's and OpenSSL's own tools on a real BIND; what `opendkim-testkey` and `mailworthy dkim`
 * say of a selector and a key file must be the same.
 */
const [empty, full] = [ip(153), ip(154)];
const net = new Namespace(`mailworthy-dkim-${process.pid}`, [`${empty}/32`, `${full}/32`]);
const dir = join(inject("world").dir, "dkim");
const file = (name: string): string => join(dir, name);
afterAll(() => net.close());

const zone = (records: readonly string[]): string =>
  ["$TTL 300", "@ SOA ns root 1 3600 600 86400 60", "@ NS ns", `ns A ${full}`, ...records, ""].join("\n");

beforeAll(async () => {
  mkdirSync(dir);
  const sizes = ["1024", "2048", "4096"];
  for (const bits of sizes)
    execFileSync("opendkim-genkey", ["-b", bits, "-d", "keys.test", "-s", `rsa${bits}`, "-D", dir]);
  openssl("genrsa", "-traditional", "-out", file("pkcs1.private"), "2048");
  openssl("genpkey", "-algorithm", "rsa", "-pkeyopt", "rsa_keygen_bits:3072", "-out", file("pkcs8.private"));
  openssl("genpkey", "-algorithm", "ed25519", "-out", file("ed25519.private"));
  openssl("rsa", "-in", file("rsa2048.private"), "-pubout", "-out", file("rsa2048.public"));

  // What is printed for a key that is not there yet is what is published below.
  await bind(net, file("empty"), empty, { "keys.test": zone([]) });
  const printed = await Promise.all(
    ["pkcs1", "pkcs8", "ed25519"].map(async (name) => {
      const { stdout } = await ours(name, `${name}.private`, empty);
      return (JSON.parse(stdout) as SigningKeys).selectors[0]!.publish!.zone;
    }),
  );
  const made = sizes.map((bits) => readFileSync(file(`rsa${bits}.txt`), "utf8"));
  const key = [...made[1]!.matchAll(/"(?:p=)?([A-Za-z0-9+/=]{50,})"/g)].map(([, part]) => part!).join("");
  const record = (name: string, text: string): string =>
    `${name}._domainkey TXT ( ${writeRdata("TXT", strings(text))} )`;
  await bind(net, file("full"), full, {
    "keys.test": zone([
      ...made,
      ...printed,
      record("revoked", "v=DKIM1; k=rsa; p="),
      record("cut", `v=DKIM1; k=rsa; p=${key.slice(0, 200)}`),
      record("web", `v=DKIM1; s=web; k=rsa; p=${key}`),
      "alias._domainkey CNAME rsa2048._domainkey",
      "gone._domainkey CNAME nowhere",
    ]),
  });
  const resolving = `server:\n  local-zone: "test." nodefault\nforward-zone:\n  name: "."\n  forward-addr: ${full}\n`;
  writeFileSync(file("unbound.conf"), resolving);
  writeFileSync(file("opendkim.conf"), `ResolverConfiguration ${file("unbound.conf")}\n`);
});

function openssl(...args: string[]): void {
  execFileSync("openssl", args, { stdio: "ignore" });
}

const theirs = (selector: string, key: string) => {
  const what = ["-d", "keys.test", "-s", selector, "-k", file(key)];
  return net.run("opendkim-testkey", ["-vvv", "-x", file("opendkim.conf"), ...what]);
};
const ours = (selector: string, key: string, resolver = full) => {
  const what = ["keys.test", "--selector", selector, "--key", file(key)];
  return net.run(node, [program, "dkim", ...what, "--resolver", resolver, "--json"]);
};

it.each([
  ["rsa1024", "rsa1024.private", "key OK"],
  ["rsa2048", "rsa2048.private", "key OK"],
  ["rsa4096", "rsa4096.private", "key OK"],
  ["alias", "rsa2048.private", "key OK"],
  ["pkcs1", "pkcs1.private", "key OK"],
  ["pkcs8", "pkcs8.private", "key OK"],
  ["rsa2048", "rsa1024.private", "keys do not match", "matches-private-key"],
  ["rsa4096", "rsa2048.private", "keys do not match", "matches-private-key"],
  ["cut", "rsa2048.private", "keys do not match", "key-parse"],
  ["missing", "rsa2048.private", "record not found", "selector-present"],
  ["gone", "rsa2048.private", "record not found", "cname-chain"],
  ["revoked", "rsa2048.private", "Revoked key", "revoked"],
  ["web", "rsa2048.private", "key type mismatch", "service-type"],
])("OpenDKIM and we agree on %s with %s: %s", async (selector, key, said, failed?: string) => {
  const [own, other] = await Promise.all([ours(selector, key), theirs(selector, key)]);
  expect(other.stdout + other.stderr).toContain(said);
  expect(other.status === 0).toBe(failed === undefined);
  expect(own).toMatchObject({ status: failed === undefined ? 0 : 1, stderr: "" });
  const { results } = (JSON.parse(own.stdout) as SigningKeys).selectors[0]!;
  const failing = results.filter(({ status }) => status === "fail").map(({ check }) => check);
  expect(failing).toEqual(failed === undefined ? [] : [`dkim/${failed}`]);
});

it.each([
  ["ed25519", "ed25519.private"],
  ["rsa2048", "rsa2048.public"],
])("%s with %s, which OpenDKIM does not read", async (selector, key) => {
  expect(await ours(selector, key)).toMatchObject({ status: 0, stderr: "" });
});

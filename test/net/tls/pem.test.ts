import { createHash, X509Certificate } from "node:crypto";
import { expect, it } from "vitest";
import { bounds } from "../../../src/bounds.js";
import { markRoots } from "../../../src/data/mark-roots.js";
import { certificatesIn } from "../../../src/net/tls/pem.js";
import { trustStore } from "../../../src/net/tls/trust.js";
import { intermediate, issue, leaf, root } from "../authority.js";

const store = trustStore({ instead: root.cert });

it("reads the certificates of a text, the end entity's first", () => {
  const { chain, trust } = certificatesIn(`Notes\n${intermediate.cert}between\n${leaf.cert}`, store);
  expect(chain.map(({ subject }) => subject)).toEqual(["CN=mx1.example.com", "CN=Test Intermediate"]);
  expect(trust).toEqual({ ok: true, root: "CN=Test Root" });
});

it("does not ask what they are for", () => {
  const mark = issue({ name: "mark", by: root, use: "clientAuth" });
  expect(certificatesIn(mark.cert, store).trust).toMatchObject({ ok: true });
});

it("takes the roots that are given in place of those for servers", () => {
  expect(
    certificatesIn(leaf.cert + intermediate.cert, trustStore({ instead: issue({ name: "Other", ca: true }).cert })),
  ).toMatchObject({ trust: { ok: false, problem: "incomplete" } });
  expect(certificatesIn(root.cert, trustStore({ ca: root.cert, instead: "" })).trust).toMatchObject({ ok: true });
});

it.each([
  ["nothing", ""],
  ["no PEM", "<html></html>"],
  ["a block that does not end", leaf.cert.slice(0, -20)],
  ["a block that is no certificate", "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----"],
])("leaves out %s", (_, text) => {
  expect(certificatesIn(text, store)).toMatchObject({ chain: [], trust: { ok: false } });
});

it("reads no more than a chain may hold", () => {
  expect(certificatesIn(leaf.cert.repeat(50), store).chain).toHaveLength(bounds.tls.chain);
});

it.each(markRoots.map((mark) => [mark.name, mark] as const))("%s is what it is said to be", (name, mark) => {
  const x509 = new X509Certificate(mark.pem);
  expect(x509.subject).toContain(`CN=${name}`);
  expect(createHash("sha256").update(x509.raw).digest("hex")).toBe(mark.sha256);
  expect(x509.verify(x509.publicKey)).toBe(true);
});

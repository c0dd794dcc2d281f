import { X509Certificate } from "node:crypto";
import { rootCertificates } from "node:tls";
import { describe, expect, it } from "vitest";
import { trustStore } from "../../../src/net/tls/trust.js";
import { intermediate, issue, type Issued, leaf, root } from "../authority.js";

const store = trustStore({ ca: root.cert });
const chain = (...certificates: Issued[]): X509Certificate[] =>
  certificates.map(({ cert }) => new X509Certificate(cert));

const stranger = issue({ name: "Stranger Root", ca: true });
const lower = issue({ name: "Lower CA", ca: true, by: intermediate });
const noCa = issue({ name: "No CA", by: root });
const impostor: Issued = { ...intermediate, key: leaf.key };
const client = (use: string): Issued => issue({ name: "client", by: root, use });

describe("a chain that is trusted", () => {
  it.each<[string, Issued[]]>([
    ["in order", [leaf, intermediate]],
    ["with its root", [leaf, intermediate, root]],
    ["straight from a root", [issue({ name: "direct", by: root })]],
    ["out of order", [issue({ name: "deep", by: lower }), root, intermediate, lower]],
    ["with strangers in it", [leaf, stranger, noCa, intermediate]],
    ["a root by itself", [root]],
    ["expired, which is not judged here", [issue({ name: "old", by: root, until: "2020-01-01", from: "2019-01-01" })]],
    ["for servers", [client("serverAuth")]],
  ])("%s", (_, served) => {
    expect(store.judge(chain(...served))).toEqual({ ok: true, root: "CN=Test Root" });
  });

  it("by the way that works, where two issuers share a name", () => {
    const twin = issue({ name: "Test Intermediate", ca: true, by: stranger });
    expect(store.judge(chain(leaf, twin, intermediate))).toMatchObject({ ok: true });
    expect(store.judge(chain(leaf, intermediate, twin))).toMatchObject({ ok: true });
  });

  it("by a root that Node brings", () => {
    const known = new X509Certificate(rootCertificates[0]!);
    expect(trustStore().judge([known])).toMatchObject({ ok: true });
  });
});

describe("a chain that is not", () => {
  it.each<[string, Issued[], string, RegExp]>([
    ["self-signed", [issue({ name: "self" })], "self-signed", /CN=self is signed by itself/],
    ["self-signed, with others", [issue({ name: "self" }), intermediate], "self-signed", /itself/],
    ["without its issuer", [leaf], "incomplete", /^CN=Test Intermediate, which issued CN=mx1.example.com, is neither/],
    ["with the wrong issuer", [leaf, lower], "incomplete", /CN=Test Intermediate/],
    ["broken higher up", [issue({ name: "deep", by: lower }), lower], "incomplete", /CN=Test Intermediate/],
    [
      "up to a root nobody knows",
      [issue({ name: "x", by: stranger }), stranger],
      "untrusted-root",
      /ends in CN=Stranger Root/,
    ],
    ["signed by another key", [issue({ name: "x", by: impostor }), intermediate], "bad-signature", /not signed by/],
    ["below a certificate of no CA", [issue({ name: "x", by: noCa }), noCa], "not-a-ca", /CN=No CA, which is no CA/],
    ["for clients only", [client("clientAuth")], "purpose", /not for TLS servers/],
    ["of nothing", [], "incomplete", /no certificate/],
  ])("%s", (_, served, problem, text) => {
    expect(store.judge(chain(...served))).toMatchObject({
      ok: false,
      problem,
      text: expect.stringMatching(text) as string,
    });
  });

  it("without the root of the user", () => {
    expect(trustStore().judge(chain(leaf, intermediate, root))).toMatchObject({ problem: "untrusted-root" });
  });

  it("a root that only bears a known name", () => {
    const pretender = issue({ name: "Test Root", ca: true, key: leaf.key });
    expect(store.judge(chain(issue({ name: "x", by: pretender }), pretender))).toMatchObject({
      problem: "untrusted-root",
    });
  });

  it("one that goes in circles, in little time", () => {
    const circle = Array.from({ length: 9 }, () =>
      issue({ name: "Ring", ca: true, by: { ...stranger, name: "Ring" } }),
    );
    const found = store.judge(chain(issue({ name: "x", by: { ...stranger, name: "Ring" } }), ...circle));
    expect(found).toMatchObject({ ok: false });
  });
});

it("refuses roots that are not PEM", () => {
  expect(() => trustStore({ ca: "hello" })).toThrow("no certificate in PEM");
  expect(() => trustStore({ ca: "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----" })).toThrow();
});

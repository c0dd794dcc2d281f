import { facts } from "mailworthy";
import { worldNet } from "mailworthy/testing";
import { describe, expect, it } from "vitest";
import { Evidence } from "../../src/evidence.js";
import { secured } from "../checks/mail-host.js";

const of = { host: "mx1.example.com", ip: "192.0.2.25" };
const showing = (tls: string): Evidence =>
  new Evidence(worldNet({ smtp: { "mx1.example.com:25": secured(`TLS: mx1.example.com ${tls}`) } }));

async function issuers(tls: string): Promise<string[]> {
  const known = await showing(tls).get(facts.certificate, of);
  return known.state === "known" ? known.value.issuers.map(({ subject }) => subject) : [known.state];
}

describe("the issuers of a certificate", () => {
  it.each([
    ["none sent along", "issuer=Low", []],
    ["in order", "\nTLS+: - cn=Low\nTLS+: - cn=High", ["CN=Low", "CN=High"]],
    ["out of order", "issuer=Low\nTLS+: - cn=High\nTLS+: - cn=Low issuer=High", ["CN=Low", "CN=High"]],
    ["with a stranger", "issuer=Low\nTLS+: - cn=Other\nTLS+: - cn=Low issuer=High", ["CN=Low"]],
    ["in a circle", "issuer=Low\nTLS+: - cn=Low issuer=High\nTLS+: - cn=High issuer=Low", ["CN=Low", "CN=High"]],
    [
      "up to a known root that an older one signed",
      'issuer=Low\nTLS+: - cn=Low\nTLS+: - cn="Test Root" issuer=Old',
      ["CN=Low"],
    ],
  ])("%s", async (_, tls, expected) => {
    expect(await issuers(tls)).toEqual(expected);
  });
});

describe("a certificate that the host signed itself", () => {
  it.each([facts.issuedCertificate, facts.currentCertificate, facts.trust])("has no $id", async (fact) => {
    expect(await showing("trust=self-signed").get<"address", unknown>(fact, of)).toEqual({
      state: "absent",
      reason: "the certificate of mx1.example.com [192.0.2.25] is self-signed",
    });
  });
});

import { facts } from "mailworthy";
import { worldNet } from "mailworthy/testing";
import { describe, expect, it } from "vitest";
import { Evidence } from "../../src/evidence.js";
import type { Net, SmtpPlace } from "../../src/net/net.js";
import { secured } from "../checks/mail-host.js";

const of = { host: "mx1.example.com", ip: "192.0.2.25" };
const rejected = secured("TLS: !alert handshake_failure", "");
const modern = secured("TLS: mx1.example.com");

/** A net that plays one transcript after the other, and tells which offers were made. */
function sessions(...transcripts: string[]): { net: Net; offers: string[] } {
  const offers: string[] = [];
  const played = async (place: SmtpPlace) => {
    offers.push(place.offer ?? "default");
    const transcript = transcripts.shift();
    if (transcript === undefined) throw new Error("one session too many");
    return worldNet({ smtp: { "192.0.2.25:25": transcript } }).smtp({ ...place, offer: "default" });
  };
  return { net: { ...worldNet({}), smtp: played }, offers };
}

describe("how many sessions a mail host sees", () => {
  const all = [
    facts.greeting,
    facts.helloAgain,
    facts.handshake,
    facts.tls,
    facts.legacyTls,
    facts.certificate,
    facts.trust,
  ];

  it.each([
    [
      ["default", "legacy"],
      [modern, rejected],
    ],
    [["default"], ["S: 421 busy"]],
    [["default"], [secured("!timeout", "")]],
    [
      ["default", "permissive"],
      [rejected, rejected],
    ],
    [
      ["default", "permissive"],
      [rejected, secured("TLS: mx1.example.com version=TLSv1")],
    ],
    [
      ["default", "permissive", "default"],
      [rejected, secured("TLS: mx1.example.com version=TLSv1.2"), rejected],
    ],
  ])("%j", async (expected, transcripts) => {
    const { net, offers } = sessions(...transcripts);
    const evidence = new Evidence(net);
    await Promise.all(all.map((fact) => evidence.get<"address", unknown>(fact, of)));
    expect(offers).toEqual(expected);
  });
});

describe("a handshake that fails once", () => {
  it("is not held against the host where the next one would have worked", async () => {
    const { net } = sessions(rejected, modern, modern);
    expect(await new Evidence(net).get(facts.handshake, of)).toMatchObject({ state: "unknown", code: "tls" });
  });

  it("is weak where it fails again in the same way", async () => {
    const { net } = sessions(rejected, secured("TLS: mx1.example.com version=TLSv1.2 key=rsa512"), rejected);
    expect(await new Evidence(net).get(facts.handshake, of)).toMatchObject({
      state: "known",
      value: { outcome: "weak", problem: "alert handshake_failure", tls: { version: "TLSv1.2" } },
    });
  });
});

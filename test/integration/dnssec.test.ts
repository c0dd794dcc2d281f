import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, inject, it } from "vitest";
import { audit, expectTroubles, inside, type Table } from "./cli.js";
import { servers } from "./hosts.js";

const only = ["--only", "dnssec/*,dane/*"];
const unsigned = (zone: string): string => `warn: ${zone} is not signed`;
const servfail = "inconclusive: SERVFAIL (DNSSEC bogus";
/** What hangs on the mail hosts of a domain, which are not known. */
const ofHosts = (said: string): Table => ({ "dnssec/mx-host-signed": said, "dane/*": said });

describe("DNSSEC", () => {
  it.concurrent.each<[string, string, number, Table]>([
    ["signed", "signed.test", 0, { "dane/present": "warn: mx.healthy.test without TLSA records" }],
    ["not signed", "d0.many.test", 0, { "dnssec/domain-signed": unsigned("many.test"), "dane/present": "warn: " }],
    [
      "signed, and the parent knows nothing of it",
      "unlinked.test",
      0,
      {
        "dnssec/domain-signed": "warn: unlinked.test is signed, but its parent has no DS record",
        "dane/present": "warn: ",
      },
    ],
    [
      "a record that was changed after it was signed",
      "bogus.test",
      1,
      {
        "dnssec/bogus": "fail: bogus.test MX is withheld: its signatures do not hold",
        "dnssec/denial-ok": servfail,
        "dnssec/rrsig-expiry": servfail,
        ...ofHosts(servfail),
      },
    ],
    [
      "signatures that have ended",
      "stale.test",
      1,
      {
        "dnssec/bogus": "fail: stale.test MX is withheld: its signature ended on 2026-02-01",
        "dnssec/rrsig-expiry": "fail: stale.test DNSKEY: ended",
        "dnssec/denial-ok": servfail,
        ...ofHosts(servfail),
      },
    ],
    [
      "names hashed eleven times",
      "hashed.test",
      0,
      { "dnssec/nsec3-iterations": "warn: 10 iterations beside the first", "dane/present": "warn: " },
    ],
    [
      "no proof of absence",
      "undenied.test",
      1,
      {
        "dnssec/denial-ok": "fail: _25._tcp.mx.undenied.test TLSA is not there, and that is withheld",
        "dnssec/mx-host-signed": "fail: mx.undenied.test AAAA is withheld: its signatures do not hold",
        "dane/matches-chain": `${servfail}) from ${servers.resolver} for mx.undenied.test AAAA`,
        "dane/ta-in-chain": `${servfail}) from ${servers.resolver} for mx.undenied.test AAAA`,
        "dane/present": "warn: ",
      },
    ],
    ["a good mail host", "dane.test", 0, {}],
    [
      "TLSA records of another key",
      "mismatch.test",
      1,
      { "dane/matches-chain": "fail: 3 1 1, none of which stands for the certificate" },
    ],
    ["TLSA records of the key alone", "pinned.test", 0, {}],
    ["TLSA records of an authority", "anchored.test", 0, {}],
    [
      "the same, and the certificate of another name",
      "misnamed.test",
      1,
      { "dane/ta-in-chain": "fail: Test Intermediate is sent along, but the certificate names mail.elsewhere.test" },
    ],
    [
      "TLSA records of an authority that is not sent",
      "unanchored.test",
      1,
      { "dane/ta-in-chain": "fail: 2 1 1, and no certificate sent along is of that authority" },
    ],
    ["TLSA records for browsers", "unusable.test", 1, { "dane/usable": "fail: 1 1 1: usage 1 is none for mail" }],
    [
      "TLSA records that are not signed",
      "island.test",
      1,
      {
        "dnssec/domain-signed": unsigned("island.test"),
        "dnssec/mx-host-signed": unsigned("island.test"),
        "dane/secure": "fail: 1 TLSA record, but island.test is not signed with a DS record at its parent",
      },
    ],
  ])("%s", async (_, domain, exit, table) => {
    const report = await audit([domain, ...only]);
    expectTroubles(report, table);
    expect(report.exit).toBe(exit);
  });

  it("cannot be told of through a resolver that does not validate", async () => {
    const report = await audit(["dane.test", ...only], { resolver: servers.inventing });
    const said = `${servers.inventing} does not validate DNSSEC`;
    const told = new Set(report.results.filter(({ status }) => status === "inconclusive").map(({ check }) => check));
    expect(report.causes.map(({ id }) => id)).toEqual(["env/dnssec-validating-resolver"]);
    expect([...told]).toEqual(expect.arrayContaining(["dnssec/domain-signed", "dane/secure", "dane/matches-chain"]));
    expect(report.results.filter(({ status }) => status === "fail" || status === "warn")).toEqual([]);
    expect(report.results.find(({ check }) => check === "dnssec/domain-signed")!.reason).toContain(said);
  });

  it.each([
    [[], "pass", "says that it validates"],
    [["--trust-ad"], "pass", "validates it"],
  ])("is believed as far as the user believes the resolver: %s", async (flags, status, said) => {
    const { results } = await audit(["signed.test", "--only", "dnssec/domain-signed", ...flags]);
    expect(results).toMatchObject([{ status, findings: [{ text: expect.stringContaining(said) }] }]);
  });
});

describe("certificates that DANE vouches for", () => {
  const certificates = ["--only", "cert/*"];

  it.concurrent.each<[string, string, number, Table]>([
    [
      "the key itself: neither name nor dates count",
      "pinned.test",
      0,
      { "cert/not-expired": "warn: outside its dates" },
    ],
    ["the authority: nothing public is needed", "anchored.test", 0, {}],
    [
      "the authority: name and dates count",
      "misnamed.test",
      1,
      {
        "cert/not-expired": "fail: ended",
        "cert/name-match": "fail: names mail.elsewhere.test, not mx.misnamed.test; senders that use DANE",
      },
    ],
    ["nobody", "private.test", 0, { "cert/chain-complete": "warn: 2 certificates sent" }],
  ])("%s", async (_, domain, exit, table) => {
    const report = await audit([domain, ...certificates]);
    expectTroubles(report, table);
    expect(report.exit).toBe(exit);
  });
});

it("what is secure, unsigned or bogus is so to delv as well", async () => {
  const file = join(inject("world").dir, "root.anchor");
  const [, tag, algorithm, type, digest] = /DS (\d+) (\d+) (\d+) (.*)$/.exec(inject("world").anchor)!;
  writeFileSync(file, `trust-anchors { . static-ds ${tag} ${algorithm} ${type} "${digest}"; };`);
  const states = { secure: "fully validated", insecure: "unsigned answer", bogus: "resolution failed" };
  for (const [domain, state] of [
    ["signed.test", "secure"],
    ["d0.many.test", "insecure"],
    ["unlinked.test", "insecure"],
    ["bogus.test", "bogus"],
    ["stale.test", "bogus"],
  ] as const) {
    const args = [`@${servers.resolver}`, "-a", file, "+root=.", domain, "MX"];
    const { stdout, stderr } = await inside().run("delv", args);
    expect(stdout + stderr, domain).toContain(states[state]);
  }
});

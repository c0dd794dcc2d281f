import { describe, expect, it } from "vitest";
import { audit, expectTroubles, type Table } from "./cli.js";
import { ip, servers } from "./hosts.js";

const servfail = (name: string, why = "SERVFAIL"): string =>
  `inconclusive: ${why} from ${servers.resolver} for ${name}`;

const notKnown = "inconclusive: whether it sends is not known: ";

/** All that hangs on records of a domain which nobody gives out. */
const unknownDomain = (said: (of: string) => string, domain: string): Table => ({
  "mx/*": said(`${domain} MX`),
  "spf/*": said(`${domain} TXT`),
  "spf/wildcard-denial": said(`*.${domain} TXT`),
  "dkim/*": said(`s1._domainkey.${domain} TXT`),
  "dmarc/*": said(`_dmarc.${domain} TXT`),
  "dns/domain-exists": said(`${domain} SOA`),
  "dnsbl/domain-listed": said(`${domain} MX`),
  "dnsbl/mx-a-record": said(`${domain} MX`),
  "id/return-path-deliverable": said(`${domain} MX`),
  "mta-sts/*": said(""),
  "tls-rpt/*": said(""),
  ...ofMail(said(`${domain} MX`)),
});

/** All that hangs on where the mail hosts are. */
const ofMail = (said: string): Table => ({
  "port/*": said,
  "smtp/*": said,
  "tls/*": said,
  "cert/*": said,
  "dane/*": said,
});
const ofHosts = (said: string): Table => ({
  "mx/target-resolves": said,
  "mx/target-public-ip": said,
  "mx/no-duplicate-exchange": said,
  "mx/redundancy": said,
  "mta-sts/mx-cert": said,
  ...ofMail(said),
});

const withSelector = ["--selector", "s1"];
const noKey = { "dkim/selector-present": "fail: no TXT record; signatures with this selector fail" };
const noDmarc = { "dmarc/present": "warn: no DMARC record; mail forged in its name is taken as any other" };

describe("the answers of name servers", () => {
  it.concurrent.each<[string, string[], number, Table, string?]>([
    ["a good domain over both families", ["healthy.test", ...withSelector], 0, {}],
    ["a signed domain", ["signed.test", ...withSelector], 0, {}],
    ["a name below it, under its DMARC record", ["sub.healthy.test"], 0, {}],
    [
      "NXDOMAIN",
      ["missing.test", ...withSelector],
      1,
      { ...noKey, ...noDmarc, "dns/domain-exists": "fail: no such name in DNS (NXDOMAIN)" },
    ],
    ["NODATA", ["nodata.test", ...withSelector], 1, { ...noKey, ...noDmarc }],
    ["a null MX", ["closing.test"], 0, {}],
    ["SERVFAIL", ["broken.test", ...withSelector], 3, unknownDomain(servfail, "broken.test")],
    ["a lame delegation", ["lame.test", ...withSelector], 3, unknownDomain(servfail, "lame.test")],
    [
      "an authority that is silent",
      ["unheard.test", ...withSelector],
      3,
      // The resolver gives up in silence at first, and with SERVFAIL once it has seen that nobody is there.
      unknownDomain((of) => ` from ${servers.resolver} for ${of}`, "unheard.test"),
    ],
    [
      "signatures that have ended",
      ["stale.test", ...withSelector],
      3,
      unknownDomain((of) => servfail(of, "SERVFAIL (DNSSEC bogus)"), "stale.test"),
    ],
    [
      "a bogus MX among good records",
      ["bogus.test", ...withSelector],
      3,
      {
        "mx/*": servfail("bogus.test MX", "SERVFAIL (DNSSEC bogus)"),
        "id/return-path-deliverable": servfail("bogus.test MX", "SERVFAIL (DNSSEC bogus)"),
        "dmarc/reject-users-advice": servfail("bogus.test MX", "SERVFAIL (DNSSEC bogus)"),
        "mta-sts/mx-cert": servfail("bogus.test MX", "SERVFAIL (DNSSEC bogus)"),
        "mta-sts/record-location": "inconclusive: whether it receives is not known: ",
        "tls-rpt/location": "inconclusive: whether it receives is not known: ",
        "dnsbl/domain-listed": servfail("bogus.test MX", "SERVFAIL (DNSSEC bogus)"),
        "dnsbl/mx-a-record": servfail("bogus.test MX", "SERVFAIL (DNSSEC bogus)"),
        ...ofMail(servfail("bogus.test MX", "SERVFAIL (DNSSEC bogus)")),
      },
    ],
    ["a long answer, whole over TCP", ["long.test"], 0, {}],
    [
      "TC and no TCP",
      ["long.test", "--skip", "spf/wildcard-denial"],
      3,
      {
        "spf/*": "inconclusive: an answer cut short, and no more over TCP: connect ECONNREFUSED",
        "mx/null-mx-but-sends": notKnown,
        "dkim/common-selectors": notKnown,
        "dmarc/rua-present": notKnown,
        "dmarc/reject-users-advice": notKnown,
        "dnsbl/domain-listed": notKnown,
        "id/return-path-deliverable": notKnown,
        "mta-sts/record-location": "inconclusive: an answer cut short, and no more over TCP: connect ECONNREFUSED",
        "tls-rpt/location": "inconclusive: an answer cut short, and no more over TCP: connect ECONNREFUSED",
      },
      servers.withoutTcp,
    ],
    ["no TCP where nothing is cut short", ["healthy.test", ...withSelector], 0, {}, servers.withoutTcp],
    [
      "a resolver that invents addresses",
      ["dangling.test"],
      3,
      {
        "env/nxdomain-rewrite": `warn: ${ip(70)} for a name that does not exist`,
        ...ofHosts(`inconclusive: ${servers.inventing} answers for names that do not exist`),
        "dnsbl/mx-a-record": `inconclusive: ${servers.inventing} answers for names that do not exist`,
      },
      servers.inventing,
    ],
    [
      "a good domain through it",
      ["healthy.test", ...withSelector],
      0,
      { "env/nxdomain-rewrite": `warn: ${ip(70)} for a name that does not exist` },
      servers.inventing,
    ],
    [
      "a loop of aliases, which Unbound does not answer",
      ["around.test", ...withSelector, "--only", "dkim/*", "--skip", "dkim/adsp-leftover,dkim/domainkey-node"],
      3,
      { "dkim/*": servfail("s1._domainkey.around.test TXT") },
    ],
  ])("%s", async (_, args, exit, table, resolver = servers.resolver) => {
    const report = await audit(args, { resolver });
    expectTroubles(report, table);
    expect(report.exit).toBe(exit);
    expect(report.status).toBe(exit);
  });

  it.each([
    ["where nothing listens", servers.closed],
    ["that drops everything", servers.silent],
  ])("a resolver %s: one cause for all", async (_, resolver) => {
    const { results, causes, status, exit } = await audit(["healthy.test", ...withSelector], { resolver });
    expect(causes.map(({ id }) => id)).toEqual([`resolver ${resolver}`]);
    expect(results.filter((one) => one.status !== "inconclusive" && one.status !== "skip")).toEqual([]);
    expect([status, exit]).toEqual([3, 3]);
  });
});

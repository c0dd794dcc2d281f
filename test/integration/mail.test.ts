import { describe, expect, it } from "vitest";
import { audit, expectTroubles, type Table } from "./cli.js";
import { ip } from "./hosts.js";

/** All that is read from one session. */
const session = (said: string): Table => ({ "smtp/*": said, "tls/*": said, "cert/*": said });
/** All that comes after a good greeting. */
const afterGreeting = (said: string): Table => ({
  "smtp/ehlo": said,
  "smtp/auth-before-tls": said,
  "smtp/size-limit": said,
  "smtp/421-rate-limit": said,
  "tls/*": said,
  "cert/*": said,
});
const answers = (name: string, last: number, reply: string): string =>
  `inconclusive: mx.${name}.test [${ip(last)}] answers "${reply}`;
const notPublic = "fail: a documentation address; nobody outside reaches it";

describe("mail hosts", () => {
  it.concurrent.each<[string, string, number, Table, ...string[]]>([
    ["no STARTTLS", "plain", 1, { "tls/starttls-offered": "fail: STARTTLS is not among what EHLO lists" }],
    ["few extensions", "bare", 1, { "tls/starttls-offered": "fail: STARTTLS is not among what EHLO lists" }],
    ["an expired certificate", "expired", 1, { "cert/not-expired": "on 2026-03-01" }],
    ["one that is not yet valid", "early", 1, { "cert/not-expired": "fail: begins in" }],
    [
      "one for another name",
      "wrongname",
      0,
      { "cert/name-match": "warn: names mail.elsewhere.test and *.mx.wrongname.test, not mx.wrongname.test" },
    ],
    ["one with a wildcard", "wildcard", 0, {}],
    ["no intermediate", "leafonly", 0, { "cert/chain-complete": "warn: 1 certificate sent, and CN=Test Intermediate" }],
    ["a certificate that vouches for itself", "selfsigned", 0, { "cert/self-signed": "warn: self-signed" }],
    [
      "a root that nobody knows",
      "private",
      0,
      { "cert/chain-complete": "warn: 2 certificates sent, and CN=Test Root is neither among them nor a known root" },
    ],
    ["TLS 1.1 and no better", "old", 1, { "tls/version-modern": "fail: TLSv1.1 is the newest it has" }],
    ["TLS 1.1 besides", "lenient", 0, { "tls/version-legacy": "warn: TLSv1.1 is accepted" }],
    ["STARTTLS without a key", "keyless", 1, { "tls/starttls-handshake": "fail: alert handshake_failure" }],
    [
      "454 to STARTTLS",
      "tempfail",
      3,
      {
        "smtp/size-limit": answers("tempfail", 50, "454 4.7.0"),
        "smtp/421-rate-limit": answers("tempfail", 50, "454 4.7.0"),
        "tls/starttls-handshake": answers("tempfail", 50, "454 4.7.0"),
        "tls/starttls-survives-reehlo": answers("tempfail", 50, "454 4.7.0"),
        "tls/version-modern": answers("tempfail", 50, "454 4.7.0"),
        "tls/version-legacy": answers("tempfail", 50, "454 4.7.0"),
        "cert/*": answers("tempfail", 50, "454 4.7.0"),
      },
    ],
    ["a greeting of 421", "busy", 3, session(answers("busy", 35, "421 4.7.0"))],
    ["one of 554 by policy", "shut", 3, session(answers("shut", 36, "554 5.7.1"))],
    ["one of 521 by policy", "noserver", 3, session(answers("noserver", 37, "521 5.3.2"))],
    ["450 to EHLO", "choosy", 3, afterGreeting(answers("choosy", 46, "450 4.7.1"))],
    ["550 to EHLO by policy", "rude", 3, afterGreeting(answers("rude", 51, "550 5.7.1"))],
    ["one connection a minute", "limited", 3, { "tls/version-legacy": answers("limited", 45, "421 4.7.0") }],
    ["a slow greeting", "slow", 0, {}],
    ["a greeting without a name", "nameless", 0, { "smtp/banner-hostname-fqdn": 'warn: "ESMTP" comes first' }],
    ["a greeting that a firewall masks", "masked", 0, { "smtp/banner-hostname-fqdn": "a firewall rewrites SMTP" }],
    ["a wordy greeting", "wordy", 0, {}],
    ["a small limit", "small", 0, { "smtp/size-limit": "warn: takes 1 MB" }],
    ["port 25 closed", "closed", 1, { "port/25-open": "fail: port 25 refuses connections" }],
    ["port 25 closed on one of two addresses", "mixed", 1, { "port/25-open": "fail: port 25 refuses connections" }],
    [
      "port 25 dropped",
      "dropped",
      3,
      {
        "port/*": "inconclusive: no connection to mx.dropped.test",
        ...session(`inconclusive: no connection to mx.dropped.test [${ip(61)}]:25 in 10 s`),
      },
    ],
    [
      "port 25 prohibited on the way",
      "prohibited",
      3,
      {
        "port/*": `inconclusive: mx.prohibited.test [${ip(62)}]:25 cannot be reached (EHOSTUNREACH)`,
        ...session(`inconclusive: mx.prohibited.test [${ip(62)}]:25 cannot be reached (EHOSTUNREACH)`),
      },
    ],
    [
      "an address inside",
      "inside",
      1,
      {
        "mx/target-public-ip": notPublic,
        "port/*": "inconclusive: 192.0.2.25 is not contacted: it is no public address (documentation)",
        ...session("inconclusive: 192.0.2.25 is not contacted: it is no public address (documentation)"),
      },
    ],
    ["an address inside, contacted all the same", "inside", 1, { "mx/target-public-ip": notPublic }, "--allow-private"],
  ])("%s", async (_, name, exit, table, ...flags) => {
    const report = await audit([`${name}.test`, "--selector", "s1", ...flags]);
    expectTroubles(report, table);
    expect(report.exit).toBe(exit);
    expect(report.status).toBe(exit);
  });

  it("two domains with one mail host, which lets us in once", async () => {
    const skipped = ["--skip", "tls/version-legacy", "--mx", "mx.once.test"];
    const report = await audit(["healthy.test", "shared.test", ...skipped]);
    expectTroubles(report, {});
    expect(report.results.filter(({ check }) => check === "smtp/greeting")).toHaveLength(2);
  });
});

describe("the way out", () => {
  const silent = "inconclusive: port 25 is blocked from here";

  it.concurrent.each<[string, string, string]>([
    ["drops", "mx.dropped.test", "warn: 1 of 1 control hosts silent on 25; port 25 is blocked from here"],
    ["refuses", "mx.closed.test", "warn: 1 of 1 control hosts refused on 25; port 25 is blocked from here"],
  ])("%s port 25: a closed port says nothing", async (_, control, said) => {
    const report = await audit(["closed.test"], { control });
    const alone = "inconclusive: no control host has an IPv6 address";
    expectTroubles(report, { "env/outbound-25": said, "env/ipv6-egress": alone, "port/*": silent, ...session(silent) });
    expect(report.causes.map(({ id }) => id)).toEqual(["env/outbound-25"]);
    expect(report.exit).toBe(3);
  });
});

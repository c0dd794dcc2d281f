import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { audit } from "../../src/audit.js";
import { type Lab, startLab, worlds } from "../../src/lab/index.js";
import { liveNet } from "../../src/net/live.js";
import type { Report } from "../../src/result.js";

/** What is neither passed nor skipped: failures and warnings by check and subject, unknowns as families by their cause. */
function wrong({ results, target }: Report): Record<string, string> {
  const found: Record<string, string> = {};
  const unknown = new Map<string, Set<string>>();
  for (const { check, subject, status, cause, reason } of results) {
    if (status === "fail" || status === "warn") {
      found[subject.name === target?.domain ? check : `${check} ${subject.name}`] = status;
    } else if (status === "inconclusive") {
      const why = cause ?? reason!;
      unknown.set(why, (unknown.get(why) ?? new Set()).add(check.split("/")[0]!));
    }
  }
  for (const [why, families] of unknown) found[`? ${why}`] = [...families].sort().join(" ");
  return found;
}

describe("the lab, audited over the network like any domain", () => {
  let lab: Lab;
  const reports = new Map<string, Report>();

  beforeAll(async () => {
    lab = await startLab();
    const { resolver, ca, connectTo, here, checks, targets } = lab;
    const net = liveNet({ resolvers: [resolver], ca, connectTo });
    const all = await audit({ targets, net, checks, controls: here.controls, lists: here.lists });
    await net.close?.();
    for (const report of all.reports) reports.set(report.target?.domain ?? "here", report);
  });
  afterAll(() => lab.close());

  const of = (name: string): Record<string, string> => {
    const domain = worlds.find((world) => world.name === name)?.target.domain ?? name;
    return wrong(reports.get(domain)!);
  };

  it("is a place from which everything can be measured", () => expect(of("here")).toEqual({}));
  it("healthy", () => expect(of("healthy")).toEqual({}));
  it("parked", () => expect(of("parked")).toEqual({}));

  it("broken", () => {
    expect(of("broken")).toEqual({
      "mx/target-not-cname backup.northwind.example": "fail",
      "spf/lookup-limit": "fail",
      "spf/include-resolves": "fail",
      "spf/terminator": "warn",
      "spf/ptr-mechanism": "warn",
      "dkim/key-size s1._domainkey.northwind.example": "warn",
      "dkim/revoked old._domainkey.northwind.example": "fail",
      "dmarc/enforcement": "warn",
      "dmarc/rua-present": "warn",
      "ptr/fcrdns 198.51.100.25": "fail",
      "ptr/not-generic 198.51.100.25": "warn",
      "smtp/auth-before-tls 198.51.100.25": "fail",
      "tls/starttls-offered 198.51.100.25": "fail",
      "cert/not-expired 198.51.100.26": "fail",
      "cert/name-match 198.51.100.27": "warn",
      "cert/chain-complete 198.51.100.27": "warn",
    });
  });

  it("blocked", () => {
    expect(of("blocked")).toEqual({
      "dnsbl/spamhaus-zen 203.0.113.25": "fail",
      "dnsbl/ip-listed 203.0.113.25": "warn",
      "? smtp 203.0.113.25": "cert smtp tls",
      "? smtp 203.0.113.26": "cert smtp tls",
    });
  });

  it("unreachable", () => {
    expect(of("unreachable")).toEqual({
      "? dns proseware.example": "mta-sts spf tls-rpt",
      "? dns _dmarc.proseware.example": "dmarc",
      "? dns s1._domainkey.proseware.example": "dkim",
      "? smtp 203.0.113.125": "cert smtp tls",
    });
  });

  it("migrating", () => {
    expect(of("migrating")).toEqual({
      "spf/void-lookups": "warn",
      "dkim/cname-chain old._domainkey.wingtip.example": "fail",
      "dmarc/enforcement": "warn",
      "dmarc/test-mode": "warn",
      "dmarc/removed-tags": "warn",
      "dmarc/rua-external-auth": "warn",
      "port/25-open 198.51.100.126": "fail",
    });
  });
});

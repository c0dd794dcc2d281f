import { afterAll, beforeAll, describe, expect, it } from "vitest";
import presets from "../../checks/presets/index.js";
import { audit } from "../../src/audit.js";
import { complianceOf, standing } from "../../src/view/compliance.js";
import { type Lab, startLab, worlds } from "../../src/lab/index.js";
import { liveNet } from "../../src/net/live.js";
import { isProfile } from "../../src/preset.js";
import type { Report } from "../../src/result.js";
import type { Outcome } from "../../src/roll-up.js";

const profiles = presets.filter(isProfile);

describe("what the best, the worst and a parked domain of the lab come to", () => {
  let lab: Lab;
  const reports = new Map<string, Report>();

  beforeAll(async () => {
    lab = await startLab();
    const { resolver, ca, connectTo, here, targets } = lab;
    const net = liveNet({ resolvers: [resolver], ca, connectTo });
    const preset = profiles.map(({ name }) => name);
    const all = await audit({ targets, net, preset, controls: here.controls, lists: here.lists });
    await net.close?.();
    for (const report of all.reports) reports.set(report.target?.domain ?? "here", report);
  });
  afterAll(() => lab.close());

  const outcomes = (world: string): readonly Outcome[] => {
    const { domain } = worlds.find(({ name }) => name === world)!.target;
    return reports.get(domain)!.requirements!;
  };
  const standings = (world: string): Record<string, string> =>
    Object.fromEntries(complianceOf(profiles, outcomes(world)).map((one) => [one.profile.name, standing(one)]));
  const broken = (world: string): Record<string, string[]> =>
    Object.fromEntries(
      outcomes(world)
        .filter(({ state }) => state === "not met")
        .map(({ requirement, grounds }) => [requirement, [...new Set(grounds.map(({ check }) => check))]]),
    );

  it("healthy", () => {
    expect(standings("healthy")).toEqual({
      "bod-18-01": "3 met, 3 cannot tell",
      "gmail-all": "5 met, 4 cannot tell",
      "gmail-bulk": "7 met, 8 cannot tell",
      "gmail-spam": "4 met, 3 cannot tell",
      icloud: "4 met, 6 cannot tell",
      "internet-nl": "8 met, 7 not met, 2 cannot tell; predicted score 25 to 58 of 100",
      outlook: "4 met, 3 cannot tell",
      parked: "6 do not apply",
      yahoo: "6 met, 5 cannot tell",
    });
    expect(broken("healthy")).toEqual({
      "internet-nl/ns-ipv6": ["dns/ns-ipv6"],
      "internet-nl/ns-ipv6-reachable": ["dns/ns-ipv6"],
      "internet-nl/domain-signed": ["dnssec/domain-signed"],
      "internet-nl/mx-signed": ["dnssec/mx-host-signed"],
      "internet-nl/mx-ipv6": ["mx/ipv6"],
      "internet-nl/mx-ipv6-reachable": ["mx/ipv6"],
      "internet-nl/dane": ["dane/present"],
    });
  });

  it("broken", () => {
    expect(standings("broken")).toEqual({
      "bod-18-01": "4 not met, 2 cannot tell",
      "gmail-all": "2 met, 2 not met (4.7.23, 4.7.26, 5.7.25, 5.7.26), 4 cannot tell, 1 does not apply",
      "gmail-bulk":
        "3 met, 3 not met (4.7.23, 4.7.27, 4.7.30, 5.7.25, 5.7.27, 5.7.30), 8 cannot tell, 1 does not apply",
      "gmail-spam": "2 met, 3 not met (5.7.25, 5.7.26, 5.7.27, 5.7.30), 2 cannot tell",
      icloud: "2 met, 2 not met, 6 cannot tell",
      "internet-nl": "3 met, 13 not met, 1 cannot tell; predicted score 12 to 32 of 100",
      outlook: "2 met, 2 not met (5.7.515), 3 cannot tell",
      parked: "6 do not apply",
      yahoo: "3 met, 3 not met, 5 cannot tell",
    });
    expect(broken("broken")).toEqual({
      "google/spf-or-dkim": ["spf/lookup-limit", "spf/include-resolves", "dkim/revoked"],
      "google/spf": ["spf/lookup-limit", "spf/include-resolves"],
      "google/dkim-key": ["dkim/revoked"],
      "google/ptr": ["ptr/fcrdns"],
      "yahoo/spf": ["spf/lookup-limit", "spf/include-resolves"],
      "yahoo/dkim-key": ["dkim/revoked"],
      "yahoo/ptr": ["ptr/fcrdns", "ptr/not-generic"],
      "outlook/spf": ["spf/lookup-limit", "spf/include-resolves"],
      "outlook/dkim-key": ["dkim/revoked"],
      "icloud/spf": ["spf/lookup-limit", "spf/include-resolves"],
      "icloud/dkim-key": ["dkim/revoked"],
      "bod/starttls": ["tls/starttls-offered"],
      "bod/spf": ["spf/lookup-limit", "spf/include-resolves"],
      "bod/dmarc-reject": ["dmarc/enforcement"],
      "bod/dmarc-reports": ["dmarc/rua-present"],
      "internet-nl/ns-ipv6": ["dns/ns-ipv6"],
      "internet-nl/ns-ipv6-reachable": ["dns/ns-ipv6"],
      "internet-nl/domain-signed": ["dnssec/domain-signed"],
      "internet-nl/mx-signed": ["dnssec/mx-host-signed"],
      "internet-nl/mx-ipv6": ["mx/ipv6"],
      "internet-nl/mx-ipv6-reachable": ["mx/ipv6"],
      "internet-nl/dmarc-policy": ["dmarc/enforcement"],
      "internet-nl/spf-policy": ["spf/lookup-limit", "spf/include-resolves", "spf/terminator"],
      "internet-nl/tls-version": ["tls/starttls-offered"],
      "internet-nl/tls-settings": ["tls/starttls-offered"],
      "internet-nl/certificate-key": ["tls/starttls-offered"],
      "internet-nl/certificate-signature": ["tls/starttls-offered"],
      "internet-nl/dane": ["tls/starttls-offered", "dane/present"],
      "gmail-spam/spf": ["spf/lookup-limit", "spf/include-resolves"],
      "gmail-spam/dkim": ["dkim/revoked"],
      "gmail-spam/ptr": ["ptr/fcrdns", "helo/matches-ptr"],
    });
  });

  it("parked", () => {
    expect(standings("parked")).toEqual({
      "bod-18-01": "2 met, 3 cannot tell, 1 does not apply",
      "gmail-all": "9 do not apply",
      "gmail-bulk": "15 do not apply",
      "gmail-spam": "7 do not apply",
      icloud: "10 do not apply",
      "internet-nl": "4 met, 3 not met, 2 cannot tell, 8 do not apply; predicted score 20 to 50 of 100",
      outlook: "7 do not apply",
      parked: "5 met, 1 does not apply",
      yahoo: "11 do not apply",
    });
    expect(broken("parked")).toEqual({
      "internet-nl/ns-ipv6": ["dns/ns-ipv6"],
      "internet-nl/ns-ipv6-reachable": ["dns/ns-ipv6"],
      "internet-nl/domain-signed": ["dnssec/domain-signed"],
    });
  });

  it("unreachable: what nobody answered is never told as met or not met", () => {
    expect(standings("unreachable")).toEqual({
      "bod-18-01": "6 cannot tell",
      "gmail-all": "9 cannot tell",
      "gmail-bulk": "15 cannot tell",
      "gmail-spam": "7 cannot tell",
      icloud: "10 cannot tell",
      "internet-nl": "7 not met, 10 cannot tell; predicted score 0 to 58 of 100",
      outlook: "7 cannot tell",
      parked: "6 do not apply",
      yahoo: "2 met, 9 cannot tell",
    });
  });
});

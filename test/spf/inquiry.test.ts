import { assert, asyncProperty, constantFrom, tuple } from "fast-check";
import { expect, it } from "vitest";
import { bounds } from "../../src/bounds.js";
import { checkHost } from "../../src/facts/spf/evaluation.js";
import type { Net } from "../../src/net/net.js";
import { overlay } from "../../src/net/overlay.js";
import { inquire } from "../../src/spf/inquiry.js";
import { UsageError } from "../../src/usage.js";
import { netOf } from "../conformance/records.js";
import { spfWorld } from "../differences/spf-worlds.js";

const domain = "example.com";
const term = constantFrom(
  "a:a.example.com",
  "mx:b.example.com",
  "include:c.example.org",
  "exists:d.example.org",
  "ip4:192.0.2.9",
);

it("what a change would cost is what an evaluation of the changed record counts", async () => {
  let compared = 0;
  await assert(
    asyncProperty(tuple(spfWorld, term), async ([{ records, mailfrom, helo }, add]) => {
      const net = netOf(records);
      const wish = { ips: ["203.0.113.9"], sender: mailfrom, helo, add: [add], remove: [], flatten: false };
      const inquiry = await inquire(domain, wish, net).catch((error: unknown) => {
        if (!(error instanceof UsageError)) throw error;
      });
      const look = inquiry?.edited?.look;
      if (!look || look.unknown.length + look.open.length > 0) return;
      const [result] = look.results;
      if (result!.result === "permerror" || result!.result === "unknown") return;
      if (result!.matched && !/all$/i.test(result!.matched.term)) return;
      compared++;
      expect(look.lookups, JSON.stringify([records, look.record])).toBe(result!.lookups);
      const proposed = overlay(net, [
        { origin: ".", whole: false, records: [{ name: domain, type: "TXT", ttl: 60, data: [look.record] }] },
      ]);
      const question = { ip: "203.0.113.9", domain, sender: mailfrom, helo };
      expect((await checkHost(question, proposed)).lookups).toBe(look.lookups);
    }),
    { seed: 11, numRuns: 1_000 },
  );
  expect(compared).toBeGreaterThan(100);
});

it("an evaluation keeps to its limits, whatever the records", async () => {
  await assert(
    asyncProperty(spfWorld, async ({ records, ip, mailfrom, helo }) => {
      const net = netOf(records);
      let asked = 0;
      const dns: Net["dns"] = (name, type, how) => {
        asked++;
        return net.dns(name, type, how);
      };
      const outcome = await checkHost({ ip, domain, sender: mailfrom, helo }, { ...net, dns });
      expect(outcome.lookups).toBeLessThanOrEqual(bounds.spf.lookups + 1);
      expect(outcome.voids).toBeLessThanOrEqual(bounds.spf.voids + 1);
      if (outcome.lookups > bounds.spf.lookups || outcome.voids > bounds.spf.voids)
        expect(outcome.result).toBe("permerror");
      // Each lookup is one question, an `mx` ten more; the names of the client once, and the explanation.
      expect(asked).toBeLessThanOrEqual(1 + 11 * bounds.spf.lookups + 1 + bounds.spf.ptrNames + 1);
    }),
    { seed: 12, numRuns: 1_000 },
  );
});

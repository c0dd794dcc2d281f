import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { examine } from "mailworthy/testing";
import checks from "../../../checks/index.js";
import type { Zone } from "../../../src/zones/record.js";

/** Lines of zones that hang on each other: names that are hosts, aliases, cuts, keys, policies and wildcards by turns. */
const hosts = ["example.com", "mx1.example.com", "mx2.example.com", "a.example.com", "*.example.com", "mx.example.net"];
const host = fc.constantFrom(...hosts);
const keys = ["AAAA", "BBBB", "AAAABBBB", "", "A*A"];
const spf = fc.constantFrom(
  "-all",
  "a -all",
  "mx ~all",
  "include:a.example.com -all",
  "ip4:192.0.2.0/24 +all",
  "redirect=a.example.com",
  "include:spf.example.net ?all",
);
const own = fc.constantFrom(...hosts.slice(0, 5));
const line = fc.oneof(
  fc.tuple(own, host).map(([name, to]) => `${name} MX 10 ${to.replace("*.", "")}`),
  own.map((name) => `${name} MX 0 .`),
  fc.tuple(own, fc.integer({ min: 1, max: 3 })).map(([name, last]) => `${name} A 192.0.2.${last}`),
  own.map((name) => `${name} AAAA 2001:db8::1`),
  fc.tuple(own, spf).map(([name, text]) => `${name} TXT "v=spf1 ${text}"`),
  fc
    .tuple(own, host)
    .map(([name, to]) => (name === "example.com" ? `${name} TXT token` : `${name} CNAME ${to.replace("*.", "")}`)),
  fc
    .constantFrom("none", "quarantine", "reject")
    .map((p) => `_dmarc.example.com TXT "v=DMARC1; p=${p}; rua=mailto:d@example.com"`),
  fc
    .constantFrom("_dmarc.example.com", "s1._domainkey.example.com", "_25._tcp.mx1.example.com")
    .map((name) => `${name} CNAME x.example.net`),
  fc
    .tuple(fc.constantFrom("s1", "s2"), fc.constantFrom(...keys))
    .map(([name, key]) => `${name}._domainkey.example.com TXT "v=DKIM1; p=${key}"`),
  fc.constant("a.example.com NS ns.example.net"),
  fc.constant(`_25._tcp.mx1.example.com TLSA 3 1 1 ${"ab".repeat(32)}`),
  fc.constant('_smtp._tls.example.com TXT "v=TLSRPTv1; rua=mailto:t@example.com"'),
);
/** An alias stands alone at its name, or the zone is refused. */
const zone = fc.uniqueArray(line, { maxLength: 9 }).map((lines) => {
  const aliases = new Map(lines.filter((one) => / CNAME /.test(one)).map((one) => [one.split(" ")[0]!, one]));
  return lines.filter((one) => [undefined, one].includes(aliases.get(one.split(" ")[0]!))).join("\n");
});
const place = { file: "plan", line: 1, column: 1 } as const;
const unknown: fc.Arbitrary<Partial<Zone>> = fc.oneof(
  { weight: 3, arbitrary: fc.constant({}) },
  fc
    .tuple(own, fc.constantFrom("A", "MX", "TXT", "CNAME"), fc.constantFrom("computed", "alias", "refused"))
    .map(([name, type, why]): Partial<Zone> => ({ unknown: [{ ...place, name, type, why, alias: "w.example.net" }] })),
);

const rules = checks.filter(({ id, needs }) => id.startsWith("change/") && !("policy" in needs));

describe("rules over any pair of zones", () => {
  it("are all there", () => expect(rules.length).toBeGreaterThan(40));

  it.each(rules.map((rule) => [rule.id, rule] as const))(
    "%s does not break, and is silent of a zone that stays",
    async (_, rule) => {
      await fc.assert(
        fc.asyncProperty(zone, zone, unknown, async (before, after, more) => {
          const changed = await examine(rule, { before, zone: after, more: { after: more } });
          for (const { reason = "" } of changed.results) expect(reason).not.toContain("broke");
          if (rule.id === "change/apply-would-fail" || rule.id === "change/value-unknown") return;
          const same = await examine(rule, { before: after, zone: after });
          expect(same.results.map(({ status, reason }) => reason ?? status)).toEqual(["pass"]);
        }),
        { numRuns: 60 },
      );
    },
  );
});

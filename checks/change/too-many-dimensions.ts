import {
  across,
  defineCheck,
  differs,
  dmarcAt,
  facts,
  mailDomains,
  pass,
  sidesOf,
  type Sides,
  spfAt,
  warn,
  z,
} from "mailworthy";

/** What of a domain's mail changes. */
function dimensions(sides: Sides, domain: string, origin: string): string[] {
  const { before, after } = sides;
  const text = (side: Sides["before"]): string => JSON.stringify(spfAt(side, domain)?.data);
  const keys = (side: Sides["before"]): string =>
    side.records
      .flatMap(({ name, data }) => (name.endsWith(`._domainkey.${domain}`) ? [JSON.stringify([name, data])] : []))
      .sort()
      .join();
  const policy = (side: Sides["before"]): string =>
    JSON.stringify([dmarcAt(side, domain)?.record.p, dmarcAt(side, domain)?.record.sp]);
  const changed: [string, boolean][] = [
    ["MX", differs(sides, domain, "MX")],
    ["SPF", text(before) !== text(after)],
    ["DKIM", keys(before) !== keys(after)],
    ["DMARC policy", policy(before) !== policy(after)],
    ["MTA-STS", differs(sides, `_mta-sts.${domain}`, "TXT")],
    ["name servers", domain === origin && differs(sides, origin, "NS")],
  ];
  return changed.flatMap(([name, is]) => (is ? [name] : []));
}

export default defineCheck({
  id: "change/too-many-dimensions",
  on: "zone",
  title: "A change touches one part of a domain's mail at a time",
  why: "When mail fails after it nobody can tell which part did it, and all of them have to be taken back together.",
  fix: "Make one change, see that mail flows, then the next.",
  options: z.strictObject({ most: z.number().int().min(1).default(1).describe("parts that may change together") }),
  needs: { zone: across(facts.proposedZone) },
  verdicts: {
    few: pass("no domain changes in several parts at once"),
    many: warn("{domain} changes in {count} parts at once: {parts}"),
  },
  judge({ zone }, say, { options }) {
    const sides = sidesOf(zone);
    const { before, after } = sides;
    const old = new Set(mailDomains(before.origin, before.records).map(({ domain }) => domain));
    const found = mailDomains(after.origin, after.records).flatMap(({ domain }) => {
      if (!old.has(domain)) return [];
      const parts = dimensions(sides, domain, after.origin);
      return parts.length > options.most ? [say.many({ domain, count: parts.length, parts })] : [];
    });
    return found.length > 0 ? found : say.few();
  },
});

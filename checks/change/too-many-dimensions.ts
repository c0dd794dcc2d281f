import { across, changedParts, defineCheck, facts, findingsOf, mailDomains, pass, sidesOf, warn, z } from "mailworthy";

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
    const found = findingsOf(sides, mailDomains(after.origin, after.records), ({ domain }) => {
      if (!old.has(domain)) return [];
      const parts = changedParts(sides, domain);
      return parts.length > options.most ? [say.many({ domain, count: parts.length, parts })] : [];
    });
    return found.length > 0 ? found : say.few();
  },
});

import {
  across,
  defineCheck,
  dmarcAt,
  facts,
  fail,
  findingsOf,
  mailDomains,
  pass,
  shownBoth,
  sidesOf,
} from "mailworthy";

export default defineCheck({
  id: "change/alignment-tightened",
  on: "zone",
  title: "Alignment becomes strict only where no subdomain sends",
  why: "Services that send with a subdomain in MAIL FROM or d= align only while alignment is relaxed; their mail then fails DMARC.",
  fix: "Keep adkim=r and aspf=r, or have every sender use the domain itself.",
  refs: ["RFC 9989 §4.7"],
  needs: { zone: across(facts.proposedZone) },
  verdicts: {
    same: pass("no alignment becomes strict while a subdomain has records of mail"),
    tight: fail("{tag} of {domain} becomes strict, and {names} may send for it"),
  },
  judge({ zone }, say) {
    const sides = sidesOf(zone);
    const domains = mailDomains(sides.after.origin, sides.after.records).map(({ domain }) => domain);
    const found = findingsOf(sides, domains, (domain) => {
      const [was, is] = [sides.before, sides.after].map((side) => dmarcAt(side, domain)?.record);
      const names = domains.filter((other) => other.endsWith(`.${domain}`)).slice(0, 5);
      if (!was || !is || names.length === 0) return [];
      return (["aspf", "adkim"] as const)
        .filter((tag) => was[tag] === "r" && is[tag] === "s")
        .map((tag) => say.tight({ tag, domain, names }, shownBoth(sides, `_dmarc.${domain}`, "TXT")));
    });
    return found.length > 0 ? found : say.same();
  },
});

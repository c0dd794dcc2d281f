import {
  across,
  answersAt,
  defineCheck,
  facts,
  findingsOf,
  mailDomains,
  pass,
  shownBoth,
  sidesOf,
  warn,
  type Zone,
} from "mailworthy";

/** All mail hosts of a domain, and those that are tried first. */
function order(zone: Zone, domain: string): { all: string; first: string[] } {
  const records = answersAt(zone, domain, "MX").map(({ data }) => data);
  const least = Math.min(...records.map(({ preference }) => preference));
  const names = (of: typeof records): string[] => of.map(({ exchange }) => exchange.toLowerCase()).sort();
  return { all: names(records).join(" "), first: names(records.filter(({ preference }) => preference === least)) };
}

export default defineCheck({
  id: "change/mx-preference-inversion",
  on: "zone",
  title: "The mail host that is tried first stays the first",
  why: "A host that was kept in reserve takes all mail: it may filter less, hold too little, or send mail round in a circle.",
  fix: "Give the main host the lowest number again, or see that the other one is made for all mail.",
  refs: ["RFC 5321 §5.1"],
  needs: { zone: across(facts.proposedZone) },
  verdicts: {
    kept: pass("no mail host that was kept in reserve is tried first"),
    turned: warn("{now} takes mail of {domain} first, which {before} took; the hosts are the same"),
  },
  judge({ zone }, say) {
    const sides = sidesOf(zone);
    const found = findingsOf(sides, mailDomains(sides.before.origin, sides.before.records), ({ domain }) => {
      const [was, is] = [sides.before, sides.after].map((side) => order(side, domain));
      if (was!.all === "" || was!.all !== is!.all) return [];
      const now = is!.first.filter((host) => !was!.first.includes(host));
      return now.length > 0 ? [say.turned({ domain, now, before: was!.first }, shownBoth(sides, domain, "MX"))] : [];
    });
    return found.length > 0 ? found : say.kept();
  },
});

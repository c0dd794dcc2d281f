import {
  across,
  defineCheck,
  facts,
  fail,
  findingsOf,
  mailDomains,
  pass,
  shownBoth,
  sidesOf,
  spfReach,
} from "mailworthy";

/** So many times as many IPv4 addresses, or so many more, are a widening that nobody means. */
const times = 4;
const more = 65_536;

export default defineCheck({
  id: "change/spf-widened",
  on: "zone",
  title: "SPF does not let many more addresses send",
  why: "Whoever has one of the addresses can send in the name of the domain, and SPF passes.",
  fix: "Name the networks that send, or their single addresses.",
  refs: ["RFC 7208 §11.5"],
  measure: "count",
  needs: { zone: across(facts.proposedZone) },
  verdicts: {
    narrow: pass("no SPF record lets many more addresses send"),
    wider: fail("the SPF record of {domain} lets {count} IPv4 addresses send; {before} before"),
  },
  judge({ zone }, say) {
    const sides = sidesOf(zone);
    const found = findingsOf(sides, mailDomains(sides.after.origin, sides.after.records), ({ domain }) => {
      const [was, is] = [sides.before, sides.after].map((side) => spfReach(side, domain));
      if (!was || !is) return [];
      const [before, count] = [was, is].map(({ networks }) => networks.count(4));
      const wide = count! - before! >= more || (before! > 0 && count! >= times * before! && count! - before! >= 256);
      return wide ? [say.wider({ domain, count: count!, before: before! }, shownBoth(sides, domain, "TXT"))] : [];
    });
    return found.length > 0 ? found : say.narrow();
  },
});

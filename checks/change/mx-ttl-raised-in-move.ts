import {
  across,
  defineCheck,
  exchangesAt,
  facts,
  findingsOf,
  mailDomains,
  pass,
  setAt,
  shownBoth,
  sidesOf,
  ttlOf,
  warn,
} from "mailworthy";

const hour = 3_600;

export default defineCheck({
  id: "change/mx-ttl-raised-in-move",
  on: "zone",
  title: "MX records that lead elsewhere can be taken back soon",
  why: "Should the new hosts refuse mail, senders keep them for as long as the new records say.",
  fix: "Publish the new MX records with a TTL of 300 to 3600, and raise it when mail has flowed for some days.",
  needs: { zone: across(facts.proposedZone) },
  verdicts: {
    short: pass("no MX record that changes becomes longer-lived"),
    raised: warn(
      "the MX records of {domain} change and their TTL rises to {ttl}; taking the change back takes as long",
    ),
  },
  judge({ zone }, say) {
    const sides = sidesOf(zone);
    const found = findingsOf(sides, mailDomains(sides.after.origin, sides.after.records), ({ domain }) => {
      const [was, is] = [sides.before, sides.after].map((side) => exchangesAt(side, domain).sort().join(" "));
      const [before, ttl] = [sides.before, sides.after].map((side) => ttlOf(setAt(side, domain, "MX")));
      if (!was || !is || was === is || ttl! <= Math.max(before!, hour)) return [];
      return [say.raised({ domain, ttl: ttl! }, shownBoth(sides, domain, "MX"))];
    });
    return found.length > 0 ? found : say.short();
  },
});

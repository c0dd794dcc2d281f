import {
  across,
  defineCheck,
  exchangesAt,
  facts,
  fail,
  findingsOf,
  mailDomains,
  pass,
  setAt,
  shownBoth,
  sidesOf,
  ttlOf,
  warn,
} from "mailworthy";

/** Seconds: what senders may keep without harm, and what is too long to wait for in the midst of a move. */
const hour = 3_600;
const day = 86_400;

export default defineCheck({
  id: "change/mx-ttl-not-lowered",
  on: "zone",
  title: "MX records are short-lived before they lead elsewhere",
  why: "Resolvers keep the old records for as long as they said, so senders go on to the old hosts; a TTL that is lowered in the same change comes too late.",
  fix: "Lower the TTL of the MX records first, wait for the old one to pass, then change them.",
  refs: ["RFC 2181 §8", "RFC 1034 §3.6"],
  needs: { zone: across(facts.proposedZone) },
  verdicts: {
    ready: pass("no MX record that changes is kept longer than an hour"),
    slow: warn("the MX records of {domain} change with a TTL of {ttl}; senders keep the old hosts so many seconds"),
    late: fail("the MX records of {domain} change with a TTL of {ttl}; senders keep the old hosts for a day and more"),
  },
  judge({ zone }, say) {
    const sides = sidesOf(zone);
    const found = findingsOf(sides, mailDomains(sides.before.origin, sides.before.records), ({ domain }) => {
      const [was, is] = [sides.before, sides.after].map((side) => exchangesAt(side, domain).sort().join(" "));
      const ttl = ttlOf(setAt(sides.before, domain, "MX"));
      if (!was || !is || was === is || ttl <= hour) return [];
      const stages = [
        { wait: 0, text: `Lower the TTL of the MX records of ${domain} to 300 and change nothing else.` },
        { wait: ttl, text: `Change the MX records of ${domain}; keep the old hosts running.` },
        { wait: hour, text: `Raise the TTL of the MX records of ${domain} again.` },
      ];
      const said = ttl >= day ? say.late : say.slow;
      return [said({ domain, ttl }, shownBoth(sides, domain, "MX"), undefined, stages)];
    });
    return found.length > 0 ? found : say.ready();
  },
});

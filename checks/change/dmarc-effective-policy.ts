import {
  across,
  defineCheck,
  dmarcAt,
  dmarcEffect,
  facts,
  findingsOf,
  mailDomains,
  pass,
  shownBoth,
  sidesOf,
  warn,
} from "mailworthy";

export default defineCheck({
  id: "change/dmarc-effective-policy",
  on: "zone",
  title: "The policy of a subdomain changes only by its own record",
  why: "A record above, its sp=, or a record of its own that goes, changes what receivers do with the subdomain's mail, though nobody looked at it.",
  fix: "Give the subdomain a DMARC record of its own, or see in its reports that its mail passes.",
  refs: ["RFC 9989 §4.10"],
  needs: { zone: across(facts.proposedZone) },
  verdicts: {
    same: pass("no subdomain gets another policy from elsewhere"),
    other: warn("mail of {domain} falls under {now} instead of {before}, by {place}"),
  },
  judge({ zone }, say) {
    const sides = sidesOf(zone);
    const { before, after } = sides;
    const found = findingsOf(sides, mailDomains(before.origin, before.records), ({ domain }) => {
      const [was, is] = [before, after].map((side) => dmarcEffect(side, domain));
      if (was?.request === is?.request || dmarcAt(after, domain)) return [];
      // Of the apex itself other checks speak.
      if (domain === before.origin) return [];
      const place = is ? `the record of ${is.at}` : "the loss of its record";
      return [
        say.other(
          { domain, before: was?.request ?? "no policy", now: is?.request ?? "no policy", place },
          shownBoth(sides, `_dmarc.${is?.at ?? was!.at}`, "TXT"),
        ),
      ];
    });
    return found.length > 0 ? found : say.same();
  },
});

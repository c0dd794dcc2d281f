import {
  across,
  defineCheck,
  dmarcEffect,
  facts,
  fail,
  findingsOf,
  mailDomains,
  pass,
  shownBoth,
  sidesOf,
  warn,
} from "mailworthy";

const rank = { none: 0, quarantine: 1, reject: 2 } as const;

export default defineCheck({
  id: "change/dmarc-weakened",
  on: "zone",
  title: "DMARC goes on to protect the domain",
  why: "Forged mail in the name of the domain is delivered again, and its logo is no longer shown.",
  fix: "Keep the policy; find out what failed and mend that.",
  refs: ["RFC 9989 §4.7"],
  needs: { zone: across(facts.proposedZone) },
  verdicts: {
    kept: pass("no domain's policy becomes weaker"),
    lower: warn("the policy of {domain} goes from {before} to {now}"),
    off: fail("the policy of {domain} goes from {before} to {now}; forged mail is delivered"),
  },
  judge({ zone }, say) {
    const sides = sidesOf(zone);
    const { origin } = sides.before;
    const found = findingsOf(sides, mailDomains(origin, sides.before.records), ({ domain }) => {
      const [was, is] = [sides.before, sides.after].map((side) => dmarcEffect(side, domain));
      if (!was) return [];
      const now = is?.request ?? "none";
      if (rank[now] >= rank[was.request] || (was.at !== domain && was.at === is?.at)) return [];
      const said = now === "none" ? say.off : say.lower;
      return [
        said({ domain, before: was.request, now: is ? now : "no policy" }, shownBoth(sides, `_dmarc.${was.at}`, "TXT")),
      ];
    });
    return found.length > 0 ? found : say.kept();
  },
});

import {
  across,
  defineCheck,
  facts,
  findingsOf,
  joined,
  mailDomains,
  parseSpf,
  pass,
  shownBoth,
  type Sides,
  sidesOf,
  spfAt,
  warn,
} from "mailworthy";

interface Ending {
  qualifier: string;
  others: string;
}

/** How a record ends, and its other terms. */
function endingOf(side: Sides["before"], domain: string): Ending | undefined {
  const record = spfAt(side, domain);
  if (!record) return undefined;
  const { terms } = parseSpf(joined(record.data));
  const all = terms.find(({ kind }) => kind === "all");
  if (!all) return undefined;
  return {
    qualifier: /^[-~?+]/.exec(all.text)?.[0] ?? "+",
    others: terms
      .filter((term) => term !== all)
      .map(({ text }) => text)
      .sort()
      .join(" "),
  };
}

export default defineCheck({
  id: "change/spf-hardened-with-edits",
  on: "zone",
  title: "SPF is made stricter by itself",
  why: "When senders and the ending change together, nobody can tell which of them breaks mail.",
  fix: "Change the senders first; end the record with -all when reports show that all mail passes.",
  needs: { zone: across(facts.proposedZone) },
  verdicts: {
    apart: pass("no SPF record becomes stricter together with other changes"),
    together: warn("the SPF record of {domain} ends with -all now, and its senders change too"),
  },
  judge({ zone }, say) {
    const sides = sidesOf(zone);
    const found = findingsOf(sides, mailDomains(sides.after.origin, sides.after.records), ({ domain }) => {
      const [was, is] = [sides.before, sides.after].map((side) => endingOf(side, domain));
      if (!was || !is || was.qualifier === "-" || is.qualifier !== "-" || was.others === is.others) return [];
      return [say.together({ domain }, shownBoth(sides, domain, "TXT"))];
    });
    return found.length > 0 ? found : say.apart();
  },
});

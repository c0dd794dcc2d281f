import {
  across,
  defineCheck,
  differs,
  dmarcAt,
  dmarcEffect,
  facts,
  findingsOf,
  isWithin,
  mailDomains,
  pass,
  shownBoth,
  sidesOf,
  warn,
} from "mailworthy";

const rank = { none: 0, quarantine: 1, reject: 2 } as const;

export default defineCheck({
  id: "change/rua-self-cutover",
  on: "zone",
  title: "DMARC reports arrive while the policy rises",
  why: "When the hosts that take the reports move in the same change, the reports on the first days of the new policy may be lost.",
  fix: "Move the mail hosts first; raise the policy when reports arrive at the new ones.",
  refs: ["RFC 9989 §5.1"],
  needs: { zone: across(facts.proposedZone) },
  verdicts: {
    apart: pass("no policy rises while the mailbox of its reports moves"),
    together: warn(
      "the policy of {domain} rises to {now}, and the mail hosts of {of}, which takes its reports, change",
    ),
  },
  judge({ zone }, say) {
    const sides = sidesOf(zone);
    const { before, after } = sides;
    const found = findingsOf(sides, mailDomains(after.origin, after.records), ({ domain }) => {
      const [was, is] = [before, after].map((side) => dmarcEffect(side, domain)?.request ?? "none");
      if (rank[is!] <= rank[was!]) return [];
      const of = dmarcAt(after, domain)
        ?.record.rua.map(({ uri }) => uri.slice(uri.lastIndexOf("@") + 1).toLowerCase())
        .find((one) => isWithin(one, after.origin) && differs(sides, one, "MX"));
      return of === undefined ? [] : [say.together({ domain, now: is!, of }, shownBoth(sides, of, "MX"))];
    });
    return found.length > 0 ? found : say.apart();
  },
});

import {
  across,
  changedParts,
  defineCheck,
  deniesAll,
  dmarcAt,
  dmarcEffect,
  dmarcRequests,
  exchangesAt,
  facts,
  fail,
  findingsOf,
  joined,
  mailDomains,
  pass,
  shownBoth,
  sidesOf,
  spfAt,
  tested,
  warn,
  type Zone,
} from "mailworthy";

const rank = { none: 0, quarantine: 1, reject: 2 } as const;

/** Whether a domain takes mail, or lets anybody send. */
function usesMail(zone: Zone, domain: string): boolean {
  const spf = spfAt(zone, domain);
  return exchangesAt(zone, domain).length > 0 || (spf !== undefined && !deniesAll(joined(spf.data)));
}

export default defineCheck({
  id: "change/dmarc-policy-jump",
  on: "zone",
  title: "A DMARC policy rises step by step, with reports",
  why: "Without reports nobody knows which mail of one's own fails, and with none to reject in one step all of it is lost at once.",
  fix: "Publish rua=, read the reports, go to p=quarantine, and to p=reject when they show only mail that is not yours.",
  refs: ["RFC 9989 §5.1"],
  needs: { zone: across(facts.proposedZone) },
  verdicts: {
    steady: pass("no DMARC policy rises by more than a step, or without reports"),
    jump: fail("the policy of {domain} goes from {before} to {now} in one step"),
    blind: warn("the policy of {domain} goes from {before} to {now}, and no reports came before"),
    together: warn("the policy of {domain} goes from {before} to {now} together with its {parts}"),
    below: warn("the policy for subdomains of {domain} goes from {before} to {now} in one step"),
  },
  judge({ zone }, say) {
    const sides = sidesOf(zone);
    const found = findingsOf(sides, mailDomains(sides.after.origin, sides.after.records), ({ domain }) => {
      const is = dmarcAt(sides.after, domain)?.record;
      const asked = is && dmarcRequests(is);
      if (!asked) return []; // What it falls under by a record above is for another check.
      const own = dmarcAt(sides.before, domain)?.record;
      const before = dmarcEffect(sides.before, domain)?.request ?? "none";
      const now = tested(asked.own, is.t);
      const evidence = shownBoth(sides, `_dmarc.${domain}`, "TXT");
      if (rank[now] <= rank[before]) {
        const were = own && dmarcRequests(own);
        if (!were) return [];
        const [was, will] = [tested(were.subdomains, own.t), tested(asked.subdomains, is.t)];
        return rank[will] - rank[was] > 1 ? [say.below({ domain, before: was, now: will }, evidence)] : [];
      }
      if (!own && !usesMail(sides.before, domain)) return [];
      if (rank[now] - rank[before] > 1)
        return [
          say.jump({ domain, before, now }, evidence, undefined, [
            { wait: 0, text: `Publish p=quarantine for ${domain} and read its reports.` },
            {
              wait: 14 * 86_400,
              text: `Publish p=${now} for ${domain} when the reports show no mail of yours that fails.`,
            },
          ]),
        ];
      if (!own || own.rua.length === 0) return [say.blind({ domain, before, now }, evidence)];
      const parts = changedParts(sides, domain).filter((part) => part === "MX" || part === "SPF" || part === "DKIM");
      return parts.length > 0 ? [say.together({ domain, before, now, parts }, evidence)] : [];
    });
    return found.length > 0 ? found : say.steady();
  },
});

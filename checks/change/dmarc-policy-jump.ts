import {
  across,
  defineCheck,
  differs,
  dmarcAt,
  facts,
  fail,
  mailDomains,
  pass,
  shownBoth,
  sidesOf,
  warn,
} from "mailworthy";

const rank = { none: 0, quarantine: 1, reject: 2 } as const;

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
    together: warn("the policy of {domain} goes from {before} to {now} together with its MX or SPF records"),
  },
  judge({ zone }, say) {
    const sides = sidesOf(zone);
    const found = mailDomains(sides.after.origin, sides.after.records).flatMap(({ domain }) => {
      const [was, is] = [sides.before, sides.after].map((side) => dmarcAt(side, domain)?.record);
      const [before, now] = [was?.p, is?.p];
      if (!was || !before || !now || rank[now] <= rank[before]) return [];
      const evidence = shownBoth(sides, `_dmarc.${domain}`, "TXT");
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
      if (was.rua.length === 0) return [say.blind({ domain, before, now }, evidence)];
      return differs(sides, domain, "MX") || differs(sides, domain, "TXT")
        ? [say.together({ domain, before, now }, evidence)]
        : [];
    });
    return found.length > 0 ? found : say.steady();
  },
});

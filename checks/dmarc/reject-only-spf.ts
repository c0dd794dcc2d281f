import { defineCheck, facts, maybe, pass, records, warn } from "mailworthy";

export default defineCheck({
  id: "dmarc/reject-only-spf",
  on: "domain",
  title: "Mail under a policy of reject does not rest on SPF alone",
  why: "SPF fails wherever mail is forwarded, so without a DKIM signature receivers reject what is forwarded.",
  fix: "Sign all mail with DKIM in the name of the domain, and declare the selectors so that they are judged.",
  refs: ["RFC 9989 §7.4", "RFC 9989 §8"],
  role: "sends",
  asks: { guessing: "selectors are known, so mail is signed" },
  needs: { dmarc: facts.dmarcPolicy, common: maybe(facts.commonSelectors) },
  verdicts: {
    milder: pass("the policy is {policy}"),
    signed: pass("the policy is reject, and DKIM keys are there: {selectors}"),
    alone: warn(
      "the policy is reject and no DKIM key is declared or found; mail that is not signed is lost when forwarded",
    ),
  },
  judge({ dmarc: { asked, answer }, common }, say) {
    const evidence = records(answer);
    if (asked !== "reject") return say.milder({ policy: asked }, evidence);
    const selectors = (common?.found ?? []).filter(({ revoked }) => !revoked).map(({ selector }) => selector);
    return selectors.length > 0 ? say.signed({ selectors }, evidence) : say.alone({}, evidence);
  },
});

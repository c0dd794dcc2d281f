import { defineCheck, editDmarc, facts, pass, records, warn } from "mailworthy";

const strength = { none: 0, quarantine: 1, reject: 2 };

export default defineCheck({
  id: "dmarc/nonexistent-policy",
  on: "domain",
  title: "Names that do not exist are protected as well as the domain",
  why: "A forger can make up a subdomain, and no mail of one's own comes from a name that does not exist.",
  fix: "Set `np` to the policy of the domain.",
  refs: ["RFC 9989 §4.7"],
  needs: { dmarc: facts.dmarcRecord, policy: facts.dmarcPolicy, top: facts.organizationalDomain },
  verdicts: {
    guarded: pass("names that do not exist: {missing}"),
    below: pass("names below follow the record of {top}"),
    weaker: warn("names that do not exist get {missing} by {by} under p={policy}; a forger can make one up"),
  },
  judge({ dmarc: { answer, record }, policy, top }, say, { subject }) {
    const evidence = records(answer);
    if (top !== subject.domain) return say.below({ top }, evidence);
    const { own, missing } = policy.requests;
    if (strength[missing] >= strength[own]) return say.guarded({ missing }, evidence);
    const by = record.np === null ? `sp=${missing}` : `np=${missing}`;
    const fix = { from: record.text, to: editDmarc(record.tags, { np: own }) };
    return say.weaker({ missing, by, policy: own }, evidence, fix);
  },
});

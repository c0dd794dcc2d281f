import { defineCheck, editDmarc, facts, pass, records, warn } from "mailworthy";

const strength = { none: 0, quarantine: 1, reject: 2 };

export default defineCheck({
  id: "dmarc/subdomain-own-record",
  on: "domain",
  title: "A subdomain with a DMARC record of its own is protected as well as without it",
  why: "Its own record takes the place of the one above, so a milder one opens what the organization had closed.",
  fix: "Raise the policy to that of the record above, or take the subdomain's own record out.",
  refs: ["RFC 9989 §4.10.1"],
  needs: { dmarc: facts.dmarcRecord, policy: facts.dmarcPolicy, above: facts.dmarcAbove },
  verdicts: {
    equal: pass("{policy} here, {inherited} from {above} without it"),
    weaker: warn(
      "{policy} here, where {above} asks for {inherited}; mail forged from this name is treated more mildly",
    ),
  },
  judge({ dmarc: { answer, record }, policy, above }, say) {
    const said = { policy: policy.asked, inherited: above.asked, above: above.domain };
    const evidence = [records(answer), records(above.answer)];
    if (strength[policy.asked] >= strength[above.asked]) return say.equal(said, evidence);
    return say.weaker(said, evidence, { from: record.text, to: editDmarc(record.tags, { p: above.asked }) });
  },
});

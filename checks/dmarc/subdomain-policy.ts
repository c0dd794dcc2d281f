import { defineCheck, editDmarc, facts, pass, records, warn } from "mailworthy";

const strength = { none: 0, quarantine: 1, reject: 2 };

export default defineCheck({
  id: "dmarc/subdomain-policy",
  on: "domain",
  title: "Subdomains are protected as well as the domain",
  why: "A forger who finds the domain closed writes any subdomain into the From field instead.",
  fix: "Take out the `sp` tag that asks for less than `p`, or raise it.",
  refs: ["RFC 9989 §4.7"],
  needs: { dmarc: facts.dmarcRecord, policy: facts.dmarcPolicy, top: facts.organizationalDomain },
  verdicts: {
    covered: pass("subdomains: {subdomains}"),
    weaker: warn("sp={subdomains} under p={policy}; mail forged from a subdomain is treated more mildly"),
    below: pass("subdomains follow the record of {top}"),
  },
  judge({ dmarc: { answer, record }, policy: { requests }, top }, say, { subject }) {
    const evidence = records(answer);
    if (top !== subject.domain) return say.below({ top }, evidence);
    const { own, subdomains } = requests;
    if (strength[subdomains] >= strength[own]) return say.covered({ subdomains }, evidence);
    const fix = { from: record.text, to: editDmarc(record.tags, { sp: null }) };
    return say.weaker({ subdomains, policy: own }, evidence, fix);
  },
});

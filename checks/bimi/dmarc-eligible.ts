import { defineCheck, editDmarc, fail, facts, pass, records } from "mailworthy";

export default defineCheck({
  id: "bimi/dmarc-eligible",
  on: "domain",
  title: "DMARC is strict enough for a logo to be shown",
  why: "Mailbox providers show a logo only where nobody can forge the domain beside it, neither at its own name nor at the one above.",
  fix: "Ask for quarantine or reject, for all mail and for subdomains, and end the test mode.",
  refs: ["draft-brand-indicators §7.1"],
  role: "sends",
  needs: { policies: facts.bimiDmarc },
  verdicts: {
    eligible: pass("{policies}"),
    none: fail("no DMARC policy counts for {domain}; no logo is shown"),
    watching: fail("the DMARC policy of {domain} is none; no logo is shown"),
    subdomains: fail("sp=none in the DMARC record of {domain}; no logo is shown"),
    partial: fail("pct={percent} in the DMARC record of {domain}; a logo is shown only from 100 on"),
    testing: fail("t=y in the DMARC record of {domain}; no logo is shown"),
  },
  judge({ policies }, say) {
    const evidence = policies.flatMap(({ policy }) => (policy ? [records(policy.answer)] : []));
    for (const { domain, policy } of policies) {
      if (!policy) {
        const fix = { text: `Publish it at _dmarc.${domain}.`, to: "v=DMARC1; p=quarantine" };
        return say.none({ domain }, evidence, fix);
      }
      const { asked, record, percent } = policy;
      const mended = (edits: Record<string, string | null>) => ({
        from: record.text,
        to: editDmarc(record.tags, edits),
      });
      if (asked === "none") return say.watching({ domain }, evidence, mended({ p: "quarantine", sp: null, np: null }));
      if (policy.sp === "none") return say.subdomains({ domain }, evidence, mended({ sp: null }));
      if (percent !== null && percent !== "100" && asked === "quarantine")
        return say.partial({ domain, percent }, evidence, mended({ pct: null }));
      if (policy.testing) return say.testing({ domain }, evidence, mended({ t: null }));
    }
    const shown = policies.map(({ domain, policy }) => `${policy!.asked} at ${domain}`);
    return say.eligible({ policies: shown }, evidence);
  },
});

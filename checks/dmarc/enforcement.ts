import { defineCheck, editDmarc, facts, pass, records, warn } from "mailworthy";

export default defineCheck({
  id: "dmarc/enforcement",
  on: "domain",
  title: "Receivers are asked to act on mail that fails DMARC",
  why: "Under a policy of none, forged mail that fails DMARC is delivered as any other.",
  fix: "Once the reports show that all own mail passes, ask for quarantine, then for reject.",
  refs: ["RFC 9989 §4.7"],
  needs: { dmarc: facts.dmarcPolicy },
  verdicts: {
    rejected: pass("{policy}"),
    quarantined: pass("{policy}"),
    none: warn("the policy is none; forged mail is delivered"),
    testing: warn("{policy} under t=y comes to none; forged mail is delivered"),
  },
  judge({ dmarc }, say) {
    const { asked, applied, record, inherited, answer } = dmarc;
    const evidence = records(answer);
    if (applied === "reject") return say.rejected({ policy: asked }, evidence);
    if (applied === "quarantine") return say.quarantined({ policy: asked }, evidence);
    const fix = { from: record.text, to: editDmarc(record.tags, asked !== "none" ? { t: null } : raised(inherited)) };
    return asked === "none" ? say.none({}, evidence, fix) : say.testing({ policy: asked }, evidence, fix);
  },
});

const raised = (inherited: boolean): Record<string, string | null> =>
  inherited ? { sp: "quarantine", np: null } : { p: "quarantine" };

import { defineCheck, editDmarc, facts, pass, records, warn } from "mailworthy";

export default defineCheck({
  id: "parked/dmarc-reject",
  on: "domain",
  title: "The parked domain has receivers reject what is forged",
  why: "A parked domain has no mail of its own to lose, so nothing speaks against the strictest policy.",
  fix: "Publish `v=DMARC1; p=reject` without weaker policies for subdomains.",
  refs: ["RFC 9989 §4.7", "M3AAWG Best Practices for Protecting Parked Domains"],
  role: "parked",
  needs: { dmarc: facts.dmarcPolicy },
  verdicts: {
    reject: pass("reject, subdomains included"),
    weak: warn("{policy}; forged mail may still be delivered"),
    subdomains: warn("{tag}={policy}; forged mail from subdomains may still be delivered"),
    testing: warn("reject under t=y comes to quarantine; forged mail may still be delivered"),
  },
  judge({ dmarc: { asked, applied, record, answer } }, say) {
    const evidence = records(answer);
    const mended = (edits: Record<string, string | null>) => ({ from: record.text, to: editDmarc(record.tags, edits) });
    const all = mended({ p: "reject", sp: null, np: null, t: null });
    if (asked !== "reject") return say.weak({ policy: asked }, evidence, all);
    if (applied !== "reject") return say.testing({}, evidence, all);
    const tag = (["sp", "np"] as const).find((name) => record[name] !== null && record[name] !== "reject");
    return tag === undefined ? say.reject({}, evidence) : say.subdomains({ tag, policy: record[tag]! }, evidence, all);
  },
});

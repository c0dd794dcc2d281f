import { defineCheck, editDmarc, fail, facts, pass, records, warn } from "mailworthy";

export default defineCheck({
  id: "dmarc/policy-tag",
  on: "domain",
  title: "The DMARC record names a policy",
  why: "A record without a policy is none at all to receivers, or asks for nothing, and Gmail counts it as missing.",
  fix: "Add `p=none`, `p=quarantine` or `p=reject` after the version.",
  refs: ["RFC 9989 §4.10.1", "Google SMTP errors 4.7.40"],
  needs: { dmarc: facts.dmarcRecord },
  verdicts: {
    named: pass("p={policy}"),
    assumed: warn("{what}; receivers take it as p=none, since reports are asked for"),
    ignored: fail("{what} and no reports are asked for; receivers ignore the record"),
  },
  judge({ dmarc: { answer, record } }, say) {
    const evidence = records(answer);
    if (record.p) return say.named({ policy: record.p }, evidence);
    const written = record.tags.find(({ name }) => name.toLowerCase() === "p");
    const what = written ? `p=${written.value} is no policy` : "no p tag";
    const fix = { from: record.text, to: editDmarc(record.tags, { p: nearest(written?.value) }) };
    return record.rua.length > 0 ? say.assumed({ what }, evidence, fix) : say.ignored({ what }, evidence, fix);
  },
});

/** The policy that was meant, as far as its first letter tells. */
function nearest(written = ""): string {
  return { q: "quarantine", r: "reject" }[written.charAt(0).toLowerCase()] ?? "none";
}

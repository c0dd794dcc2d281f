import { defineCheck, fail, facts, pass, records } from "mailworthy";

export default defineCheck({
  id: "dmarc/record-single",
  on: "domain",
  title: "The domain has one DMARC record",
  why: "Receivers discard all DMARC records of a name that has several, so none of them protects the domain.",
  fix: "Keep one DMARC record and delete the others.",
  refs: ["RFC 9989 §4.10"],
  needs: { dmarc: facts.dmarcCandidates },
  verdicts: {
    single: pass("not more than one DMARC record"),
    several: fail("{count} DMARC records; receivers discard them all"),
  },
  judge({ dmarc: { answer, records: found } }, say) {
    const evidence = records(answer);
    return found.length > 1 ? say.several({ count: found.length }, evidence) : say.single({}, evidence);
  },
});

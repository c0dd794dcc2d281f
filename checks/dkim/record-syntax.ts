import { defineCheck, fail, facts, pass, records } from "mailworthy";

export default defineCheck({
  id: "dkim/record-syntax",
  on: "selector",
  title: "The DKIM key record is well-formed",
  why: "A receiver that cannot read the record has no key, and every signature with the selector fails.",
  fix: "Write the record as `v=DKIM1; k=rsa; p=…`, each tag once.",
  refs: ["RFC 6376 §3.2", "RFC 6376 §3.6.1"],
  needs: { dkim: facts.dkimRecord },
  verdicts: {
    good: pass("every tag can be read"),
    broken: fail("{faults}; receivers have no key"),
  },
  judge({ dkim: { answer, record } }, say) {
    const faults = record.faults.map(({ message }) => message);
    return faults.length > 0
      ? say.broken({ faults: faults.join("; ") }, records(answer))
      : say.good({}, records(answer));
  },
});

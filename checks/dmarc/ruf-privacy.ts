import { defineCheck, facts, pass, records } from "mailworthy";

export default defineCheck({
  id: "dmarc/ruf-privacy",
  on: "domain",
  title: "Where failure reports are asked for, it is told what they hold",
  why: "Failure reports may hold addresses and text of messages, so few receivers send them, and they need looking after.",
  fix: "Take `ruf` out where nobody reads the reports.",
  refs: ["RFC 9991"],
  needs: { dmarc: facts.dmarcRecord },
  verdicts: {
    none: pass("no failure reports asked for"),
    asked: pass("failure reports to {ruf}; they may hold parts of messages, and few receivers send them"),
  },
  judge({ dmarc: { answer, record } }, say) {
    if (record.ruf.length === 0) return say.none({}, records(answer));
    return say.asked({ ruf: record.ruf.map(({ uri }) => uri) }, records(answer));
  },
});

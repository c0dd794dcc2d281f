import { defineCheck, editDmarc, facts, maybe, pass, records, warn } from "mailworthy";

export default defineCheck({
  id: "dmarc/rua-present",
  on: "domain",
  title: "The domain asks for aggregate reports",
  why: "Without reports nobody sees which own mail fails DMARC, or who forges the domain.",
  fix: "Add a `rua` tag with a mailbox, or a service, that reads the reports.",
  refs: ["RFC 9989 §4.7", "RFC 9990"],
  role: "sends",
  needs: { dmarc: facts.dmarcRecord, rua: maybe(facts.dmarcReportUris) },
  verdicts: {
    asked: pass("rua={rua}"),
    none: warn("no rua tag; nobody sees which mail fails"),
  },
  judge({ dmarc: { answer, record }, rua }, say, { subject }) {
    if (rua) return say.asked({ rua: rua.written }, records(answer));
    const to = editDmarc(record.tags, { rua: `mailto:dmarc-reports@${subject.domain}` });
    return say.none({}, records(answer), { from: record.text, to });
  },
});

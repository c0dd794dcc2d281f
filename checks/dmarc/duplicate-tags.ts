import { defineCheck, editDmarc, fail, facts, pass, records } from "mailworthy";

export default defineCheck({
  id: "dmarc/duplicate-tags",
  on: "domain",
  title: "No tag stands twice in the DMARC record",
  why: "A tag that stands twice makes the whole list of tags invalid, so the record may count for nothing.",
  fix: "Keep each tag once, with the value that is meant.",
  refs: ["RFC 9989 §4.8", "RFC 6376 §3.2"],
  needs: { dmarc: facts.dmarcRecord },
  verdicts: {
    once: pass("each tag stands once"),
    twice: fail("{tags} stands more than once; that makes the whole record invalid"),
  },
  judge({ dmarc: { answer, record } }, say) {
    const tags = record.duplicates.map((name) => `${name}=`);
    if (tags.length === 0) return say.once({}, records(answer));
    return say.twice({ tags }, records(answer), { from: record.text, to: editDmarc(record.tags, {}) });
  },
});

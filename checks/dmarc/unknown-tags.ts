import { defineCheck, facts, pass, records } from "mailworthy";

export default defineCheck({
  id: "dmarc/unknown-tags",
  on: "domain",
  title: "Tags of the DMARC record that receivers do not know are told",
  why: "Receivers ignore tags that they do not know, so one that is misspelt has no effect and nobody says so.",
  fix: "Correct the tags, or take them out.",
  refs: ["RFC 9989 §4.7"],
  needs: { dmarc: facts.dmarcRecord },
  verdicts: {
    known: pass("every tag is known"),
    ignored: pass("{tags}, which receivers ignore"),
  },
  judge({ dmarc: { answer, record } }, say) {
    if (record.unknown.length === 0) return say.known({}, records(answer));
    return say.ignored({ tags: record.unknown.map((name) => `${name}=`) }, records(answer));
  },
});

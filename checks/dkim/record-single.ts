import { defineCheck, fail, facts, pass, records, warn } from "mailworthy";

export default defineCheck({
  id: "dkim/record-single",
  on: "selector",
  title: "The selector has one record",
  why: "Which of several records a receiver takes is not defined, so signatures verify at some and fail at others.",
  fix: "Keep the one key record that mail is signed with, and use another selector for another key.",
  refs: ["RFC 6376 §3.6.2.2"],
  needs: { dkim: facts.dkimRecords },
  verdicts: {
    single: pass("one record"),
    several: fail("{count} key records; which one counts is left to the receiver"),
    beside: warn("{count} TXT records that are no key stand beside it; a receiver may take one of them"),
  },
  judge({ dkim: { answer, texts, records: found } }, say) {
    const evidence = records(answer);
    if (found.length > 1) return say.several({ count: found.length }, evidence);
    return texts.length > 1 ? say.beside({ count: texts.length - 1 }, evidence) : say.single({}, evidence);
  },
});

import { defineCheck, editTagList, facts, pass, records, warn } from "mailworthy";

export default defineCheck({
  id: "dkim/test-flag",
  on: "selector",
  title: "The DKIM key is in earnest",
  why: "Under `t=y` receivers may treat signed mail as unsigned.",
  fix: "Take out the flag `y` from the `t` tag once signing works.",
  refs: ["RFC 6376 §3.6.1"],
  needs: { dkim: facts.dkimRecord },
  verdicts: {
    earnest: pass("no t=y"),
    testing: warn("t=y; receivers may treat signed mail as unsigned"),
  },
  judge({ dkim: { answer, record } }, say) {
    if (!record.flags.includes("y")) return say.earnest({}, records(answer));
    const others = record.flags.filter((flag) => flag !== "y").join(":");
    const to = editTagList(record.tags, { t: others || null });
    return say.testing({}, records(answer), { from: record.text, to });
  },
});

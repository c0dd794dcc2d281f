import { defineCheck, pass, warn } from "mailworthy";

export default defineCheck({
  id: "mailworthy/waiver-ended",
  on: "waiver",
  title: "Every waiver still holds",
  why: "A waiver that has ended covers nothing any more, and what it covered counts again.",
  fix: "Mend what it covers, or give it a new day and reason; then remove it.",
  ignorable: false,
  asks: { until: "it has no day on which it ends, or cannot be followed" },
  needs: {},
  verdicts: {
    holds: pass("holds until {until}: {reason}"),
    ended: warn("ended on {until}; {check} counts again ({reason})"),
  },
  judge(_, say, { subject: { check, reason = "", until = "" }, now }) {
    const today = now.toISOString().slice(0, 10);
    return today > until ? say.ended({ check, reason, until }) : say.holds({ reason, until });
  },
});

import { defineCheck, pass, warn } from "mailworthy";

export default defineCheck({
  id: "mailworthy/waiver-used",
  on: "waiver",
  title: "Every waiver covers something",
  why: "A waiver that covers nothing will hide the next fault of its kind, for a reason that is no longer true.",
  fix: "Remove it; what is no more in a baseline goes with `mailworthy baseline prune`.",
  ignorable: false,
  asks: { use: "whether it covers something was not learnt, or it names no single thing" },
  needs: {},
  verdicts: {
    used: pass("the {called} covers what {check} finds"),
    stale: warn("the {called} covers nothing: {check} finds no such fault"),
  },
  judge: (_, say, { subject: { called, check, use } }) =>
    use === "stale" ? say.stale({ called, check }) : say.used({ called, check }),
});

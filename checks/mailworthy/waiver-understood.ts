import { defineCheck, pass, warn } from "mailworthy";

export default defineCheck({
  id: "mailworthy/waiver-understood",
  on: "waiver",
  title: "Every waiver can be followed",
  why: "What was to be borne counts all the same, as nobody knows what was meant, or as it must not be ignored.",
  fix: "Write `mailworthy-ignore CHECK until=YYYY-MM-DD -- reason` beside the record, or a whole entry in the configuration.",
  ignorable: false,
  needs: {},
  verdicts: {
    understood: pass("the {called} can be followed"),
    fault: warn("the {called} bears nothing: {fault}"),
  },
  judge: (_, say, { subject: { called, fault } }) =>
    fault === undefined ? say.understood({ called }) : say.fault({ called, fault }),
});

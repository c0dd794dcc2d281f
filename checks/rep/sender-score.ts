import { defineCheck, facts, pass, records, warn } from "mailworthy";

export default defineCheck({
  id: "rep/sender-score",
  on: "sender",
  title: "The Sender Score of a sending address is not low",
  why: "Receivers that take scores from Validity filter mail from addresses with a low one.",
  fix: "Send less to addresses that bounce, complain or are traps; the score is of the last thirty days.",
  refs: ["Validity Sender Score"],
  needs: { scored: facts.senderScore },
  verdicts: {
    good: pass("{score} of 100"),
    low: warn("{score} of 100; receivers that ask for it filter mail from such addresses"),
  },
  judge: ({ scored: { score, answer } }, say) =>
    score < 70 ? say.low({ score }, records(answer)) : say.good({ score }, records(answer)),
});

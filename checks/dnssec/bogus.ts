import { defineCheck, fail, facts, listed, pass, records } from "mailworthy";

export default defineCheck({
  id: "dnssec/bogus",
  on: "domain",
  title: "The signatures of the domain's records for mail hold",
  why: "Resolvers that validate withhold what is signed wrongly, so that receivers and senders behind them see no record at all.",
  fix: "Sign the zone anew, and see that the DS record at the parent belongs to a key of the zone; else have the DS record removed.",
  refs: ["RFC 4035 §5.5", "RFC 4033 §5"],
  needs: { found: facts.bogusRecords },
  verdicts: {
    sound: pass("{names} can be validated"),
    bogus: fail("{name} {type} is withheld: {why}; resolvers that validate answer SERVFAIL"),
  },
  judge({ found: { answers, bogus } }, say) {
    if (bogus.length === 0)
      return say.sound({ names: listed(answers.map(({ name, type }) => `${name} ${type}`)) }, answers.map(records));
    return bogus.map(({ name, type, why, answer }) => say.bogus({ name, type, why }, records(answer)));
  },
});

import { defineCheck, facts, pass, records } from "mailworthy";

export default defineCheck({
  id: "mta-sts/subdomain-not-inherited",
  on: "domain",
  title: "MTA-STS of the domain above is not taken for this one's",
  why: "Senders never look above a name for its policy, so a subdomain that takes mail is protected by its own or not at all.",
  fix: "Publish a record and a policy for the subdomain, too.",
  refs: ["RFC 8461 §3.4"],
  role: "receives",
  needs: { sts: facts.mtaStsAbove },
  verdicts: {
    own: pass("has a record of its own beside that of {above}"),
    bare: pass("{above} has MTA-STS, which does not cover this name; it has none of its own"),
  },
  judge({ sts: { above, own, answers } }, say) {
    const evidence = answers.map(records);
    return own ? say.own({ above }, evidence) : say.bare({ above }, evidence);
  },
});

import { defineCheck, facts, fail, pass, transcript } from "mailworthy";

export default defineCheck({
  id: "smtp/greeting",
  on: "address",
  title: "The mail host greets with 220",
  why: "A sender gives up on a host that opens with anything else, and tries the next one or returns the mail.",
  fix: "Have the mail server itself listen on port 25, or take the host out of the MX records.",
  refs: ["RFC 5321 §3.1", "RFC 5321 §4.2", "RFC 7504 §3"],
  needs: { greeting: facts.greeting },
  verdicts: {
    ready: pass("{text}"),
    declined: fail('"{text}"; the host takes no mail at all'),
    odd: fail('"{text}"; only 220 opens a session'),
    foreign: fail('"{text}" is not SMTP; another service answers on port 25'),
  },
  judge({ greeting }, say) {
    const { code, text } = greeting;
    const evidence = transcript(greeting);
    if (code === null) return say.foreign({ text }, evidence);
    if (code === 220) return say.ready({ text }, evidence);
    return code >= 500 ? say.declined({ text }, evidence) : say.odd({ text }, evidence);
  },
});

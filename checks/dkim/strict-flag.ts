import { defineCheck, facts, pass, records } from "mailworthy";

export default defineCheck({
  id: "dkim/strict-flag",
  on: "selector",
  title: "What the DKIM key says of subdomains is known",
  why: "Under `t=s` a signature whose `i` tag names a subdomain fails, while one that names the domain itself holds.",
  fix: "Take out the flag `s` where the signer sets `i` to a subdomain.",
  needs: { dkim: facts.dkimRecord },
  verdicts: {
    loose: pass("no t=s; i= may name a subdomain"),
    strict: pass("t=s; signatures whose i= names a subdomain fail"),
  },
  judge({ dkim: { answer, record } }, say) {
    return record.flags.includes("s") ? say.strict({}, records(answer)) : say.loose({}, records(answer)); // RFC 6376 §3.6.1
  },
});

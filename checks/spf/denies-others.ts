import { defineCheck, fail, facts, pass } from "mailworthy";

export default defineCheck({
  id: "spf/denies-others",
  on: "domain",
  title: "SPF does not pass for an address that is nobody's",
  why: "A record that lets an address of documentation send lets anybody send in the name of the domain.",
  fix: "Take the term out that lets it send.",
  refs: ["RFC 7208 §11.4", "RFC 5737 §3"],
  needs: { others: facts.spfForOthers },
  verdicts: {
    denies: pass("{said}"),
    lets: fail("{ip} passes: {reason}; so does mail of anybody"),
  },
  judge({ others }, say, { subject: { domain } }) {
    const passing = others.filter(({ result }) => result === "pass");
    if (passing.length === 0) return say.denies({ said: others.map(({ ip, result }) => `${ip}: ${result}`) });
    return passing.map(({ ip, reason, trace }) =>
      say.lets({ ip, reason }, { kind: "tree", title: `SPF of ${domain} for ${ip}`, root: trace }),
    );
  },
});

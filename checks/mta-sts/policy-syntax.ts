import { defineCheck, fail, facts, page, pass } from "mailworthy";

export default defineCheck({
  id: "mta-sts/policy-syntax",
  on: "domain",
  title: "The MTA-STS policy is well-formed",
  why: "Senders that cannot read a policy act as if there were none.",
  fix: "Write version, mode, max_age and each mx on a line of its own, as `name: value`.",
  refs: ["RFC 8461 §3.2"],
  role: "receives",
  needs: { sts: facts.mtaStsPolicy },
  verdicts: {
    good: pass("every line can be read"),
    broken: fail("{faults}; senders act as if there were no policy"),
  },
  judge({ sts: { answer, policy } }, say) {
    const evidence = page(answer, true);
    const faults = policy.faults.filter(({ key }) => key !== "max_age").map(({ message }) => message);
    return faults.length > 0 ? say.broken({ faults: faults.join("; ") }, evidence) : say.good({}, evidence);
  },
});

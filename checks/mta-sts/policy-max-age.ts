import { defineCheck, fail, facts, page, pass, span, warn, z } from "mailworthy";

export default defineCheck({
  id: "mta-sts/policy-max-age",
  on: "domain",
  title: "Senders keep the MTA-STS policy for weeks",
  why: "A policy protects only senders that have it already, so one that is soon forgotten protects few of them.",
  fix: "Set max_age to some weeks, such as 1209600 seconds, and to no more than a year.",
  refs: ["RFC 8461 §3.2", "RFC 8461 §10.2"],
  role: "receives",
  options: z.strictObject({
    least: z
      .number()
      .int()
      .positive()
      .default(86_400)
      .describe("seconds below which an enforced policy is short-lived"),
  }),
  needs: { sts: facts.mtaStsPolicy },
  verdicts: {
    kept: pass("kept for {age}"),
    short: warn("kept for {age} only; senders that come by less often are never protected"),
    broken: fail("{faults}; senders act as if there were no policy"),
  },
  judge({ sts: { answer, policy } }, say, { options }) {
    const evidence = page(answer, true);
    const { mode, maxAge } = policy;
    const faults = policy.faults.filter(({ key }) => key === "max_age").map(({ message }) => message);
    if (maxAge === null) return say.broken({ faults: faults.join("; ") }, evidence);
    const age = maxAge < 7_200 ? `${maxAge} seconds` : span(maxAge * 1_000);
    // RFC 8461 §8.3: a policy on its way out is kept for a short time
    return mode === "enforce" && maxAge < options.least ? say.short({ age }, evidence) : say.kept({ age }, evidence);
  },
});

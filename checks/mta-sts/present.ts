import { defineCheck, fail, facts, pass, records, warn } from "mailworthy";

export default defineCheck({
  id: "mta-sts/present",
  on: "domain",
  title: "The domain publishes an MTA-STS record",
  why: "Without MTA-STS or DANE whoever sits between two mail servers can have mail delivered in the clear, or to another host.",
  fix: "Serve a policy, in mode testing at first, and publish the record that announces it.",
  refs: ["RFC 8461 §3.1"],
  role: "receives",
  needs: { sts: facts.mtaStsAnswer },
  verdicts: {
    present: pass("{record}"),
    none: warn("no MTA-STS record; unless DANE prevents it, mail can be had in the clear"),
    stray: fail("{record} does not begin with v=STSv1; senders discard it"),
  },
  judge({ sts }, say, { subject: { domain }, now }) {
    const evidence = records(sts.answer);
    const fix = {
      text: `Publish it at _mta-sts.${domain}, once the policy is at https://mta-sts.${domain}/.well-known/mta-sts.txt.`,
      to: `v=STSv1; id=${now.toISOString().replace(/\D/g, "").slice(0, 14)}`,
    };
    const [record] = sts.records;
    if (record !== undefined) return say.present({ record }, evidence);
    const [stray] = sts.strays;
    return stray === undefined
      ? say.none({}, evidence, fix)
      : say.stray({ record: stray }, evidence, { ...fix, from: stray });
  },
});

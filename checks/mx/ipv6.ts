import { defineCheck, facts, pass, records, warn } from "mailworthy";

export default defineCheck({
  id: "mx/ipv6",
  on: "host",
  title: "Each mail host has an IPv6 address",
  why: "Senders that have only IPv6 cannot reach a host without one.",
  fix: "Give the host an IPv6 address with a PTR record, and publish it as an AAAA record.",
  refs: ["RFC 5321 §5.2"],
  role: "receives",
  needs: { host: facts.hostName, addresses: facts.addresses },
  verdicts: {
    both: pass("{addresses}"),
    none: warn("no IPv6 address; senders with IPv6 alone do not reach it"),
  },
  judge({ addresses: { v6, answers } }, say) {
    const evidence = records(answers.aaaa);
    return v6.length > 0 ? say.both({ addresses: v6 }, evidence) : say.none({}, evidence);
  },
});

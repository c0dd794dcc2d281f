import { defineCheck, facts, pass, records } from "mailworthy";

export default defineCheck({
  id: "mx/redundancy",
  on: "domain",
  title: "It is told how many hosts and addresses take mail",
  why: "Senders try each address in turn, so that one which is down delays mail only where it is the only one.",
  fix: "Consider a second host; one address may well stand for many machines.",
  refs: ["RFC 5321 §5.1"],
  role: "receives",
  needs: { mx: facts.mx, hosts: facts.exchangeAddresses },
  verdicts: {
    several: pass("{hosts} hosts at {addresses} addresses"),
    one: pass("one host at one address"),
  },
  judge({ mx: { answer }, hosts }, say) {
    const count = new Set(hosts.flatMap(({ addresses }) => addresses)).size;
    if (hosts.length < 2 && count < 2) return say.one({}, records(answer));
    return say.several({ hosts: hosts.length, addresses: count }, records(answer));
  },
});

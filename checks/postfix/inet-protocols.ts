import { defineCheck, facts, isPublic, pass, postconf, settings, warn } from "mailworthy";

export default defineCheck({
  id: "postfix/inet-protocols",
  on: "postfix",
  title: "Postfix uses the protocols that this machine has",
  why: "Without an IPv6 address of its own, each delivery to a host with IPv6 first fails, and the log says that the network is unreachable.",
  fix: "Set inet_protocols to ipv4, or give the machine an IPv6 address with a PTR record and let SPF hold it.",
  refs: ["IPV6_README"],
  needs: { main: facts.postfixSettings("inet_protocols"), machine: facts.postfixMachine },
  verdicts: {
    fitting: pass("protocols are those that this machine has"),
    noIpv6: warn("IPv6 is on, and this machine has no public IPv6 address"),
  },
  judge({ main: { inet_protocols: protocols }, machine }, say) {
    const six = /\b(?:all|ipv6)\b/.test(protocols.value);
    const has = machine.addresses.some((ip) => ip.includes(":") && isPublic(ip));
    if (!six || has) return say.fitting();
    return say.noIpv6({}, settings(protocols), { command: postconf("inet_protocols", "ipv4") });
  },
});

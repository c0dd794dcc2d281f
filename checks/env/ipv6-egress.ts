import { defineCheck, facts, pass } from "mailworthy";

export default defineCheck({
  id: "env/ipv6-egress",
  on: "vantage",
  title: "IPv6 addresses can be reached from here",
  why: "A place without IPv6 cannot say whether the IPv6 addresses of mail hosts work.",
  fix: "Run the checks of mail hosts on a machine with IPv6 as well.",
  needs: { egress: facts.ipv6Egress },
  verdicts: { open: pass("{host} [{ip}] answers over IPv6") },
  judge: ({ egress: { host, ip } }, say) => say.open({ host, ip }),
});

import { defineCheck, facts, pass, records, warn } from "mailworthy";

export default defineCheck({
  id: "tls-rpt/rua-deliverable",
  on: "domain",
  title: "Reports on TLS can reach their addresses",
  why: "Reports that cannot be delivered are dropped, so nobody hears of mail that is held back.",
  fix: "Name a mailbox or an HTTPS host that exists.",
  refs: ["RFC 8460 §3"],
  role: "receives",
  needs: { reports: facts.tlsReportTargets },
  verdicts: {
    reachable: pass("{addresses}"),
    dead: warn("{address}: {problem}; reports to it are lost"),
  },
  judge({ reports: { answer, targets } }, say) {
    const evidence = records(answer);
    const dead = targets.find(({ problem }) => problem !== null);
    if (!dead) return say.reachable({ addresses: targets.map(({ uri }) => uri) }, evidence);
    return say.dead({ address: dead.uri, problem: dead.problem! }, evidence);
  },
});

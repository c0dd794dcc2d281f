import { defineCheck, facts, pass, records, warn } from "mailworthy";

export default defineCheck({
  id: "dmarc/rua-deliverable",
  on: "domain",
  title: "The addresses for aggregate reports can take mail",
  why: "A report to a domain without a mail host is lost, and nobody hears of it.",
  fix: "Name a mailbox in a domain that takes mail.",
  refs: ["RFC 9989 §4.7"],
  needs: { reports: facts.dmarcReportTargets },
  verdicts: {
    deliverable: pass("{uris}"),
    lost: warn("{uris} takes no report: {problem}"),
  },
  judge({ reports: { answer, targets } }, say) {
    const lost = targets.flatMap(({ uri, problem }) => (problem === null ? [] : [{ uri, problem }]));
    if (lost.length === 0) return say.deliverable({ uris: targets.map(({ uri }) => uri) }, records(answer));
    return say.lost({ uris: lost.map(({ uri }) => uri), problem: lost[0]!.problem }, records(answer));
  },
});

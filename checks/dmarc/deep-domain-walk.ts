import { defineCheck, facts, pass, records } from "mailworthy";

export default defineCheck({
  id: "dmarc/deep-domain-walk",
  on: "domain",
  title: "Names that the walk for the DMARC record leaves out are told",
  why: "Receivers ask at most eight names, so above a very long one they go on at seven labels and see nothing between.",
  fix: "Publish the record at the domain itself, or at a name of seven labels or less above it.",
  refs: ["RFC 9989 §4.10"],
  needs: { levels: facts.dmarcPath },
  verdicts: {
    whole: pass("every name above is asked, {count} in all"),
    jump: pass("{labels} labels; the walk goes on at {next} and leaves out {skipped} names between"),
  },
  judge({ levels }, say, { subject }) {
    const evidence = levels.flatMap(({ answer }) => (answer ? [records(answer)] : []));
    const labels = subject.domain.split(".").length;
    const skipped = labels - levels.length;
    if (skipped <= 0) return say.whole({ count: levels.length }, evidence);
    return say.jump({ labels, next: levels[1]!.domain, skipped }, evidence);
  },
});

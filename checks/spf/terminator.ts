import { defineCheck, fail, facts, pass, warn } from "mailworthy";

export default defineCheck({
  id: "spf/terminator",
  on: "domain",
  title: "SPF says that other hosts may not send",
  why: "A record that ends without ~all or -all, or with +all, lets anybody send in the name of the domain.",
  fix: "End the record with ~all or -all.",
  refs: ["RFC 7208 §5.1", "RFC 7208 §4.7"],
  needs: { spf: facts.spfEnding },
  verdicts: {
    closed: pass("{term}"),
    everyone: fail("{term} in the record of {domain} lets every host send in the name of the domain"),
    neutral: warn("{term} in the record of {domain} says nothing about other hosts"),
    missing: warn("the record of {domain} has no all and no redirect; SPF says nothing about other hosts"),
  },
  judge({ spf }, say) {
    const { qualifier, term, domain, record } = spf;
    if (qualifier === "-" || qualifier === "~") return say.closed({ term });
    if (qualifier === "none") return say.missing({ domain }, [], { from: record, to: `${record.trimEnd()} ~all` });
    const to = record
      .split(" ")
      .map((word) => (word === term ? "~all" : word))
      .join(" ");
    const fix = { from: record, to };
    return qualifier === "+" ? say.everyone({ term, domain }, [], fix) : say.neutral({ term, domain }, [], fix);
  },
});

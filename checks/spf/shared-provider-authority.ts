import { defineCheck, type Exhibit, facts, number, pass } from "mailworthy";

export default defineCheck({
  id: "spf/shared-provider-authority",
  on: "domain",
  title: "It is told how many addresses SPF lets send",
  why: "Everyone who sends from the shared addresses of a provider passes SPF for the domain, so that only DKIM tells you apart.",
  fix: "Have each service sign with a DKIM key of yours, and send from addresses of your own where that matters.",
  needs: { authority: facts.spfAuthority },
  verdicts: {
    nobody: pass("no address"),
    counted: pass("{v4} IPv4 and {v6} IPv6 addresses"),
    open: pass("{v4} IPv4 and {v6} IPv6 addresses, and whom {terms} lets send for a message"),
  },
  judge({ authority: { v4, v6, terms, open } }, say) {
    const rows = terms.map((source) => [source.term, source.v4, amount(source.v6)]);
    const evidence: Exhibit = { kind: "table", columns: ["term", "IPv4 addresses", "IPv6 addresses"], rows };
    const counts = { v4: amount(v4), v6: amount(v6) };
    if (open.length > 0) return say.open({ ...counts, terms: open }, evidence);
    return v4 + v6 === 0 ? say.nobody() : say.counted(counts, evidence);
  },
});

/** A number that people can read; of very large ones the power of two that it comes near. */
const amount = (count: number): string => (count < 2 ** 40 ? number(count) : `about 2^${Math.round(Math.log2(count))}`);

import { defineCheck, type Exhibit, facts, pass } from "mailworthy";

export default defineCheck({
  id: "spf/lookup-headroom",
  on: "domain",
  title: "It is told what each term of SPF costs, and what could go",
  why: "Each service that sends for the domain wants its include, and the tenth lookup is the last.",
  fix: "Drop the terms of services that no longer send, the dearest first.",
  needs: { spf: facts.spfLookups, authority: facts.spfAuthority },
  verdicts: {
    free: pass("no lookups; all 10 are left"),
    room: pass("{count} of 10 lookups; the dearest: {dearest}"),
    spare: pass("{count} of 10 lookups; {terms} could go, as the same addresses may send without"),
  },
  judge({ spf: { count, costs, exhibit }, authority }, say) {
    if (count === 0) return say.free();
    const sources = new Map(authority.terms.map((source) => [source.term, source]));
    const columns = ["term", "lookups", "without it", "IPv4 addresses"];
    const rows = costs.map(({ term, lookups }) => [term, lookups, count - lookups, sources.get(term)?.v4 ?? 0]);
    const evidence: Exhibit[] = [exhibit, { kind: "table", columns, rows }];
    const dearest = costs
      .toSorted((a, b) => b.lookups - a.lookups)
      .slice(0, 3)
      .map(({ term, lookups }) => `${term} (${lookups})`);
    const terms = costs.map(({ term }) => term).filter((term) => sources.get(term)?.spare);
    return terms.length > 0 ? say.spare({ count, terms, dearest }, evidence) : say.room({ count, dearest }, evidence);
  },
});

import { defineCheck, fail, facts, pass, warn, z } from "mailworthy";

export default defineCheck({
  id: "spf/lookup-limit",
  on: "domain",
  title: "SPF needs at most ten DNS lookups",
  why: "Receivers stop at ten and treat the record as an error, so SPF fails for every message.",
  fix: "Drop unused include: terms, or replace a: and mx by the addresses behind them.",
  refs: ["RFC 7208 §4.6.4"],
  options: z.strictObject({ near: z.number().int().min(1).max(10).default(9) }),
  needs: { spf: facts.spfLookups },
  measure: "count",
  verdicts: {
    within: pass("{count} of 10 lookups used"),
    near: warn("{count} of 10 lookups used; one more include may break it"),
    open: warn("at least {count} of 10 lookups used; what {terms} adds depends on the message"),
    exceeded: fail("{count} lookups; receivers stop at 10, so SPF fails for every message"),
  },
  judge({ spf }, say, { options }) {
    const { count, open, exhibit, cheaper, record, costs } = spf;
    if (count > 10) {
      if (!cheaper) return say.exceeded({ count }, exhibit, { text: `drop what is unused; ${dearest(costs)}` });
      const { replaced, record: to, count: left } = cheaper;
      const text = `replace ${replaced.join(" and ")} by the addresses; that makes ${left}`;
      return say.exceeded({ count }, exhibit, { text, from: record, to });
    }
    if (open.length > 0) return say.open({ count, terms: open }, exhibit);
    return count >= options.near ? say.near({ count }, exhibit) : say.within({ count }, exhibit);
  },
});

/** The terms that cost most, in words. */
function dearest(costs: readonly { term: string; lookups: number }[]): string {
  const [...most] = [...costs].sort((a, b) => b.lookups - a.lookups).slice(0, 3);
  return `the dearest are ${most.map(({ term, lookups }) => `${term} (${lookups})`).join(", ")}`;
}

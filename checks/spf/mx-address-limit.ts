import { defineCheck, fail, facts, pass } from "mailworthy";

export default defineCheck({
  id: "spf/mx-address-limit",
  on: "domain",
  title: "No mx of SPF leads to more than ten hosts",
  why: "Receivers look up ten hosts of an mx and treat more as an error, so SPF fails.",
  fix: "Replace mx by ip4: and ip6: terms.",
  refs: ["RFC 7208 §4.6.4"],
  needs: { spf: facts.spfExchanges },
  verdicts: {
    within: pass("{terms}"),
    exceeded: fail("{term} in the record of {domain} leads to {count} hosts; receivers stop at 10"),
  },
  judge({ spf }, say) {
    const over = spf.filter(({ exchanges }) => exchanges > 10);
    if (over.length === 0) return say.within({ terms: spf.map(({ term }) => term) });
    const rows = spf.map(({ term, domain, exchanges }) => [term, domain, exchanges]);
    const columns = ["term", "in the record of", "hosts"];
    return over.map(({ term, domain, exchanges }) =>
      say.exceeded({ term, domain, count: exchanges }, { kind: "table", columns, rows }),
    );
  },
});

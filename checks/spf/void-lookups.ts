import { defineCheck, fail, facts, pass, warn } from "mailworthy";

export default defineCheck({
  id: "spf/void-lookups",
  on: "domain",
  title: "At most two SPF lookups find nothing",
  why: "Receivers may give up at the third lookup that finds nothing, and then SPF fails.",
  fix: "Take the terms out whose names have no record any more.",
  refs: ["RFC 7208 §4.6.4"],
  needs: { spf: facts.spfVoids },
  measure: "count",
  verdicts: {
    none: pass("every lookup finds something"),
    within: pass("1 of 2 lookups that find nothing: {terms}"),
    near: warn("{terms}: 2 lookups find nothing for {clients} clients; a third breaks SPF"),
    partly: warn("{terms}: {count} lookups find nothing for {clients} clients; some receivers stop at 2"),
    exceeded: fail("{terms}: {count} lookups find nothing; receivers stop at 2"),
  },
  judge({ spf }, say) {
    const { v4, v6, exhibit } = spf;
    const worse = v6.length > v4.length ? v6 : v4;
    const clients = v4.length === v6.length ? "all" : worse === v4 ? "IPv4" : "IPv6";
    const count = worse.length;
    const terms = [...new Set(worse)];
    if (v4.length > 2 && v6.length > 2) return say.exceeded({ count, terms }, exhibit);
    if (count > 2) return say.partly({ count, terms, clients }, exhibit);
    if (count === 2) return say.near({ terms, clients }, exhibit);
    return count === 1 ? say.within({ terms }, exhibit) : say.none();
  },
});

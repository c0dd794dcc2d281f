import { defineCheck, facts, pass, records, warn } from "mailworthy";

export default defineCheck({
  id: "spf/redirect-with-all",
  on: "domain",
  title: "No SPF redirect stands beside an all",
  why: "Receivers ignore a redirect in a record that has an all, so the hosts behind it may not send.",
  fix: "Drop the all if the redirect is to count, else the redirect.",
  refs: ["RFC 7208 §6.1"],
  needs: { spf: facts.spf },
  verdicts: {
    none: pass("no redirect"),
    alone: pass("{redirect}"),
    ignored: warn("{redirect} is ignored, as the record has {all}"),
  },
  judge({ spf }, say) {
    const { terms } = spf.root;
    const redirect = terms.find(({ kind }) => kind === "redirect");
    const all = terms.find(({ kind }) => kind === "all");
    if (!redirect) return say.none();
    if (!all) return say.alone({ redirect: redirect.text });
    const to = ["v=spf1", ...terms.filter((term) => term !== redirect).map(({ text }) => text)].join(" ");
    return say.ignored({ redirect: redirect.text, all: all.text }, records(spf.answer), { from: spf.record, to });
  },
});

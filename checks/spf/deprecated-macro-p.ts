import { defineCheck, facts, pass, records, warn } from "mailworthy";

export default defineCheck({
  id: "spf/deprecated-macro-p",
  on: "domain",
  title: "The SPF record does without the macro %{p}",
  why: "It has receivers look up the names of the client, which is slow and unreliable and costs a lookup more.",
  fix: "Name the hosts by ip4: and ip6:, or use %{i}.",
  refs: ["RFC 7208 §7.2"],
  needs: { spf: facts.spf },
  verdicts: {
    none: pass("the client's name is not asked for"),
    used: warn("{terms}; SPF says that the client's name should not be used"),
  },
  judge({ spf }, say) {
    const terms = spf.root.terms.filter(({ text }) => /%\{p/i.test(text)).map(({ text }) => text);
    return terms.length > 0 ? say.used({ terms }, records(spf.answer)) : say.none();
  },
});

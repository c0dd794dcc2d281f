import { defineCheck, facts, listed, pass, warn } from "mailworthy";

export default defineCheck({
  id: "postfix/unused-settings",
  on: "postfix",
  title: "Every setting is one that Postfix reads",
  why: "Postfix passes over a name that it does not know without a word, so a typing error leaves the default in effect.",
  fix: "Correct the names, or take them out.",
  refs: ["postconf(1)"],
  needs: { seen: facts.postfixSeen },
  verdicts: {
    known: pass("every setting is one that Postfix reads, once"),
    unused: warn("{settings} set, which nothing reads; the default is in effect for what was meant"),
    repeated: warn("{settings} set more than once with different values; the last counts"),
  },
  judge({ seen: { unused, repeated } }, say) {
    return [
      ...(unused.length > 0 ? [say.unused({ settings: listed(unused) })] : []),
      ...(repeated.length > 0 ? [say.repeated({ settings: listed(repeated) })] : []),
      ...(unused.length + repeated.length === 0 ? [say.known()] : []),
    ];
  },
});

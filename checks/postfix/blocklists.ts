import { defineCheck, facts, fail, listed, pass, warn } from "mailworthy";

export default defineCheck({
  id: "postfix/blocklists",
  on: "postfix",
  title: "The blocklists that clients are looked up in are alive and will answer",
  why: "A list that has ended costs each message its time, or blocks everybody once its domain is sold; one that refuses your resolver may do the same.",
  fix: "Take ended lists out, ask Spamhaus through a resolver of your own, and let only the answers count that mean a listing (=127.0.0.[2..11]).",
  refs: ["RFC 5782 §5", "https://www.spamhaus.org/faqs/dnsbl-usage/"],
  needs: { asked: facts.postfixBlocklists },
  verdicts: {
    none: pass("clients are looked up in no blocklist"),
    alive: pass("clients are looked up in {lists}"),
    ended: warn("{list} in {where} {how}; each message waits for it in vain"),
    everything: fail("{list} in {where} {how}; mail of everybody is refused"),
    refused: fail(
      "{list} is asked by way of {resolver}, which it refuses with an answer that {where} takes for a listing",
    ),
    unanswered: warn("{list} is asked by way of {resolver}, which it refuses; it blocks nothing"),
  },
  judge({ asked: { lists, publicResolvers } }, say) {
    if (lists.length === 0) return say.none();
    const resolver = listed(publicResolvers);
    const said = lists.flatMap(({ zone: list, where, ended: how, filtered, spamhaus }) => {
      if (how !== null)
        return [
          /everything/.test(how) && !filtered ? say.everything({ list, where, how }) : say.ended({ list, where, how }),
        ];
      if (!spamhaus || publicResolvers.length === 0) return [];
      // 127.255.255.254 says that the resolver is refused.
      return [filtered ? say.unanswered({ list, resolver }) : say.refused({ list, resolver, where })];
    });
    return said.length > 0 ? said : say.alive({ lists: listed([...new Set(lists.map(({ zone }) => zone))]) });
  },
});

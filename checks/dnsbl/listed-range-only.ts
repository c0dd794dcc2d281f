import { defineCheck, facts, pass, records } from "mailworthy";

export default defineCheck({
  id: "dnsbl/listed-range-only",
  on: "sender",
  title: "Lists of whole networks are told apart from those of single addresses",
  why: "A list of whole networks names an address for what others near it sent, and few receivers reject by it.",
  fix: "Send from another network where receivers of yours do ask such lists.",
  needs: { listings: facts.rangeListings },
  verdicts: {
    clean: pass("in none of {count} lists of networks"),
    listed: pass("within what {list} lists: {meaning}; few receivers reject by it, and nothing here can end it"),
  },
  judge({ listings: { lists, listed } }, say) {
    if (listed.length === 0) return say.clean({ count: lists.length });
    return listed.map(({ list, meanings, answer }) =>
      say.listed({ list, meaning: meanings.map(({ means }) => means) }, records(answer)),
    );
  },
});

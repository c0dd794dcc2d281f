import { defineCheck, facts, pass, records } from "mailworthy";

export default defineCheck({
  id: "dnswl/listed",
  on: "sender",
  title: "Allowlists know the sending addresses or do not",
  why: "Some receivers spare mail from a known good address their spam filter; none requires it.",
  fix: "Register the address with the list, which costs nothing.",
  refs: ["RFC 5782 §2.2"],
  needs: { listings: facts.allowListings },
  verdicts: {
    none: pass("on none of {count} allowlists; none is required"),
    listed: pass("known to {list}: {meaning}"),
  },
  judge({ listings: { lists, listed } }, say) {
    if (listed.length === 0) return say.none({ count: lists.length });
    return listed.map(({ list, meanings, answer }) =>
      say.listed({ list, meaning: meanings.map(({ means }) => means) }, records(answer)),
    );
  },
});

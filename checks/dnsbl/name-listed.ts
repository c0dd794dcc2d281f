import { defineCheck, facts, pass, records, warn } from "mailworthy";

export default defineCheck({
  id: "dnsbl/name-listed",
  on: "sender",
  title: "No name of a sending address is on a blocklist",
  why: "Receivers look up the name that a server greets with, and that of its address, besides those in the mail.",
  fix: "Give the server a name in a domain of yours that is not listed, in PTR and EHLO.",
  refs: ["RFC 5782 §3"],
  needs: { listings: facts.senderNameListings },
  verdicts: {
    clean: pass("{names} on none of {count} lists"),
    listed: warn("its name {name} is listed by {list}: {meaning}; some receivers count it against its mail"),
  },
  judge({ listings: { names, lists, listed } }, say) {
    if (listed.length === 0) return say.clean({ names, count: lists.length });
    return listed.map(({ entry, list, meanings, delist, answer }) => {
      const said = { name: entry, list, meaning: [...new Set(meanings.map(({ means }) => means))] };
      const text = `Give the server another name, or have the owner of ${entry} ask for its removal at ${delist}`;
      return say.listed(said, records(answer), { text });
    });
  },
});

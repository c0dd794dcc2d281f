import { defineCheck, facts, pass, records, warn } from "mailworthy";

export default defineCheck({
  id: "dnsbl/ip-listed",
  on: "sender",
  title: "No sending address is on a blocklist besides Spamhaus ZEN",
  why: "Receivers that ask the list junk or reject what the address sends.",
  fix: "Find and stop what got the address listed, then ask the list to remove it.",
  refs: ["RFC 5782 §2.1", "RFC 5782 §2.4"],
  needs: { listings: facts.listings },
  verdicts: {
    clean: pass("on none of {count} lists"),
    listed: warn("listed by {list}: {meaning}; some receivers count it against its mail"),
  },
  judge({ listings: { lists, listed } }, say, { subject: { name: ip } }) {
    if (listed.length === 0) return say.clean({ count: lists.length });
    return listed.map(({ list, meanings, delist, answer }) => {
      const text = `Stop what got ${ip} listed, then ask for its removal at ${delist}`;
      const said = { list, meaning: [...new Set(meanings.map(({ means }) => means))] };
      return say.listed(said, records(answer), { text });
    });
  },
});

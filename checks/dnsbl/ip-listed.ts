import { defineCheck, fail, facts, pass, records, warn } from "mailworthy";

export default defineCheck({
  id: "dnsbl/ip-listed",
  on: "sender",
  title: "No sending address is on a blocklist",
  why: "Receivers that ask the list reject or junk everything the address sends.",
  fix: "Find and stop what got the address listed, then ask the list to remove it.",
  refs: ["RFC 5782 §2.1", "Google sender guidelines"],
  requirements: ["google-bulk"],
  needs: { listings: facts.listings },
  verdicts: {
    clean: pass("on none of {count} lists"),
    listed: fail("listed by {list}: {meaning}; mainstream receivers reject its mail"),
    weighed: warn("listed by {list}: {meaning}; some receivers count it against its mail"),
  },
  judge({ listings: { lists, listed } }, say, { subject: { name: ip } }) {
    if (listed.length === 0) return say.clean({ count: lists.length });
    return listed.map(({ list, tier, meanings, delist, answer }) => {
      const remedy = meanings.find((one) => one.remedy)?.remedy;
      const text = remedy ?? `Stop what got ${ip} listed, then ask for its removal at ${delist}`;
      const said = { list, meaning: [...new Set(meanings.map(({ means }) => means))] };
      return tier === 1 ? say.listed(said, records(answer), { text }) : say.weighed(said, records(answer), { text });
    });
  },
});

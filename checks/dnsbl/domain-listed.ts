import { defineCheck, fail, facts, pass, records, warn } from "mailworthy";

export default defineCheck({
  id: "dnsbl/domain-listed",
  on: "domain",
  title: "The domain is on no blocklist",
  why: "Receivers that ask the list reject or junk mail that names the domain, whoever sends it.",
  fix: "Find and stop what got the domain listed, then ask the list to remove it.",
  refs: ["RFC 5782 §2.2"],
  role: "sends",
  needs: { listings: facts.domainListings },
  verdicts: {
    clean: pass("on none of {count} lists"),
    listed: fail("listed by {list}: {meaning}; mainstream receivers reject mail that names it"),
    weighed: warn("listed by {list}: {meaning}; some receivers count it against mail that names it"),
  },
  judge({ listings: { lists, listed } }, say, { subject: { name } }) {
    if (listed.length === 0) return say.clean({ count: lists.length });
    return listed.map(({ list, tier, meanings, delist, answer }) => {
      const fix = { text: `Stop what got ${name} listed, then ask for its removal at ${delist}` };
      const said = { list, meaning: [...new Set(meanings.map(({ means }) => means))] };
      return tier === 1 ? say.listed(said, records(answer), fix) : say.weighed(said, records(answer), fix);
    });
  },
});

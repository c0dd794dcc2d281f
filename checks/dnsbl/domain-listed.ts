import { defineCheck, fail, facts, pass, records, warn } from "mailworthy";

export default defineCheck({
  id: "dnsbl/domain-listed",
  on: "domain",
  title: "The domain and its mail hosts are on no blocklist",
  why: "Receivers that ask the list reject or junk mail that names the domain, whoever sends it.",
  fix: "Find and stop what got the domain listed, then ask the list to remove it.",
  refs: ["RFC 5782 §3"],
  role: "sends",
  needs: { listings: facts.mailNameListings },
  verdicts: {
    clean: pass("on none of {count} lists"),
    listed: fail("listed by {list}: {meaning}; mainstream receivers reject mail that names it"),
    weighed: warn("listed by {list}: {meaning}; some receivers count it against mail that names it"),
    host: warn("mail host {name} is listed by {list}: {meaning}; some receivers count it against the domain"),
  },
  judge({ listings: { lists, listed, hosts } }, say, { subject: { name } }) {
    const own = listed.map(({ list, tier, meanings, delist, answer }) => {
      const fix = { text: `Stop what got ${name} listed, then ask for its removal at ${delist}` };
      const said = { list, meaning: [...new Set(meanings.map(({ means }) => means))] };
      return tier === 1 ? say.listed(said, records(answer), fix) : say.weighed(said, records(answer), fix);
    });
    const others = hosts.map(({ entry, list, meanings, delist, answer }) => {
      const said = { name: entry, list, meaning: [...new Set(meanings.map(({ means }) => means))] };
      const text = `Use mail hosts of another name, or have the owner of ${entry} ask for its removal at ${delist}`;
      return say.host(said, records(answer), { text });
    });
    return own.length + others.length > 0 ? [...own, ...others] : say.clean({ count: lists.length });
  },
});

import { defineCheck, fail, facts, pass, records, warn } from "mailworthy";

export default defineCheck({
  id: "msg/link-domains-listed",
  on: "message",
  title: "No link leads to a domain on a blocklist",
  why: "Receivers look up the domains of links, and reject or junk mail that leads to a listed one, whoever sends it.",
  fix: "Take the link out, or have the domain's owner stop what got it listed.",
  refs: ["RFC 5782 §2.2"],
  needs: { links: facts.messageLinkListings },
  verdicts: {
    clean: pass("{count} hosts in links, on none of {lists} lists"),
    listed: fail("{name} is listed by {list}: {meaning}; mainstream receivers reject mail that leads there"),
    weighed: warn("{name} is listed by {list}: {meaning}; some receivers count it against the message"),
  },
  judge({ links: { hosts, left, lists, listed } }, say) {
    if (listed.length === 0) return say.clean({ count: hosts.length, lists: lists.length, ...(left > 0 && { left }) });
    return listed.map(({ name, list, tier, meanings, delist, answer }) => {
      const told = { name, list, meaning: [...new Set(meanings.map(({ means }) => means))] };
      const fix = { text: `Take out links to ${name}, or have it removed at ${delist}` };
      return tier === 1 ? say.listed(told, records(answer), fix) : say.weighed(told, records(answer), fix);
    });
  },
});

import { defineCheck, facts, pass, records } from "mailworthy";

export default defineCheck({
  id: "dnsbl/mx-a-record",
  on: "domain",
  title: "Addresses of mail hosts and of the domain's own name are looked up too",
  why: "A listing counts against what an address sends, so one of a host that only receives, or of a website, hurts no mail.",
  fix: "Declare the address with `--sender` if it does send; its listing then counts.",
  needs: { listings: facts.hostListings },
  verdicts: {
    clean: pass("{addresses} addresses on none of {count} lists"),
    listed: pass("{ip} is listed by {list}: {meaning}; that counts only if it sends"),
  },
  judge({ listings: { addresses, lists, listed } }, say) {
    if (listed.length === 0) return say.clean({ addresses: addresses.length, count: lists.length });
    return listed.map(({ entry: ip, list, meanings, answer }) =>
      say.listed({ ip, list, meaning: [...new Set(meanings.map(({ means }) => means))] }, records(answer)),
    );
  },
});

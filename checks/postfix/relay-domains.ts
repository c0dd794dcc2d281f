import { defineCheck, facts, listed, pass, postconf, settings, warn } from "mailworthy";

export default defineCheck({
  id: "postfix/relay-domains",
  on: "postfix",
  title: "Mail is relayed for domains that are named, and no others",
  why: "With $mydestination in relay_domains, mail for every subdomain is taken, whoever its recipient is.",
  fix: "Leave relay_domains empty, or list the domains that you relay for.",
  refs: ["postconf(5) relay_domains"],
  needs: {
    main: facts.postfixSettings("relay_domains", "mydestination", "compatibility_level"),
    seen: facts.postfixSeen,
  },
  verdicts: {
    named: pass("mail is relayed for {domains}"),
    none: pass("mail is relayed for no domain"),
    subdomains: warn("relay_domains holds the domains of mydestination; mail for all of their subdomains is taken"),
  },
  judge({ main: { relay_domains: relay, mydestination, compatibility_level } }, say) {
    const domains = relay.value.split(/[\s,]+/).filter(Boolean);
    if (domains.length === 0) return say.none();
    const own = mydestination.value.split(/[\s,]+/).filter(Boolean);
    if (own.length === 0 || !own.every((one) => domains.includes(one))) return say.named({ domains: listed(domains) });
    return say.subdomains({}, settings(relay, mydestination, compatibility_level), {
      command: postconf("relay_domains", ""),
    });
  },
});

import { definePreset } from "mailworthy";

export default definePreset({
  name: "recommended",
  title: "What every domain with mail should hold, whoever its correspondents are",
  checks: {
    "*": "on",
    // Mail hosts that only receive need not take mail from users.
    "port/465-587-open": "off",
    // New checks come in with a later version, so that nobody's build breaks overnight; `strict` has them.
    "dns/*": "off",
    "dns/domain-exists": "on",
    "bimi/*": "off",
    "dnssec/*": "off",
    // What a domain publishes must work; whether it should publish it is for `strict` to ask.
    "mta-sts/present": "off",
    "tls-rpt/present": "off",
    "dane/present": "off",
    "env/dnssec-validating-resolver": "off",
    "parked/*": "off",
    "dkim/weak-key-fingerprint": "off",
    "dkim/key-shared": "off",
    "dkim/second-selector": "off",
    "dkim/key-age": "off",
    // They only hint, and each asks for a name of its own.
    "dkim/domainkey-node": "off",
    "dkim/adsp-leftover": "off",
    "mx/null-mx-recommended": "off",
    "mx/wildcard-mx": "off",
    "mx/ipv6": "off",
    "spf/type99": "off",
    "spf/dns-time-budget": "off",
    "spf/string-join": "off",
    "spf/record-size": "off",
    "spf/denies-others": "off",
    "spf/private-network": "off",
    "spf/subdomain-coverage": "off",
    // Others say the same of single addresses and hosts, or of what is declared.
    "mx/ipv6-reachable": "off",
    "mx/microsoft-verification-leftover": "off",
    "mx/expected-hosts": "off",
    "ptr/ipv6": "off",
    "id/from-deliverable": "off",
    // They judge by signs: a domain may send elsewhere, and greet by another name than it sends with.
    "mx/provider-consistency": "off",
    "helo/*": "off",
    "dnsbl/name-listed": "off",
    // It answers only whoever has registered with it.
    "rep/*": "off",
    "smtp/banner-matches-ptr": "off",
    "dmarc/location": "off",
    "dmarc/spf-in-dmarc": "off",
    "dmarc/nonexistent-policy": "off",
    "dmarc/subdomain-own-record": "off",
    "dmarc/intermediate-record-shadow": "off",
    "dmarc/wildcard-inherit": "off",
    "dmarc/psd-tag": "off",
    "dmarc/org-domain-divergence": "off",
    "dmarc/alignment-mode": "off",
    "dmarc/alignment-feasible": "off",
    "dmarc/reject-only-spf": "off",
    "dmarc/rua-deliverable": "off",
    "dmarc/fo-valid": "off",
    // They look at the mail hosts of a domain as a whole.
    "mx/nolisting": "off",
    "mx/all-ips-same-service": "off",
    "mx/preference-sane": "off",
    // Experts differ on them, and the defaults of Postfix are otherwise.
    "postfix/delay-warning": "off",
    "postfix/client-rates": "off",
    "postfix/vrfy": "off",
    "postfix/tls-received": "off",
  },
});

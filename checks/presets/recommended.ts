import { definePreset } from "mailworthy";

export default definePreset({
  name: "recommended",
  title: "What every domain with mail should hold, whoever its correspondents are",
  checks: {
    "*": "on",
    // Mail hosts that only receive need not take mail from users.
    "port/465-587-open": "off",
    // They ask each name server of a domain by itself, or somebody else about it.
    "dns/ns-responding": "off",
    "dns/ns-consistency": "off",
    "dns/ttl-sane": "off",
    "dns/ns-as-diversity": "off",
    // Good practice, without which mail gets there today.
    "dns/soa-at-sender-domain": "off",
    "dns/ns-count": "off",
    "dns/ns-ipv6": "off",
    "dns/soa-timers": "off",
    "dns/wildcard-txt": "off",
    "dns/caa-mail-host": "off",
  },
});

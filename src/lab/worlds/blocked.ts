import type { World } from "../world.js";

/** Its sending address is on a blocklist, and its own hosts will not talk to us: one is busy, one refuses by policy. */
export const blocked: World = {
  name: "blocked",
  title: "on a blocklist, behind hosts that will not talk to us",
  target: { domain: "fabrikam.example", senders: ["203.0.113.25"], selectors: ["mail"] },
  zone: `
    fabrikam.example                    3600 MX    10 mx1.fabrikam.example
    fabrikam.example                    3600 MX    20 mx2.fabrikam.example
    mx1.fabrikam.example                3600 A     203.0.113.25
    mx2.fabrikam.example                3600 A     203.0.113.26
    fabrikam.example                    3600 TXT   "v=spf1 ip4:203.0.113.25 -all"
    mail._domainkey.fabrikam.example    3600 TXT   "v=DKIM1; k=rsa; p=MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEAqzpXhbcDnXGeG6l53GJriZ7VT83Y0gZxYOlzDVZuPCBLGoV90rJsCAemnYNS92gufSMftF5ZX4rPaBfF0d9IlIt/F/TcTOZga02lvmCpASU6qS+DEs/+W6u5ZVkSLT94HtobfAazVt" "Uc3fVnN0bY0umBCaLSxCWFLByxQVHsgvOVadGcMAkyJcuocRW5I2rbyAzGBKoFaYkdrN/IPqGBzAYH6V08va7NZ+NR0oxA8/9md5y7YJG36Psm+04GJhDfBz6Zi35nJ4wxKwX3dflhFwBHajJboIsJJzzjx1k7BwIS4y9Tdy1rA56x8EZyjUjbyE++KNl03J9rmNehut" "h9qQIDAQAB"
    _dmarc.fabrikam.example             3600 TXT   "v=DMARC1; p=quarantine; rua=mailto:postmaster@fabrikam.example"
    25.113.0.203.in-addr.arpa           3600 PTR   mx1.fabrikam.example
    25.113.0.203.zen.spamhaus.org       300  A     127.0.0.2
    25.113.0.203.bl.spamcop.net         300  A     127.0.0.2`,
  hosts: {
    "203.0.113.25": {
      name: "mx1.fabrikam.example",
      greeting: "421 4.7.0 mx1.fabrikam.example too many connections, try later",
    },
    "203.0.113.26": {
      name: "mx2.fabrikam.example",
      greeting: "554 5.7.1 mx2.fabrikam.example your address is blocked by local policy",
    },
  },
};

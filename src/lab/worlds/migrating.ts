import type { World } from "../world.js";

/** Half moved from one provider to another: old hosts closed, an old key gone, DMARC in test mode. */
export const migrating: World = {
  name: "migrating",
  title: "half moved from one provider to another",
  target: { domain: "wingtip.example", senders: ["198.51.100.125"], selectors: ["new", "old"] },
  zone: `
    wingtip.example                     300  MX    10 in.newmail.example
    wingtip.example                     300  MX    20 mx.wingtip.example
    in.newmail.example                  300  A     198.51.100.125
    mx.wingtip.example                  300  A     198.51.100.126
    wingtip.example                     300  TXT   "v=spf1 include:_spf.newmail.example include:_spf.oldmail.example ~all"
    _spf.newmail.example                300  TXT   "v=spf1 ip4:198.51.100.125 -all"
    _spf.oldmail.example                300  TXT   "v=spf1 a:out.oldmail.example mx:oldmail.example -all"
    new._domainkey.wingtip.example      300  CNAME wingtip.dkim.newmail.example
    wingtip.dkim.newmail.example        300  TXT   "v=DKIM1; k=rsa; p=MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEAnB8jZGe9ryca0N2T+svE+bd/PhcseaqbWG+xHrKy4BcXQ7Y+FWiLpr60pOMsImfNCxftrnUbNRrDRgUdWxPke4g3/AdLi3uqMlPBxqLpSYpIJoDR8k51nK80kax0BLgIScp98ZXaIZ" "zd1cbYvOvN/83GFKTFRMF54t5Pfr65wv7lJ7Xfasdqj+Ab2Z8xfPqcHDtYmArhNSGhSERLC4z3Q2wE2mtJe0nTkPo37Y/FdPiC8sf82SHS6WzSCW3wcH1Jh7z+D58z4/vTdjR+d6H3iqtQXaT3lA6HtoBl+fKS1gQcWnadJWu3S5lWjv4v04KIjCRnQvDIN3KodNqZzs" "Z8SQIDAQAB"
    old._domainkey.wingtip.example      300  CNAME wingtip.dkim.oldmail.example
    _dmarc.wingtip.example              300  TXT   "v=DMARC1; p=quarantine; t=y; pct=50; rua=mailto:dmarc@reports.example"
    reports.example                     3600 MX    10 mx1.lucerne-media.example
    125.100.51.198.in-addr.arpa         3600 PTR   in.newmail.example`,
  hosts: {
    "198.51.100.125": { name: "in.newmail.example", certificate: { names: ["*.newmail.example"], until: 12 } },
    "198.51.100.126": "refused",
  },
};

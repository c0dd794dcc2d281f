import type { World } from "../world.js";

/**
 * Broken in ten ways: eleven SPF lookups, an include that is gone, `ptr`, a DKIM key of 1024 bits and one revoked, DMARC
 * that only watches, an MX that is an alias, an expired certificate, a host without STARTTLS, and an address whose
 * reverse name does not lead back.
 */
export const broken: World = {
  name: "broken",
  title: "broken in ten ways",
  target: {
    domain: "northwind.example",
    role: ["sends", "receives"],
    senders: ["198.51.100.25"],
    selectors: ["s1", "old"],
  },
  zone: `
    northwind.example                   3600 MX    10 mx1.northwind.example
    northwind.example                   3600 MX    20 mx2.northwind.example
    northwind.example                   3600 MX    30 backup.northwind.example
    mx1.northwind.example               3600 A     198.51.100.25
    mx2.northwind.example               3600 A     198.51.100.26
    backup.northwind.example            3600 CNAME relay.esp.example
    relay.esp.example                   3600 A     198.51.100.27
    northwind.example                   3600 TXT   "v=spf1 mx ptr include:_spf.google.example include:_spf.esp.example include:_spf.crm.example include:_spf.gone.example ?all"
    _spf.google.example                 3600 TXT   "v=spf1 include:_netblocks.google.example include:_netblocks2.google.example ~all"
    _netblocks.google.example           3600 TXT   "v=spf1 ip4:203.0.113.0/26 ~all"
    _netblocks2.google.example          3600 TXT   "v=spf1 ip4:203.0.113.64/26 ~all"
    _spf.esp.example                    3600 TXT   "v=spf1 a:relay.esp.example ~all"
    _spf.crm.example                    3600 TXT   "v=spf1 include:a.crm.example include:b.crm.example ~all"
    a.crm.example                       3600 TXT   "v=spf1 ip4:203.0.113.128/27 ~all"
    b.crm.example                       3600 TXT   "v=spf1 ip4:203.0.113.160/27 ~all"
    s1._domainkey.northwind.example     3600 TXT   "v=DKIM1; k=rsa; p=MIGfMA0GCSqGSIb3DQEBAQUAA4GNADCBiQKBgQCp5Tfz5hNGcgYNVVWONjfloPmHveV2qUa5j7H72Ed4ls+5QRoTRXsOuj+SumVMajuHVqKtIy4JXNFoGTPoApndS6Nj2U5rMnTLk4e71rZdeBvV1huKQtRhJEpxLfND/eAE0Y69m+A78FAH3P" "r39bxabkjS39M/5vDV23cQPEREsQIDAQAB"
    old._domainkey.northwind.example    3600 TXT   "v=DKIM1; p="
    _dmarc.northwind.example            3600 TXT   "v=DMARC1; p=none"
    25.100.51.198.in-addr.arpa          3600 PTR   host-198-51-100-25.dynamic.isp.example`,
  hosts: {
    "198.51.100.25": { name: "mx1.northwind.example", keywords: ["AUTH PLAIN LOGIN"] },
    "198.51.100.26": {
      name: "mx2.northwind.example",
      certificate: { names: ["mx2.northwind.example"], from: -92, until: -2 },
    },
    "198.51.100.27": { name: "relay.esp.example", certificate: { names: ["relay.esp.example"], alone: true } },
  },
};

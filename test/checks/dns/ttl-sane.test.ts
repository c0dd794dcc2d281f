import { testCheck } from "mailworthy/testing";
import check from "../../../checks/dns/ttl-sane.js";
import { zoneWith } from "./zones.js";

testCheck(check, {
  sane: [
    { zone: zoneWith("example.com 3600 MX 10 mx1.example.com\nexample.com 300 TXT here") },
    // counted down by the resolver, which says nothing of the zone
    { zone: zoneWith("; ttl-left 5\nexample.com 3600 MX 10 mx1.example.com") },
    { zone: zoneWith("example.com 30 MX 10 mx1.example.com"), options: { least: 30 } },
  ],
  long: [
    { zone: zoneWith("example.com 604800 MX 10 mx1.example.com") },
    { zone: zoneWith(`; ttl-left 300\n_dmarc.example.com 172800 TXT "v=DMARC1; p=none"`) },
  ],
  short: { zone: zoneWith("example.com 10 TXT here") },
  skip: [{ zone: "" }, { zone: `example.com CNAME www.example.net\nwww.example.net 5 TXT here` }],
  inconclusive: [
    { zone: `example.com TXT !timeout` },
    { zone: `example.com TXT here` },
    { zone: zoneWith("example.com TXT here\n@192.0.2.53 * * !timeout\n@192.0.2.54 * * !timeout") },
  ],
});

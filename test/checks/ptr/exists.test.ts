import { testCheck } from "mailworthy/testing";
import check from "../../../checks/ptr/exists.js";

const target = { senders: ["192.0.2.25"] };
const v6 = `5.2.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.8.b.d.0.1.0.0.2.ip6.arpa PTR mail.example.com`;

testCheck(check, {
  exists: [
    { zone: `25.2.0.192.in-addr.arpa PTR mail.example.com`, target },
    { zone: v6, target: { senders: ["2001:DB8::25"] } },
    {
      zone: `
        25.2.0.192.in-addr.arpa CNAME 25.0-63.2.0.192.in-addr.arpa
        25.0-63.2.0.192.in-addr.arpa PTR mail.example.com`,
      target,
    },
    {
      zone: `
        example.com MX 10 mx.example.com
        mx.example.com A 192.0.2.25
        25.2.0.192.in-addr.arpa PTR mx.example.com`,
      target: { senders: ["mx"] },
    },
  ],
  none: [
    { zone: "", target },
    { zone: `25.2.0.192.in-addr.arpa TXT "mail.example.com"`, target },
    { zone: `example.com TXT "v=spf1 ip4:192.0.2.25 -all"`, target: { senders: ["spf"] } },
  ],
  skip: { zone: `example.com MX 10 mx.example.com\nmx.example.com A 192.0.2.25` },
  inconclusive: [
    { zone: `25.2.0.192.in-addr.arpa PTR !servfail`, target },
    { zone: `example.com MX !timeout`, target: { senders: ["mx"] } },
  ],
});

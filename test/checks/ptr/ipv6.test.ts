import { testCheck } from "mailworthy/testing";
import check from "../../../checks/ptr/ipv6.js";

const target = { senders: ["2001:db8::25"] };
const at = `5.2.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.8.b.d.0.1.0.0.2.ip6.arpa`;
const named = `${at} PTR mx1.example.com\nmx1.example.com AAAA 2001:db8::25`;

testCheck(check, {
  complete: { zone: `${named}\nexample.com TXT "v=spf1 ip6:2001:db8::25 -all"`, target },
  unnamed: { zone: `example.com TXT "v=spf1 ip6:2001:db8::25 -all"`, target },
  unconfirmed: [
    { zone: `${at} PTR mx1.example.com\nmx1.example.com A 192.0.2.25`, target },
    { zone: `${at} PTR mx1.example.com\nmx1.example.com AAAA 2001:db8::26`, target },
  ],
  unauthorised: [
    { zone: `${named}\nexample.com TXT "v=spf1 -all"`, target },
    { zone: named, target },
  ],
  skip: [{ zone: "", target: { senders: ["192.0.2.25"] } }, { zone: "" }],
  inconclusive: [
    { zone: `${at} PTR !timeout`, target },
    { zone: `${at} PTR mx1.example.com\nmx1.example.com AAAA !timeout`, target },
    { zone: `${named}\nexample.com TXT !timeout`, target },
  ],
});

import { testCheck } from "mailworthy/testing";
import check from "../../../checks/ptr/fcrdns.js";

const target = { senders: ["192.0.2.25"] };
const ptr = `25.2.0.192.in-addr.arpa PTR mail.example.com`;
const two = `${ptr}\n25.2.0.192.in-addr.arpa PTR other.example.com`;
const v6 = `5.2.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.8.b.d.0.1.0.0.2.ip6.arpa PTR mail.example.com`;

testCheck(check, {
  confirmed: [
    { zone: `${ptr}\nmail.example.com A 192.0.2.25`, target },
    { zone: `${ptr}\nmail.example.com A 192.0.2.25\nmail.example.com AAAA !servfail`, target },
    { zone: `${two}\nmail.example.com A !servfail\nother.example.com A 192.0.2.25`, target },
    { zone: `${v6}\nmail.example.com AAAA 2001:db8:0:0::25`, target: { senders: ["2001:db8::25"] } },
  ],
  nowhere: [
    { zone: ptr, target },
    { zone: `${ptr}\nmail.example.com AAAA 2001:db8::25`, target },
    { zone: `${v6}\nmail.example.com A 192.0.2.25`, target: { senders: ["2001:db8::25"] } },
  ],
  elsewhere: { zone: `${ptr}\nmail.example.com A 192.0.2.26`, target },
  skip: [{ zone: "", target }, { zone: ptr }],
  inconclusive: [
    { zone: `25.2.0.192.in-addr.arpa PTR !timeout`, target },
    { zone: `${ptr}\nmail.example.com A !servfail`, target },
    { zone: `${two}\nmail.example.com A 192.0.2.26\nother.example.com A !timeout`, target },
    { zone: `${ptr}\nmail.example.com A 198.51.100.9\nmailworthy-q7x3vz9k2m.invalid A 198.51.100.9`, target },
  ],
});

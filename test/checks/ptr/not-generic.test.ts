import { testCheck } from "mailworthy/testing";
import check from "../../../checks/ptr/not-generic.js";

const target = { senders: ["192.0.2.25"] };
const ptr = (name: string): { zone: string; target: typeof target } => ({
  zone: `25.2.0.192.in-addr.arpa PTR ${name}`,
  target,
});
const two = `${ptr("dhcp7.example.net").zone}\n${ptr("mail.example.com").zone}`;

testCheck(check, {
  chosen: [
    ptr("mail.example.com"),
    ptr("mail25.example.com"),
    ptr("mail.dyn.com"),
    ptr("static.example.com"),
    ptr("dsl.example.com"),
    ptr("mail-192.example.com"),
    { zone: two, target },
  ],
  generic: [
    ptr("192-0-2-25.example.net"),
    ptr("25.2.0.192.static.example.net"),
    ptr("host192.000.002.025.example.net"),
    ptr("c0000219.example.net"),
    ptr("dhcp-7.example.net"),
    ptr("m12.dyn.example.net"),
    {
      zone: `5.2.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.8.b.d.0.1.0.0.2.ip6.arpa PTR 2001-db8--25.example.net`,
      target: { senders: ["2001:db8::25"] },
    },
  ],
  skip: { zone: "", target },
  inconclusive: { zone: `25.2.0.192.in-addr.arpa PTR !servfail`, target },
});

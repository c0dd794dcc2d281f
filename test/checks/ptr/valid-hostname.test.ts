import { testCheck } from "mailworthy/testing";
import check from "../../../checks/ptr/valid-hostname.js";

const target = { senders: ["192.0.2.25"] };
const ptr = (name: string): { zone: string; target: typeof target } => ({
  zone: `25.2.0.192.in-addr.arpa PTR ${name}`,
  target,
});

testCheck(check, {
  valid: [ptr("mail.example.com"), ptr("1-2.example.com")],
  underscore: ptr("mail_1.example.com"),
  address: ptr("192.0.2.25"),
  localhost: ptr("localhost"),
  short: ptr("mail"),
  malformed: [
    ptr("mail..example.com"),
    ptr("-mail.example.com"),
    ptr("\\027[31m.example.com"),
    ptr("mail.example.123"),
  ],
  skip: { zone: "", target },
  inconclusive: { zone: `25.2.0.192.in-addr.arpa PTR !servfail`, target },
});

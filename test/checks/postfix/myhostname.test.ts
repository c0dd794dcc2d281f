import { testCheck } from "mailworthy/testing";
import check from "../../../checks/postfix/myhostname.js";
import { copied, postfix } from "./configuration.js";

const zone = (ptr: string) =>
  `mail.example.org A 192.0.2.1\nmail.example.org AAAA !none\n1.2.0.192.in-addr.arpa PTR ${ptr}`;

testCheck(check, {
  known: [
    { ...postfix(), zone: zone("mail.example.org") },
    { ...postfix("relayhost = [smtp.example.net]"), zone: zone("else.example") },
  ],
  bare: [postfix("myhostname = vm"), postfix("myhostname = mail.local"), postfix("myhostname = localhost.localdomain")],
  relayed: postfix("myhostname = vm\nrelayhost = [smtp.example.net]"),
  unresolved: { ...postfix(), zone: "example.org TXT x" },
  oneWay: { ...postfix(), zone: zone("host-1.example.net") },
  inconclusive: [{ ...postfix(), zone: "mail.example.org A !timeout" }, copied("compatibility_level = 3.6")],
});

import { testCheck } from "mailworthy/testing";
import check from "../../../checks/helo/matches-ptr.js";
import { greetingAs, silent, unseen } from "./sender.js";

const ptr = `25.2.0.192.in-addr.arpa PTR mx1.example.com`;

testCheck(check, {
  matches: greetingAs("MX1.example.com", ptr),
  other: greetingAs("mail.example.com", ptr),
  skip: [unseen, greetingAs("mx1.example.com"), greetingAs("mailserver", ptr)],
  inconclusive: [silent, greetingAs("mx1.example.com", `25.2.0.192.in-addr.arpa PTR !timeout`)],
});

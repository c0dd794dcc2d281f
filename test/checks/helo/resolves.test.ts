import { testCheck } from "mailworthy/testing";
import check from "../../../checks/helo/resolves.js";
import { greetingAs, silent, unseen } from "./sender.js";

testCheck(check, {
  resolves: greetingAs("mx1.example.com"),
  nowhere: greetingAs("mail.example.com"),
  skip: [unseen, greetingAs("[192.0.2.25]"), greetingAs("mailserver")],
  inconclusive: [silent, greetingAs("mail.example.com", "mail.example.com A !timeout")],
});

import { testCheck } from "mailworthy/testing";
import check from "../../../checks/helo/spf.js";
import { greetingAs, silent, unseen } from "./sender.js";

testCheck(check, {
  published: greetingAs("mx1.example.com", `mx1.example.com TXT "v=spf1 a -all"`),
  none: [greetingAs("mx1.example.com"), greetingAs("mx1.example.com", "mx1.example.com TXT here")],
  skip: [unseen, greetingAs("mailserver")],
  inconclusive: [silent, greetingAs("mx1.example.com", "mx1.example.com TXT !timeout")],
});

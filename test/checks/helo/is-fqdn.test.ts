import { testCheck } from "mailworthy/testing";
import check from "../../../checks/helo/is-fqdn.js";
import { greetingAs, silent, unseen } from "./sender.js";

testCheck(check, {
  qualified: greetingAs("mx1.example.com"),
  literal: greetingAs("[192.0.2.25]"),
  bare: [greetingAs("mailserver"), greetingAs("localhost")],
  skip: [unseen, { zone: "" }, { ...silent, smtp: { "192.0.2.25:25": "!refused" } }],
  inconclusive: [silent, { ...silent, zone: "example.com MX !timeout" }],
});

import { testCheck } from "mailworthy/testing";
import check from "../../../checks/smtp/greeting-delay.js";
import { mailHost } from "../mail-host.js";

const after = (ms: number): string => `
  wait ${ms}
  S: 220 mx1.example.com
  C: EHLO *
  S: 250 mx1.example.com`;

testCheck(check, {
  prompt: [mailHost(after(80)), mailHost(after(10_000)), { ...mailHost(after(20_000)), options: { tarpit: 25 } }],
  tarpit: mailHost(after(15_000)),
  skip: [mailHost("!refused"), mailHost("S: 554 No SMTP service here")],
  inconclusive: [mailHost(after(31_000)), mailHost("S: 421 busy")],
});

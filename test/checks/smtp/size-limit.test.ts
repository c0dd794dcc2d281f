import { testCheck } from "mailworthy/testing";
import check from "../../../checks/smtp/size-limit.js";
import { mailHost, secured } from "../mail-host.js";

const size = (text: string) => mailHost(`S: 220 mx1.example.com\nC: EHLO *\nS: 250-mx1.example.com\nS: 250 ${text}`);
const inside = (text: string) =>
  mailHost(secured("TLS: mx1.example.com", `C: EHLO *\nS: 250-mx1.example.com\nS: 250 ${text}`));

testCheck(check, {
  enough: [
    size("SIZE 10240000"),
    size(`SIZE 1${"0".repeat(30)}`),
    inside("SIZE 52428800"),
    { ...size("SIZE 5000000"), options: { min: 5 } },
  ],
  unlimited: [size("SIZE"), size("SIZE 0"), size("8BITMIME"), size("SIZE lots")],
  small: [size("SIZE 1000000"), inside("SIZE 9999999")],
  skip: mailHost("!refused"),
  inconclusive: [mailHost("S: 220 mx1.example.com\nC: EHLO *\n!reset"), mailHost(secured("!timeout"))],
});

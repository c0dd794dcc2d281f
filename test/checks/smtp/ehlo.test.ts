import { testCheck } from "mailworthy/testing";
import check from "../../../checks/smtp/ehlo.js";
import { mailHost } from "../mail-host.js";

const greeted = (rest: string) => mailHost(`S: 220 mx1.example.com\nC: EHLO *\n${rest}`);

testCheck(check, {
  extended: [greeted("S: 250-mx1.example.com\nS: 250-size 1000\nS: 250 8BITMIME")],
  bare: greeted("S: 250 mx1.example.com"),
  old: [
    greeted("S: 502 command not implemented\nC: HELO *\nS: 250 mx1.example.com"),
    greeted("S: 500 5.5.1 unrecognized\nC: HELO *\nS: 250 mx1.example.com"),
  ],
  neither: greeted("S: 502 no\nC: HELO *\nS: 502 command not implemented"),
  skip: [mailHost("!refused"), mailHost("S: SSH-2.0-OpenSSH_9.9"), { zone: "example.com MX 0 ." }],
  inconclusive: [
    mailHost("S: 421 4.7.0 too many connections"),
    greeted("S: 421 4.3.2 closing"),
    greeted("S: 450 4.7.1 greylisted"),
    greeted("S: 550 5.7.1 your address is on a list"),
    greeted("S: 501 5.5.4 invalid domain name\nC: HELO *\nS: 250 mx1.example.com"),
    greeted("S: 502 5.7.0 denied by policy\nC: HELO *\nS: 250 mx1.example.com"),
    greeted("S: 500 no\nC: HELO *\nS: 421 too many errors"),
    greeted("!reset"),
    greeted("wait 21000\nS: 250 late"),
  ],
});

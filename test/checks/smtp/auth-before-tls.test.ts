import { testCheck } from "mailworthy/testing";
import check from "../../../checks/smtp/auth-before-tls.js";
import { mailHost, secured } from "../mail-host.js";

const offering = (line: string) =>
  mailHost(`S: 220 mx1.example.com\nC: EHLO *\nS: 250-mx1.example.com\nS: 250 ${line}`);

testCheck(check, {
  none: [
    offering("8BITMIME"),
    mailHost(secured("TLS: mx1.example.com", "C: EHLO *\nS: 250-mx1.example.com\nS: 250 AUTH PLAIN LOGIN")),
    mailHost("S: 220 mx1.example.com\nC: EHLO *\nS: 502 no\nC: HELO *\nS: 250 mx1.example.com"),
  ],
  hashed: offering("AUTH SCRAM-SHA-256 CRAM-MD5"),
  plain: [offering("AUTH CRAM-MD5 PLAIN"), offering("auth=login")],
  skip: mailHost("!refused"),
  inconclusive: mailHost("S: 220 mx1.example.com\nC: EHLO *\nS: 421 busy"),
});

import { testCheck } from "mailworthy/testing";
import check from "../../../checks/tls/starttls-offered.js";
import { mailHost, secured, upTo } from "../mail-host.js";

const listing = (...lines: string[]) =>
  mailHost(
    `S: 220 mx1.example.com\nC: EHLO *\nS: 250-mx1.example.com\n${lines.map((line) => `S: ${line}`).join("\n")}`,
  );

testCheck(check, {
  offered: [mailHost(secured("TLS: mx1.example.com")), mailHost(upTo("S: 454 later")), mailHost(upTo("!reset"))],
  missing: [
    listing("250 8BITMIME"),
    mailHost("S: 220 mx1.example.com\nC: EHLO *\nS: 250 mx1.example.com"),
    mailHost("S: 220 mx1.example.com\nC: EHLO *\nS: 502 no\nC: HELO *\nS: 250 mx1.example.com"),
  ],
  masked: listing("250 XXXXXXXA"),
  skip: [{ zone: "example.com MX 0 ." }, mailHost("!refused"), mailHost("S: 554 No SMTP service here")],
  inconclusive: [
    mailHost("!timeout"),
    mailHost("S: 421 4.7.0 too many connections"),
    mailHost("S: 554 5.7.1 access denied"),
    mailHost("S: 220 mx1.example.com\nC: EHLO *\nS: 421 4.7.0 too many connections"),
    mailHost("S: 220 mx1.example.com\nC: EHLO *\n!reset"),
    mailHost("S: 220 mx1.example.com\nS: 421 shutting down\nC: EHLO *"),
  ],
});

import { testCheck } from "mailworthy/testing";
import check from "../../../checks/smtp/banner-matches-ptr.js";
import { host, mailHost } from "../mail-host.js";

const row = (rest: string) => ({
  ...mailHost("S: 220 mx1.example.com ESMTP\nC: EHLO *\nS: 250 mx1.example.com"),
  zone: `${host}\n${rest}`,
});

testCheck(check, {
  matches: row("25.2.0.192.in-addr.arpa PTR mx1.example.com"),
  other: row("25.2.0.192.in-addr.arpa PTR host25.provider.example"),
  unnamed: row(""),
  skip: [mailHost("!refused"), { zone: "example.com MX 0 ." }],
  inconclusive: [mailHost("S: 421 busy"), row("25.2.0.192.in-addr.arpa PTR !timeout")],
});

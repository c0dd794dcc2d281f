import { testCheck } from "mailworthy/testing";
import check from "../../../checks/smtp/banner-hostname-fqdn.js";
import { mailHost } from "../mail-host.js";

const greeting = (line: string) => mailHost(`S: ${line}\nC: EHLO *\nS: 250 hello`);

testCheck(check, {
  full: [
    greeting("220 mx1.example.com ESMTP"),
    greeting("220 [192.0.2.25]"),
    greeting("220 [IPv6:2001:db8::25] ready"),
  ],
  short: [
    greeting("220 localhost ESMTP"),
    greeting("220 ESMTP ready"),
    greeting("220 192.0.2.25 ESMTP"),
    greeting("220 mx_1.example.com"),
  ],
  none: greeting("220"),
  masked: greeting("220 ****************0*************"),
  skip: [mailHost("!refused"), mailHost("S: 554 No SMTP service here")],
  inconclusive: [mailHost("S: 421 busy"), mailHost("!timeout")],
});

import { testCheck } from "mailworthy/testing";
import check from "../../../checks/tls/version-legacy.js";
import { mailHost, secured } from "../mail-host.js";

const modern = secured("TLS: mx1.example.com");
const answering = (legacy: string) => mailHost(modern, { legacy });

testCheck(check, {
  refused: [answering(secured("TLS: !alert protocol_version", "")), answering(secured("!reset", ""))],
  accepted: answering(secured("TLS: mx1.example.com version=TLSv1")),
  skip: [
    mailHost("S: 220 mx1.example.com\nC: EHLO *\nS: 250 mx1.example.com"),
    mailHost(secured("TLS: !alert protocol_version", ""), {
      permissive: secured("TLS: mx1.example.com version=TLSv1"),
    }),
  ],
  inconclusive: [
    answering(secured("!tls", "")),
    answering(secured("!timeout", "")),
    answering("S: 421 4.7.0 too many connections"),
    answering("!timeout"),
    answering("!refused"),
    answering("S: 220 mx1.example.com\nC: EHLO *\nS: 250 mx1.example.com"),
    mailHost(secured("!reset", "")),
  ],
});

import { testCheck } from "mailworthy/testing";
import check from "../../../checks/tls/version-modern.js";
import { mailHost, secured } from "../mail-host.js";

const outdated = secured("TLS: !alert protocol_version", "");

testCheck(check, {
  modern: [mailHost(secured("TLS: mx1.example.com")), mailHost(secured("TLS: mx1.example.com version=TLSv1.2"))],
  old: mailHost(outdated, { permissive: secured("TLS: mx1.example.com version=TLSv1.1") }),
  skip: [
    mailHost("S: 220 mx1.example.com\nC: EHLO *\nS: 250 mx1.example.com"),
    mailHost(outdated, { permissive: outdated }),
  ],
  inconclusive: [mailHost(secured("!timeout", "")), mailHost(outdated, { permissive: secured("!reset", "") })],
});

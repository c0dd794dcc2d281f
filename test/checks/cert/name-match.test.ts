import { testCheck } from "mailworthy/testing";
import check from "../../../checks/cert/name-match.js";
import { mailHost, secured } from "../mail-host.js";
import { under } from "../mta-sts/policy.js";

const showing = (tls: string) => mailHost(secured(`TLS: ${tls}`));

testCheck(check, {
  named: [showing("mx1.example.com"), showing("MX1.example.com"), showing("*.example.com, other.example")],
  other: [
    under("testing", showing("other.example")),
    under("unknown", showing("other.example")),
    showing("example.com"),
    showing("mx1.example.com.example.net"),
    showing("*.mx1.example.com"),
    showing("other.example trust=incomplete"),
  ],
  commonName: [showing("- cn=mx1.example.com"), showing("other.example cn=mx1.example.com")],
  none: [showing("- cn=Mailserver"), showing("192.0.2.25 cn=-")],
  refused: [under("enforce", showing("other.example")), under("enforce", showing("- cn=mx1.example.com"))],
  skip: [showing("other.example trust=self-signed"), mailHost("!refused")],
  inconclusive: [mailHost("S: 421 busy"), mailHost(secured("!timeout", ""))],
});

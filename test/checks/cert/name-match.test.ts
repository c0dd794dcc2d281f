import { testCheck } from "mailworthy/testing";
import check from "../../../checks/cert/name-match.js";
import { mailHost, secured } from "../mail-host.js";
import { other, own, showing as vouched, unsure } from "../dane/hosts.js";
import { under } from "../mta-sts/policy.js";

const showing = (tls: string) => mailHost(secured(`TLS: ${tls}`));

const authority = `\nTLS+: - cn="Test CA" spki=${other}`;

testCheck(check, {
  named: [showing("mx1.example.com"), showing("MX1.example.com"), showing("*.example.com, other.example")],
  other: [
    under("testing", showing("other.example")),
    under("unknown", showing("other.example")),
    showing("example.com"),
    showing("mx1.example.com.example.net"),
    showing("*.mx1.example.com"),
    showing("other.example trust=incomplete"),
    vouched(`example.com spki=${own}${authority}`, `2 1 1 ${other}`), // the mail domain will do
    vouched(`other.example spki=${own}`, `3 1 1 ${other}`), // nothing fits, so nothing is vouched for
    unsure(`other.example spki=${own}`),
  ],
  commonName: [
    vouched(`- cn=mx1.example.com spki=${own}${authority}`, `2 1 1 ${other}`),
    showing("- cn=mx1.example.com"),
    showing("other.example cn=mx1.example.com"),
  ],
  none: [showing("- cn=Mailserver"), showing("192.0.2.25 cn=-")],
  refused: [
    under("enforce", vouched(`other.example spki=${own}`, `3 1 1 ${own}`)),
    under("enforce", showing("other.example")),
    under("enforce", showing("- cn=mx1.example.com")),
  ],
  pinned: [
    vouched(`other.example spki=${own}`, `3 1 1 ${own}`),
    under("testing", vouched(`other.example spki=${own}`, `3 1 1 ${own}`)),
  ],
  untrusted: [
    vouched(`other.example spki=${own}${authority}`, `2 1 1 ${other}`),
    vouched(`other.example cn=mx1.example.com spki=${own}${authority}`, `2 1 1 ${other}`),
    vouched(`- cn=- spki=${own}${authority}`, `2 1 1 ${other}`),
  ],
  skip: [showing("other.example trust=self-signed"), mailHost("!refused")],
  inconclusive: [mailHost("S: 421 busy"), mailHost(secured("!timeout", ""))],
});

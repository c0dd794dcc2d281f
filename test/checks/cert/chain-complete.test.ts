import { testCheck } from "mailworthy/testing";
import check from "../../../checks/cert/chain-complete.js";
import { other, own, showing as vouched } from "../dane/hosts.js";
import { mailHost, secured } from "../mail-host.js";
import { under } from "../mta-sts/policy.js";

const showing = (tls: string) => mailHost(secured(`TLS: mx1.example.com ${tls}`));

const pinned = vouched(`mx1.example.com spki=${own} trust=incomplete`, `3 1 1 ${own}`);

testCheck(check, {
  complete: [showing("chain=2"), showing("trust=untrusted-root"), showing("trust=purpose chain=3")],
  incomplete: [
    showing("trust=incomplete"),
    under("testing", showing("trust=incomplete")),
    under("unknown", showing("trust=incomplete")),
    showing("trust=incomplete\nTLS+: - cn=Low issuer=High"),
  ],
  pinned: [
    pinned,
    vouched(`mx1.example.com spki=${own} trust=incomplete\nTLS+: - cn="Test CA" spki=${other}`, `2 1 1 ${other}`),
  ],
  refused: [under("enforce", showing("trust=incomplete")), under("enforce", pinned)],
  skip: [showing("trust=self-signed"), mailHost("!refused")],
  inconclusive: [mailHost("S: 421 busy"), mailHost(secured("!timeout", ""))],
});

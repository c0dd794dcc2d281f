import { testCheck } from "mailworthy/testing";
import check from "../../../checks/cert/chain-complete.js";
import { mailHost, secured } from "../mail-host.js";
import { under } from "../mta-sts/policy.js";

const showing = (tls: string) => mailHost(secured(`TLS: mx1.example.com ${tls}`));

testCheck(check, {
  complete: [showing("chain=2"), showing("trust=untrusted-root"), showing("trust=purpose chain=3")],
  incomplete: [
    showing("trust=incomplete"),
    under("testing", showing("trust=incomplete")),
    under("unknown", showing("trust=incomplete")),
    showing("trust=incomplete\nTLS+: - cn=Low issuer=High"),
  ],
  refused: under("enforce", showing("trust=incomplete")),
  skip: [showing("trust=self-signed"), mailHost("!refused")],
  inconclusive: [mailHost("S: 421 busy"), mailHost(secured("!timeout", ""))],
});

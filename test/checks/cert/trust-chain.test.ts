import { testCheck } from "mailworthy/testing";
import check from "../../../checks/cert/trust-chain.js";
import { mailHost, secured } from "../mail-host.js";
import { under } from "../mta-sts/policy.js";

const trust = (problem: string) => mailHost(secured(`TLS: mx1.example.com trust=${problem}`));

testCheck(check, {
  trusted: [
    trust("ok"),
    under("enforce", trust("ok")),
    under("unknown", trust("ok")),
    mailHost(secured("TLS: other.example until 2025-01-01")),
  ],
  unknown: [
    trust("untrusted-root"),
    under("testing", trust("untrusted-root")),
    under("unknown", trust("untrusted-root")),
  ],
  broken: [trust("bad-signature"), trust("not-a-ca"), trust("purpose")],
  refused: [under("enforce", trust("untrusted-root")), under("enforce", trust("bad-signature"))],
  skip: [trust("self-signed"), trust("incomplete"), mailHost("!refused")],
  inconclusive: [mailHost("S: 421 busy"), mailHost(secured("!reset", ""))],
});

import { testCheck } from "mailworthy/testing";
import check from "../../../checks/cert/trust-chain.js";
import { mailHost, secured } from "../mail-host.js";

const trust = (problem: string) => mailHost(secured(`TLS: mx1.example.com trust=${problem}`));

testCheck(check, {
  trusted: [trust("ok"), mailHost(secured("TLS: other.example until 2025-01-01"))],
  unknown: trust("untrusted-root"),
  broken: [trust("bad-signature"), trust("not-a-ca"), trust("purpose")],
  skip: [trust("self-signed"), trust("incomplete"), mailHost("!refused")],
  inconclusive: [mailHost("S: 421 busy"), mailHost(secured("!reset", ""))],
});

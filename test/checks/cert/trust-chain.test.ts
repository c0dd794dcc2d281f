import { testCheck } from "mailworthy/testing";
import check from "../../../checks/cert/trust-chain.js";
import { mailHost, secured } from "../mail-host.js";
import { other, own, showing, unsure } from "../dane/hosts.js";
import { under } from "../mta-sts/policy.js";

const trust = (problem: string) => mailHost(secured(`TLS: mx1.example.com trust=${problem}`));

const vouched = (problem: string, record: string) =>
  showing(`mx1.example.com spki=${own} trust=${problem}\nTLS+: - cn="Test CA" spki=${other}`, record);

testCheck(check, {
  trusted: [
    trust("ok"),
    under("enforce", trust("ok")),
    under("unknown", trust("ok")),
    mailHost(secured("TLS: other.example until 2025-01-01")),
  ],
  unknown: [
    vouched("untrusted-root", `3 1 1 ${other}`),
    unsure(`mx1.example.com spki=${own} trust=untrusted-root`),
    trust("untrusted-root"),
    under("testing", trust("untrusted-root")),
    under("unknown", trust("untrusted-root")),
  ],
  pinned: [
    vouched("untrusted-root", `3 1 1 ${own}`),
    vouched("bad-signature", `3 1 1 ${own}`),
    vouched("untrusted-root", `2 1 1 ${other}`),
  ],
  broken: [vouched("bad-signature", `2 1 1 ${other}`), trust("bad-signature"), trust("not-a-ca"), trust("purpose")],
  refused: [
    under("enforce", vouched("untrusted-root", `3 1 1 ${own}`)),
    under("enforce", trust("untrusted-root")),
    under("enforce", trust("bad-signature")),
  ],
  skip: [trust("self-signed"), trust("incomplete"), mailHost("!refused")],
  inconclusive: [mailHost("S: 421 busy"), mailHost(secured("!reset", ""))],
});

import { testCheck } from "mailworthy/testing";
import check from "../../../checks/cert/self-signed.js";
import { mailHost, secured } from "../mail-host.js";
import { under } from "../mta-sts/policy.js";

const trust = (problem: string) => mailHost(secured(`TLS: mx1.example.com trust=${problem}`));

testCheck(check, {
  issued: [trust("ok"), trust("incomplete"), trust("untrusted-root")],
  self: [trust("self-signed"), under("testing", trust("self-signed")), under("unknown", trust("self-signed"))],
  refused: under("enforce", trust("self-signed")),
  skip: [mailHost("!refused"), mailHost("S: 220 mx1.example.com\nC: EHLO *\nS: 250 mx1.example.com")],
  inconclusive: [mailHost("S: 421 busy"), mailHost(secured("!reset", ""))],
});

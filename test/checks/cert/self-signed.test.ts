import { testCheck } from "mailworthy/testing";
import check from "../../../checks/cert/self-signed.js";
import { mailHost, secured } from "../mail-host.js";
import { other, own, showing, unsure } from "../dane/hosts.js";
import { under } from "../mta-sts/policy.js";

const trust = (problem: string) => mailHost(secured(`TLS: mx1.example.com trust=${problem}`));

const pinned = (key: string) => showing(`mx1.example.com spki=${own} trust=self-signed`, `3 1 1 ${key}`);

testCheck(check, {
  issued: [trust("ok"), trust("incomplete"), trust("untrusted-root")],
  self: [
    pinned(other),
    unsure(`mx1.example.com spki=${own} trust=self-signed`),
    trust("self-signed"),
    under("testing", trust("self-signed")),
    under("unknown", trust("self-signed")),
  ],
  pinned: [pinned(own), under("testing", pinned(own))],
  refused: [under("enforce", trust("self-signed")), under("enforce", pinned(own))],
  skip: [mailHost("!refused"), mailHost("S: 220 mx1.example.com\nC: EHLO *\nS: 250 mx1.example.com")],
  inconclusive: [mailHost("S: 421 busy"), mailHost(secured("!reset", ""))],
});

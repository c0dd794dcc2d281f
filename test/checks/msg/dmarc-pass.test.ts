import { testCheck } from "mailworthy/testing";
import check from "../../../checks/msg/dmarc-pass.js";
import { about, letter, received, signed, signer } from "../../mail.js";

const own = signer();
const foreign = signer("esp.example", "k1", "ed25519");
const policy = `_dmarc.example.com TXT "v=DMARC1; p=reject"`;
const allows = `example.com TXT "v=spf1 ip4:192.0.2.25 -all"`;
const signedByOwn = await signed(letter(received()), [own]);

testCheck(check, {
  passes: [
    { ...about(letter(received())), zone: `${policy}\n${allows}` },
    { ...about(signedByOwn), zone: `${policy}\n${own.record}` },
    // One aligned pass is enough, whatever cannot be learnt of the other.
    { ...about(signedByOwn), zone: `${policy}\n${own.record}\nexample.com TXT !timeout` },
    // Before it is sent a pass rests on DKIM.
    { ...about(await signed(letter(), [own])), zone: `${policy}\n${own.record}` },
  ],
  fails: [
    { ...about(letter(received())), zone: policy },
    { ...about(await signed(letter(received()), [foreign])), zone: `${policy}\n${foreign.record}` },
    {
      ...about(letter({ ...received(), "Return-Path": "<x@esp.example>" })),
      zone: `${policy}\nesp.example TXT "v=spf1 ip4:192.0.2.25 -all"`,
    },
  ],
  outdated: { ...about(signedByOwn), zone: policy, now: "2026-02-01" },
  unprotected: { ...about(letter(received())), zone: allows },
  skip: [
    { ...about(letter()), zone: policy },
    about(letter({ From: "" })),
    about(letter({ From: "a@example.com, b@example.org" })),
  ],
  inconclusive: [
    { ...about(signedByOwn), zone: `${policy}\ns1._domainkey.example.com TXT !timeout` },
    { ...about(letter(received())), zone: `${policy}\nexample.com TXT !servfail` },
    { ...about(letter(received())), zone: `${allows}\n_dmarc.example.com TXT !timeout` },
  ],
});

import { testCheck } from "mailworthy/testing";
import check from "../../../checks/msg/spf-pass.js";
import { about, letter, received, signed, signer } from "../../mail.js";

const came = about(letter(received()));
const own = signer();
const cameSigned = about(await signed(letter(received()), [own]));
const foreign = signer("list.example", "a1");
const cameSealed = about(await signed(letter(received()), [foreign]));
const spf = (record: string): string => `example.com TXT "${record}"`;

testCheck(check, {
  passes: [
    { ...came, zone: spf("v=spf1 ip4:192.0.2.25 -all") },
    // A bounce is judged by the name in EHLO.
    {
      ...about(letter({ ...received(), "Return-Path": "<>" })),
      zone: `out.example.com TXT "v=spf1 ip4:192.0.2.25 -all"`,
    },
    { ...about(letter(), { ip: "192.0.2.9", mailFrom: "a@example.com" }), zone: spf("v=spf1 ip4:192.0.2.9 -all") },
  ],
  refused: [
    { ...came, zone: spf("v=spf1 ip4:192.0.2.99 -all") },
    // A signature that verifies, of a domain that the author has nothing to do with.
    { ...cameSealed, zone: `${spf("v=spf1 -all")}\n${foreign.record}` },
    { ...cameSigned, zone: spf("v=spf1 -all") },
  ],
  forwarded: { ...cameSigned, zone: `${spf("v=spf1 ip4:192.0.2.99 -all")}\n${own.record}` },
  lost: { ...cameSigned, zone: spf("v=spf1 -all"), now: "2026-02-01" },
  brokenSigned: [
    { ...cameSigned, zone: `${spf("v=spf1 ipv4:192.0.2.1 -all")}\n${own.record}` },
    { ...cameSigned, zone: spf("v=spf1 ipv4:192.0.2.1 -all"), now: "2026-02-01" },
  ],
  doubted: [
    { ...came, zone: spf("v=spf1 ~all") },
    { ...came, zone: "" },
  ],
  broken: { ...came, zone: spf("v=spf1 ipv4:192.0.2.1 -all") },
  skip: [
    // From inside, what SPF says proves nothing.
    ...["127.0.0.1", "10.0.0.25", "::1", "fe80::1"].map((ip) => ({
      ...about(letter(), { ip, mailFrom: "a@example.com" }),
      zone: spf("v=spf1 -all"),
    })),
    about(letter()),
    about(letter({ Received: received()["Received"]! })),
  ],
  inconclusive: [
    { ...came, zone: "example.com TXT !timeout" },
    // Whether DKIM speaks for it is what matters then.
    { ...cameSigned, zone: `${spf("v=spf1 -all")}\ns1._domainkey.example.com TXT !timeout` },
  ],
});

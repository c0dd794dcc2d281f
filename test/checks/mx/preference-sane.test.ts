import { testCheck } from "mailworthy/testing";
import check from "../../../checks/mx/preference-sane.js";

const zone = (rest = "") => `
  example.com MX 10 mx1.example.com
  example.com MX 20 mx2.example.com
  mx1.example.com A 192.0.2.25
  mx2.example.com A 192.0.2.26
  ${rest}`;
const tls =
  "S: 220 mx ESMTP\nC: EHLO *\nS: 250-mx\nS: 250 STARTTLS\nC: STARTTLS\nS: 220 go\nTLS: mx\nC: EHLO *\nS: 250 mx";
const plain = "S: 220 mx ESMTP\nC: EHLO *\nS: 250 mx";
const tlsa = (host: string) => `_25._tcp.${host} TLSA 3 1 1 ${"00".repeat(32)}\n`;
const world = (first: string, second: string, rest?: string) => ({
  zone: zone(rest),
  smtp: { "mx1.example.com:25": first, "mx2.example.com:25": second },
});
const [one, two] = ["mx1.example.com", "mx2.example.com"];

testCheck(check, {
  alike: [
    world(tls, tls),
    world(plain, plain),
    world(plain, tls),
    world(tls, tls, tlsa(one) + tlsa(two)),
    world(tls, tls, tlsa(two)),
    world(tls, "!refused"),
  ],
  starttls: [world(tls, plain), world(tls, plain, `_25._tcp.${two} TLSA !timeout`)],
  tlsa: [world(tls, tls, tlsa(one)), world(plain, plain, tlsa(one))],
  skip: [
    { zone: "example.com MX 10 mx1.example.com" },
    { zone: "example.com MX 10 mx1.example.com\nexample.com MX 10 mx2.example.com" },
    { zone: "example.com MX 0 ." },
  ],
  inconclusive: [
    world("!timeout", tls),
    world(tls, "!timeout"),
    world("S: 421 busy", plain),
    world(tls, tls, `_25._tcp.${one} TLSA !timeout`),
    { zone: "example.com MX !timeout" },
  ],
});

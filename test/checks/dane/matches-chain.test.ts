import { examine, testCheck } from "mailworthy/testing";
import { expect, it } from "vitest";
import check from "../../../checks/dane/matches-chain.js";
import { mailHost, secured } from "../mail-host.js";
import { bogus, unsigned, unvalidated } from "../dnssec/zones.js";
import { going, other, own, showing, tlsa } from "./hosts.js";

const shown = `spki=${own} sha256=${own}`;
const authority = `\nTLS+: - cn="Test CA" spki=${other} sha256=${other}`;

testCheck(check, {
  key: [
    showing(`mx1.example.com ${shown}`, `3 1 1 ${own}`),
    // neither name nor dates nor who issued it matter
    showing(`elsewhere.example ${shown} until 2025-01-01 trust=self-signed`, `3 1 1 ${own}`),
    showing(`mx1.example.com ${shown}`, `3 1 1 ${other}`, `3 1 1 ${own}`),
    showing(`mx1.example.com ${shown}`, `3 0 1 ${own}`, `2 1 1 ${other}`),
    showing(`mx1.example.com ${shown} trust=bad-signature${authority}`, `3 1 1 ${own}`, `2 1 1 ${other}`),
  ],
  issuer: [
    showing(`mx1.example.com ${shown}${authority}`, `2 1 1 ${other}`),
    showing(`mx1.example.com ${shown} trust=untrusted-root${authority}`, `2 0 1 ${other}`, `3 1 1 ${"33".repeat(32)}`),
  ],
  none: [
    showing(`mx1.example.com ${shown}`, `3 1 1 ${other}`),
    showing(`mx1.example.com ${shown}`, `3 0 1 ${other}`, `1 1 1 ${own}`),
    // an authority's key is not the host's own, nor is the host's that of an authority
    showing(`mx1.example.com ${shown}${authority}`, `3 1 1 ${other}`),
    showing(`mx1.example.com ${shown}`, `3 1 1 ${other}`, `2 1 1 ${own}`),
    // not on the way up from the certificate
    showing(`mx1.example.com ${shown} issuer=Elsewhere${authority}`, `3 1 1 ${"33".repeat(32)}`, `2 1 1 ${other}`),
  ],
  skip: [
    showing("mx1.example.com"),
    showing(`mx1.example.com ${shown}`, `1 1 1 ${own}`),
    showing(`mx1.example.com ${shown}`, `2 1 1 ${other}`),
    { ...mailHost(secured("TLS: mx1.example.com")), ...unsigned(tlsa(`3 1 1 ${other}`)) },
    { ...showing("mx1.example.com", `3 1 1 ${other}`), smtp: { "mx1.example.com:25": "!refused" } },
    going("S: 502 no", `3 1 1 ${own}`),
    going("!timeout"),
  ],
  inconclusive: [
    going("!timeout", `3 1 1 ${own}`),
    { ...mailHost(secured("TLS: mx1.example.com")), ...unvalidated(tlsa(`3 1 1 ${other}`)) },
    {
      ...mailHost(secured("TLS: mx1.example.com")),
      ...bogus("_tcp.mx1.example.com", `; secure example.com\n${tlsa(`3 1 1 ${own}`)}`),
    },
    showing(`mx1.example.com ${shown} trust=bad-signature${authority}`, `2 1 1 ${other}`),
  ],
});

it("prints the record to publish", async () => {
  const { results } = await examine(check, showing(`mx1.example.com ${shown}`, `3 1 1 ${other}`));
  expect(results[0]!.findings[0]!.fix).toMatchObject({ to: `_25._tcp.mx1.example.com. IN TLSA 3 1 1 ${own}` });
});

import { examine, testCheck } from "mailworthy/testing";
import { expect, it } from "vitest";
import check from "../../../checks/dnssec/bogus.js";
import { bogus, rrsig, signed, unlinked, unsigned, unvalidated } from "./zones.js";

const policy = `_dmarc.example.com TXT "v=DMARC1; p=none"`;
const stale = rrsig("_dmarc.example.com", "TXT", "20251101000000", "20251201000000");
const current = rrsig("_dmarc.example.com", "TXT", "20251201000000", "20260201000000");

testCheck(check, {
  sound: [signed(), signed(policy), bogus("elsewhere.example.com", "; secure example.com")],
  bogus: [
    bogus("example.com"),
    bogus("example.com 9"),
    bogus("_dmarc.example.com 6", policy),
    bogus("_dmarc.example.com", `${policy}\n${stale}`),
    bogus("example.com 22", `${policy}\n${stale}`),
    bogus("_dmarc.example.com 6", `${policy}\n_dmarc.example.com A !timeout`),
  ],
  skip: [unsigned(), unlinked(), { zone: "" }],
  inconclusive: [
    unvalidated(),
    // A failure that may have passed: nothing but CD tells of signatures.
    bogus("_dmarc.example.com", `; secure example.com\n${policy}`),
    bogus("_dmarc.example.com", `${policy}\n${current}`),
    // The resolver reached no server.
    bogus("example.com 22"),
    // Nobody holds an unsigned zone to signatures.
    unsigned("; bogus example.com"),
    unlinked("; bogus example.com 6"),
    signed("example.com MX !servfail"),
    signed("example.com TXT !timeout"),
    { zone: "example.com * !timeout" },
  ],
});

it("says since when, where the signatures tell", async () => {
  const { results } = await examine(check, bogus("_dmarc.example.com", `${policy}\n${stale}`));
  expect(results[0]!.findings.map(({ text }) => text)).toEqual([
    "_dmarc.example.com TXT is withheld: its signature ended on 2025-12-01; resolvers that validate answer SERVFAIL",
  ]);
});

import { examine, testCheck } from "mailworthy/testing";
import { expect, it } from "vitest";
import check from "../../../checks/dnssec/domain-signed.js";
import { bogus, key, signed, unlinked, unsigned, unvalidated } from "./zones.js";

testCheck(check, {
  secure: signed(),
  said: { ...signed(), here: {} },
  unlinked: [unlinked(), { zone: `; validating\nexample.com SOA a b 1 2 3 4 5\nexample.com DNSKEY ${key}` }],
  above: {
    zone: `; validating
      example.com SOA a.example b.example 1 2 3 4 5
      example.com DNSKEY ${key}
      sub.example.com SOA a.example b.example 1 2 3 4 5
      sub.example.com DS 1 13 2 ${"ab".repeat(32)}
      sub.example.com DNSKEY ${key}`,
    target: { domain: "sub.example.com" },
  },
  unsigned: [
    unsigned(),
    { zone: unsigned().zone!.replace("; validating", "") },
    { zone: "example.com SOA a b 1 2 3 4 5" },
  ],
  skip: bogus("example.com"),
  inconclusive: [
    unvalidated(),
    { ...unvalidated(), here: { trustAd: true } },
    { zone: unlinked().zone!.replace("; validating", "") },
    // the resolver validates the root and not this zone, though it is vouched for
    { zone: `; validating\n${unvalidated().zone}` },
    { zone: "example.com MX !servfail" },
    { zone: `${unsigned().zone}\nexample.com DS !timeout` },
    { zone: "example.com * !timeout" },
    { zone: "" },
  ],
});

it("prints the DS record that the parent lacks", async () => {
  const { results } = await examine(
    check,
    unlinked("example.com DNSKEY 256 3 13 AAAA\nexample.com DNSKEY 385 3 13 AAAA"),
  );
  expect(results[0]!.findings[0]!.fix).toEqual({
    text: "Have the registrar of example.com publish it.",
    to: expect.stringMatching(/^example\.com\. IN DS \d+ 13 2 [0-9a-f]{64}$/),
  });
});

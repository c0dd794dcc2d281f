import { examine, testCheck } from "mailworthy/testing";
import { expect, it } from "vitest";
import check from "../../../checks/parked/subdomains.js";

const below = (...records: string[]) => ({
  zone: ["example.com MX 0 .", ...records.map((record) => `*.example.com ${record}`)].join("\n"),
});

testCheck(check, {
  closed: below("A 192.0.2.1", "MX 0 .", 'TXT "v=spf1 -all"'),
  open: [
    below("A 192.0.2.1"),
    below("AAAA 2001:db8::1", "MX 0 ."),
    below("A 192.0.2.1", 'TXT "v=spf1 -all"'),
    below("A 192.0.2.1", "MX 10 mx.example.net", 'TXT "v=spf1 -all"'),
    below("A 192.0.2.1", "MX 0 .", 'TXT "v=spf1 ~all"'),
  ],
  skip: [{ zone: "example.com MX 0 ." }, { zone: `example.com MX 10 mx1.example.com\nmx1.example.com A 192.0.2.25` }],
  inconclusive: below("A !timeout"),
});

it("says what is missing", async () => {
  const { results } = await examine(check, below("A 192.0.2.1"));
  expect(results[0]!.findings[0]!.data).toEqual({ missing: "MX 0 . and v=spf1 -all" });
});

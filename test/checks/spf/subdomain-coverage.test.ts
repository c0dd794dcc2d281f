import { testCheck } from "mailworthy/testing";
import { expect, it } from "vitest";
import check from "../../../checks/spf/subdomain-coverage.js";
import { examine } from "../../../src/testing/test-check.js";

const below = (name: string, zone: string) => ({ zone, target: { mailFrom: [name] } });

testCheck(check, {
  covered: below("bounce.example.com", `bounce.example.com TXT "v=spf1 mx -all"`),
  none: [
    below("bounce.example.com", `example.com TXT "v=spf1 mx -all"\nbounce.example.com A 192.0.2.1`),
    below("gone.example.com", ``),
  ],
  several: below("b.example.com", `b.example.com TXT "v=spf1 mx -all"\nb.example.com TXT "v=spf1 a -all"`),
  skip: { zone: `example.com TXT "v=spf1 mx -all"` },
  inconclusive: below("b.example.com", `b.example.com TXT !timeout`),
});

it("shows the record to publish", async () => {
  const { results } = await examine(check, below("bounce.example.com", ``));
  expect(results[0]!.findings[0]!.fix).toEqual({ to: `bounce.example.com. TXT "v=spf1 redirect=example.com"` });
});

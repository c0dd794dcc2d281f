import { examine, testCheck } from "mailworthy/testing";
import { expect, it } from "vitest";
import check from "../../../checks/mailworthy/waiver-ended.js";

const waivers = [
  { check: "tls/*", on: "mx.example.com", reason: "the appliance is replaced in March", until: "2026-03-31" },
];

testCheck(check, {
  holds: [
    { waivers, now: "2026-01-01" },
    { waivers, now: "2026-03-31T23:59:59Z" },
  ],
  ended: [
    { waivers, now: "2026-04-01" },
    { waivers, now: "2027-01-01" },
  ],
});

it("names what counts again, and why it was borne", async () => {
  const { results } = await examine(check, { waivers, now: "2026-04-01" });
  expect(results).toMatchObject([
    {
      subject: { kind: "waiver", name: "tls/* on mx.example.com" },
      findings: [{ text: "ended on 2026-03-31; tls/* counts again (the appliance is replaced in March)" }],
    },
  ]);
});

import { expect, it } from "vitest";
import { examine, testCheck } from "mailworthy/testing";
import check from "../../../checks/dmarc/rua-present.js";

const at = (...texts: string[]): { zone: string } => ({
  zone: texts
    .map((text) => `_dmarc.example.com TXT "${text}"`)
    .concat("example.com MX 10 mx1.example.com")
    .join("\n"),
});
const none = { zone: `example.com MX 10 mx1.example.com` };
const silent = { zone: `_dmarc.example.com TXT !timeout` };

testCheck(check, {
  asked: [at("v=DMARC1; p=none; rua=mailto:a@example.com"), at("v=DMARC1; p=none; rua=x")],
  none: at("v=DMARC1; p=none; ruf=mailto:a@example.com"),
  skip: [none, { ...at("v=DMARC1; p=reject"), target: { role: ["parked"] } }],
  inconclusive: { ...silent, target: { role: ["sends"] } },
});

it("prints the record to publish", async () => {
  const { results } = await examine(check, at("v=DMARC1; p=none"));
  expect(results[0]!.findings[0]!.fix).toMatchObject({ to: "v=DMARC1; p=none; rua=mailto:dmarc-reports@example.com" });
});

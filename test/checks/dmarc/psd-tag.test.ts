import { expect, it } from "vitest";
import { examine, testCheck } from "mailworthy/testing";
import check from "../../../checks/dmarc/psd-tag.js";

const record = (name: string, text: string): string => `_dmarc.${name} TXT "${text}"\n`;
const world = (domain: string, ...zone: string[]) => ({ zone: zone.join("\n"), target: { domain } });
const at = (text: string) => world("example.com", record("example.com", text));

testCheck(check, {
  unset: [at("v=DMARC1; p=none"), at("v=DMARC1; p=none; psd=u")],
  boundary: at("v=DMARC1; p=none; psd=n"),
  suffix: [
    world("co.uk", record("co.uk", "v=DMARC1; p=none; psd=y")),
    world("github.io", record("github.io", "v=DMARC1; p=none; psd=y")),
  ],
  ordinary: at("v=DMARC1; p=none; psd=y"),
  skip: world("example.com", "example.com MX 10 mx1.example.com"),
  inconclusive: world("example.com", "_dmarc.example.com TXT !timeout"),
});

it("prints the record to publish", async () => {
  const { results } = await examine(check, at("v=DMARC1; p=none; psd=y"));
  expect(results[0]!.findings[0]!.fix).toMatchObject({ to: "v=DMARC1; p=none" });
});

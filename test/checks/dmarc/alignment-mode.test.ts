import { expect, it } from "vitest";
import { examine, testCheck } from "mailworthy/testing";
import check from "../../../checks/dmarc/alignment-mode.js";

const at = (text: string, target = {}) => ({ zone: `_dmarc.example.com TXT "${text}"`, target });
const bounces = { mailFrom: ["bounce.example.com"] };
const signed = { signing: ["mail.example.com"] };

testCheck(check, {
  relaxed: [at("v=DMARC1; p=none"), at("v=DMARC1; p=none", { ...bounces, ...signed })],
  strict: [
    at("v=DMARC1; p=none; adkim=s; aspf=s"),
    at("v=DMARC1; p=none; aspf=s", { mailFrom: ["example.com"] }),
    at("v=DMARC1; p=none; aspf=s", signed),
    at("v=DMARC1; p=none; adkim=s", bounces),
    // What never aligns is not shut out by this.
    at("v=DMARC1; p=none; aspf=s", { mailFrom: ["esp.example"] }),
  ],
  excluding: [at("v=DMARC1; p=none; aspf=s", bounces), at("v=DMARC1; p=none; adkim=s; aspf=s", signed)],
  skip: [{ zone: "" }, at("v=DMARC1")],
  inconclusive: { zone: "_dmarc.example.com TXT !timeout" },
});

it("prints the record to publish", async () => {
  const { results } = await examine(check, at("v=DMARC1; p=none; adkim=s; aspf=s", bounces));
  expect(results[0]!.findings[0]!.fix).toMatchObject({ to: "v=DMARC1; p=none; adkim=s" });
});

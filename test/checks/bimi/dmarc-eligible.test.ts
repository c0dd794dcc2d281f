import { examine, testCheck } from "mailworthy/testing";
import { expect, it } from "vitest";
import check from "../../../checks/bimi/dmarc-eligible.js";
import { claiming, logoUrl, silent, unclaimed } from "./brand.js";

const claim = claiming(`v=BIMI1; l=${logoUrl}`);
const under = (record: string) => ({ zone: claim.zone!.replace("v=DMARC1; p=reject", record) });
const below = (record: string, own = "") => ({
  zone: `${under(record).zone}\nnews.example.com MX 10 mx1.example.com\n${own}`,
  target: { domain: "news.example.com" },
});
const own = (record: string): string => `_dmarc.news.example.com TXT "${record}"`;

testCheck(check, {
  eligible: [
    claim,
    under("v=DMARC1; p=quarantine; pct=100; sp=reject"),
    under("v=DMARC1; p=reject; pct=20"),
    below("v=DMARC1; p=quarantine"),
    below("v=DMARC1; p=reject", own("v=DMARC1; p=quarantine")),
  ],
  none: [under("v=DMARC1"), { zone: claim.zone!.replace("_dmarc.example.com", "dmarc.example.com") }],
  watching: [
    under("v=DMARC1; p=none"),
    below("v=DMARC1; p=none", own("v=DMARC1; p=reject")),
    below("v=DMARC1; p=reject; sp=none"),
  ],
  subdomains: under("v=DMARC1; p=reject; sp=none"),
  partial: under("v=DMARC1; p=quarantine; pct=50"),
  testing: under("v=DMARC1; p=reject; t=y"),
  skip: [unclaimed, claiming("v=BIMI1; l=;")],
  inconclusive: [silent, { zone: claim.zone!.replace(/_dmarc.*/, "_dmarc.example.com TXT !timeout") }],
});

it("prints the record to publish", async () => {
  const { results } = await examine(check, under("v=DMARC1; p=none; rua=mailto:a@example.com"));
  expect(results[0]!.findings[0]!.fix!.to).toBe("v=DMARC1; p=quarantine; rua=mailto:a@example.com");
});

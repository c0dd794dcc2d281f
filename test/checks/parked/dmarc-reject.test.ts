import { examine, testCheck } from "mailworthy/testing";
import { expect, it } from "vitest";
import check from "../../../checks/parked/dmarc-reject.js";

const under = (record: string) => ({ zone: `example.com MX 0 .\n_dmarc.example.com TXT "${record}"` });

testCheck(check, {
  reject: [under("v=DMARC1; p=reject"), under("v=DMARC1; p=reject; sp=reject; np=reject")],
  weak: [under("v=DMARC1; p=none"), under("v=DMARC1; p=quarantine; sp=reject")],
  subdomains: [under("v=DMARC1; p=reject; sp=none"), under("v=DMARC1; p=reject; np=quarantine")],
  testing: under("v=DMARC1; p=reject; t=y"),
  skip: [{ zone: "example.com MX 0 ." }, { zone: `example.com MX 10 mx1.example.com\nmx1.example.com A 192.0.2.25` }],
  inconclusive: { zone: "example.com MX 0 .\n_dmarc.example.com TXT !timeout" },
});

it("prints the record to publish", async () => {
  const { results } = await examine(check, under("v=DMARC1; p=reject; sp=none; rua=mailto:a@example.com; t=y"));
  expect(results[0]!.findings[0]!.fix!.to).toBe("v=DMARC1; p=reject; rua=mailto:a@example.com");
});

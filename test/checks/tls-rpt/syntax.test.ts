import { examine, testCheck } from "mailworthy/testing";
import { expect, it } from "vitest";
import check from "../../../checks/tls-rpt/syntax.js";
import { reporting, silent } from "./record.js";

testCheck(check, {
  good: [
    reporting("v=TLSRPTv1; rua=mailto:a@example.com,https://example.com/tls"),
    reporting("v=TLSRPTv1;rua=mailto:a@example.com;future=1"),
  ],
  dropped: [
    reporting("v=TLSRPTv1; rua=mailto:a@example.com,ftp://example.com/"),
    reporting("v=TLSRPTv1; rua=mailto:a@example.com; x"),
  ],
  broken: [
    reporting("v=TLSRPTv1;"),
    reporting("v=TLSRPTv1; rua=a@example.com"),
    reporting("v=TLSRPTv1; rua=http://example.com/"),
  ],
  skip: [reporting(), reporting("v=TLSRPTv1; rua=mailto:a@example.com", "v=TLSRPTv1; rua=mailto:b@example.com")],
  inconclusive: silent,
});

it("prints the record without what senders skip", async () => {
  const { results } = await examine(check, reporting("v=TLSRPTv1; rua=mailto:a@example.com,ftp://example.com/"));
  expect(results[0]!.findings[0]!.fix!.to).toBe("v=TLSRPTv1; rua=mailto:a@example.com");
});

import * as fc from "fast-check";
import { expect, it } from "vitest";
import { looksLikeTlsReport, parseTlsReportRecord } from "../../src/syntax/tls-rpt.js";

it.each(["v=TLSRPTv1;rua=mailto:a@example.com", "v=TLSRPTv1; rua=mailto:a@example.com , https://b.example/x; ext=1;"])(
  "takes %s",
  (text) => expect(parseTlsReportRecord(text)?.faults).toEqual([]),
);

it.each(["", "v=TLSRPTv2; rua=mailto:a@example.com", "v=tlsrptv1; rua=x", "rua=mailto:a@example.com; v=TLSRPTv1"])(
  "does not take %j",
  (text) => expect(parseTlsReportRecord(text)).toBeNull(),
);

it.each([
  ["v=TLSRPTv1", "rua= is missing"],
  ["v=TLSRPTv1; rua=a@example.com", 'in rua, "a@example.com" lacks mailto:'],
  ["v=TLSRPTv1; rua=ftp://x.example/", 'in rua, "ftp://x.example/" is neither mailto: nor https:'],
])("says what is wrong with %s", (text, message) => {
  const record = parseTlsReportRecord(text)!;
  expect(record.faults.map(({ message }) => message)).toEqual([message]);
  expect(record.rua).toEqual([]);
});

it("never throws", () => {
  fc.assert(fc.property(fc.string({ unit: "binary" }), (text) => void parseTlsReportRecord(`v=TLSRPTv1;${text}`)));
});

it.each([
  ["v=tlsrptv1; rua=mailto:a@example.com", true],
  ["v=TLSRPT1; rua=mailto:a@example.com", true],
  ["v=TLSRPTv1; rua=mailto:a@example.com", false],
  ["v=spf1 -all", false],
])("%j was meant as a record: %s", (text, is) => expect(looksLikeTlsReport(text)).toBe(is));

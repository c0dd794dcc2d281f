import { testCheck } from "mailworthy/testing";
import { expect, it } from "vitest";
import check from "../../../checks/spf/single-record.js";
import { examine } from "../../../src/testing/test-check.js";

testCheck(check, {
  single: [{ zone: `example.com TXT "v=spf1 -all"` }, { zone: `example.com TXT "v=spf1 -all"\nexample.com TXT "x"` }],
  several: [
    { zone: `example.com TXT "v=spf1 mx -all"\nexample.com TXT "v=spf1 a ~all"` },
    { zone: `example.com TXT "v=spf1 mx -all"\nexample.com TXT "v=spf1"` },
  ],
  skip: [{ zone: `example.com TXT "v=spf10 -all"` }, { zone: `` }],
  inconclusive: { zone: `example.com TXT !timeout` },
});

it.each([
  ["v=spf1 mx -all", "v=spf1 a mx ~all", "v=spf1 mx a ~all"],
  ["v=spf1 mx", "v=spf1 a", "v=spf1 mx a ~all"],
  ["v=spf1 mx -all", "v=spf1 redirect=a.example", undefined],
  ["v=spf1 -a mx -all", "v=spf1 a -all", undefined],
  ["v=spf1 foo -all", "v=spf1 a -all", undefined],
])("%s and %s make %s", async (one, other, to) => {
  const { results } = await examine(check, { zone: `example.com TXT "${one}"\nexample.com TXT "${other}"` });
  expect(results[0]?.findings[0]?.fix?.to).toBe(to);
});

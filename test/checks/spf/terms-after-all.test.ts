import { testCheck } from "mailworthy/testing";
import { expect, it } from "vitest";
import check from "../../../checks/spf/terms-after-all.js";
import { examine } from "../../../src/testing/test-check.js";

testCheck(check, {
  none: [{ zone: `example.com TXT "v=spf1 mx -all exp=a.example"` }, { zone: `example.com TXT "v=spf1 mx"` }],
  ignored: [{ zone: `example.com TXT "v=spf1 -all mx"` }, { zone: `example.com TXT "v=spf1 mx ~all -all"` }],
  skip: { zone: `` },
  inconclusive: { zone: `example.com TXT !timeout` },
});

it("moves all to the end", async () => {
  const { results } = await examine(check, { zone: `example.com TXT "v=spf1 mx ~all a -all exp=b.example"` });
  expect(results[0]?.findings[0]?.fix?.to).toBe("v=spf1 mx a exp=b.example ~all");
});

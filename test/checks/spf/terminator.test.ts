import { testCheck } from "mailworthy/testing";
import { expect, it } from "vitest";
import check from "../../../checks/spf/terminator.js";
import { examine } from "../../../src/testing/test-check.js";

const record = (terms: string, more = ""): { zone: string } => ({ zone: `example.com TXT "v=spf1 ${terms}"\n${more}` });

testCheck(check, {
  closed: [
    record("mx -all"),
    record("mx ~ALL"),
    record("redirect=b.example", `b.example TXT "v=spf1 -all"`),
    record("include:b.example -all", "b.example TXT !timeout"),
  ],
  everyone: [record("mx +all"), record("all"), record("redirect=b.example", `b.example TXT "v=spf1 +all"`)],
  neutral: record("mx ?all"),
  missing: [record("mx"), record("redirect=b.example", `b.example TXT "v=spf1 mx"`)],
  skip: [{ zone: `` }, record("redirect=b.example"), record("redirect=%{l}.example")],
  inconclusive: [{ zone: `example.com TXT !timeout` }, record("redirect=b.example", "b.example TXT !servfail")],
});

it.each([
  ["v=spf1 mx", "v=spf1 mx ~all"],
  ["v=spf1 mx +all", "v=spf1 mx ~all"],
  ["v=spf1 ?all exp=a.example", "v=spf1 ~all exp=a.example"],
])("%s becomes %s", async (from, to) => {
  const { results } = await examine(check, { zone: `example.com TXT "${from}"` });
  expect(results[0]?.findings[0]?.fix).toEqual({ from, to });
});

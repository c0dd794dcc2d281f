import { testCheck } from "mailworthy/testing";
import { expect, it } from "vitest";
import check from "../../../checks/spf/string-join.js";
import { examine } from "../../../src/testing/test-check.js";

const strings = (...parts: string[]): { zone: string } => ({
  zone: `example.com TXT ${parts.map((part) => `"${part}"`).join(" ")}`,
});

testCheck(check, {
  one: [strings("v=spf1 mx -all"), strings("v=spf1 foo")],
  joined: [
    strings("v=spf1 include:a.exam", "ple -all"),
    strings("v=spf1 include:a.example ", "include:b.example -all"),
    strings("v=spf1 include:a.example", " -all"),
    strings("v=spf1 a:al", "l.example -all"),
    strings("v=spf1 mx -", "all"),
    strings("v=spf1 include:foo.ex", "a -all"),
  ],
  lost: [
    strings("v=spf1 include:a.example", "include:b.example -all"),
    strings("v=spf1 mx", "include:b.example -all"),
    strings("v=spf1 ip4:192.0.2.1", "ip4:192.0.2.2", "-all"),
    strings("v=spf1 include:a.example", "~all"),
    strings("v=spf1 include:a.example", "-all"),
  ],
  skip: { zone: `` },
  inconclusive: { zone: `example.com TXT !timeout` },
});

it("shows the record with the blank", async () => {
  const { results } = await examine(check, strings("v=spf1 mx", "include:b.example -all"));
  expect(results[0]!.findings[0]!.fix).toEqual({
    from: "v=spf1 mxinclude:b.example -all",
    to: "v=spf1 mx include:b.example -all",
  });
});

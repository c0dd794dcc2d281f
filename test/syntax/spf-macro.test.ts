import { describe, expect, it } from "vitest";
import { expandMacros, macroLetters, parseMacros, printMacros } from "../../src/syntax/spf-macro.js";

const values: Record<string, string> = {
  s: "strong-bad@email.example.com",
  l: "strong-bad",
  o: "email.example.com",
  d: "email.example.com",
  i: "192.0.2.3",
  p: "mx.example.org",
  v: "in-addr",
  h: "mail.example.org",
};

function expanded(text: string): string {
  const parsed = parseMacros(text);
  return parsed.ok ? expandMacros(parsed.value, (letter) => values[letter]!) : `${parsed.at}: ${parsed.error}`;
}

describe("expansion (RFC 7208 §7.4)", () => {
  it.each([
    ["%{s}", "strong-bad@email.example.com"],
    ["%{o}", "email.example.com"],
    ["%{d4}", "email.example.com"],
    ["%{d3}", "email.example.com"],
    ["%{d2}", "example.com"],
    ["%{d1}", "com"],
    ["%{dr}", "com.example.email"],
    ["%{d2r}", "example.email"],
    ["%{l}", "strong-bad"],
    ["%{l-}", "strong.bad"],
    ["%{lr}", "strong-bad"],
    ["%{lr-}", "bad.strong"],
    ["%{l1r-}", "strong"],
    ["%{ir}.%{v}._spf.%{d2}", "3.2.0.192.in-addr._spf.example.com"],
    ["%{lr-}.lp._spf.%{d2}", "bad.strong.lp._spf.example.com"],
    ["%{lr-}.lp.%{ir}.%{v}._spf.%{d2}", "bad.strong.lp.3.2.0.192.in-addr._spf.example.com"],
    ["%{d2}.trusted-domains.example.net", "example.com.trusted-domains.example.net"],
    ["%{S}", "strong-bad%40email.example.com"],
    ["a%%b%_c%-d", "a%b c%20d"],
    ["%{d99999999999999999999}", "email.example.com"],
  ])("%s is %s", (text, outcome) => expect(expanded(text)).toBe(outcome));
});

describe("faults", () => {
  it.each([
    ["%", '0: a "%" stands alone; a percent sign is written "%%"'],
    ["a%(d)", '1: a "%" stands alone; a percent sign is written "%%"'],
    ["%{d", '0: a macro has no closing "}"'],
    ["%{}", '0: "%{}" names no macro'],
    ["%{x}", '0: "%{x}": there is no macro "x"'],
    ["%{c}", '0: "%{c}" is for explanations only'],
    ["%{d0}", '0: "%{d0}" keeps no part'],
    ["%{dr2}", '0: "%{dr2}": "2" is no delimiter'],
    ["%{d*}", '0: "%{d*}": "*" is no delimiter'],
    ["ab c", "2: the character 32 is not allowed"],
    ["ab\u00e9", "2: the character 233 is not allowed"],
  ])("%s", (text, fault) => expect(expanded(text)).toBe(fault));
});

it("an explanation may hold blanks, and letters of its own", () => {
  const parsed = parseMacros("%{c} is not one of %{d}'s servers, says %{r}", "explanation");
  expect(parsed.ok && macroLetters(parsed.value)).toEqual(["c", "d", "r"]);
  expect(parsed.ok && printMacros(parsed.value)).toBe("%{c} is not one of %{d}'s servers, says %{r}");
});

import { describe, expect, it } from "vitest";
import { expand, ExpansionError, UnknownSetting } from "../../../src/syntax/postfix/expand.js";

const known: Record<string, string> = {
  one: "1",
  empty: "",
  host: "mail.example.org",
  nested: "<$host>",
  level: "3.6",
  a: "$b",
  b: "$a",
};
const lookup = (name: string): string | null | undefined => (name === "secret" ? null : known[name]);

describe("expansion", () => {
  it.each([
    ["plain", "plain"],
    ["$one", "1"],
    ["${one}x", "1x"],
    ["$(one)x", "1x"],
    ["$one-x.$host", "1-x.mail.example.org"],
    ["$nested", "<mail.example.org>"],
    ["$$one", "$one"],
    ["$none.", "."],
    ["${one?yes}", "yes"],
    ["${empty?yes}", ""],
    ["${none:no}", "no"],
    ["${one:no}", ""],
    ["${one?{yes}:{no}}", "yes"],
    ["${empty?{yes}:{no}}", "no"],
    ["${empty?{yes} : no}", " no"],
    ["${one?b:c}", "b:c"],
    ["[${ one }]", "[1]"],
    ["$( one )", "1"],
    ["$(one?x)", "x"],
    ["[${one ? y }]", "[ y ]"],
    ["${one ?{a} : {b}}", "a"],
    ["${none : {b} }", "b"],
    ["${ {a} == {a} ? {x} : {y} }", "x"],
    ["${one?$host}", "mail.example.org"],
    ["${one?{${host}}:{x}}", "mail.example.org"],
    ["${{$one} == {1} ? {yes} : {no}}", "yes"],
    ["${{$one}=={2}?{yes}:{no}}", "no"],
    ["${{10} < {9} ? {number} : {text}}", "text"],
    ["${{a10} < {a9} ? {text} : {number}}", "text"],
    ["${{x} != {y} ? {yes}}", "yes"],
    ["${{$level} <level {3.11} ? {old} : {new}}", "old"],
    ["${{3.6} >level {3.11} ? {old} : {new}}", "new"],
    ["${{3.6} < {3.11} ? {before} : {after}}", "after"],
    ["${{2} >= {2} ? {yes} : {no}}", "yes"],
  ])("%s", (value, out) => expect(expand(value, lookup)).toBe(out));

  it.each(["$", "$.x", "${one", "${}", "${ }", "$(one", "${{a}}", "${{a} ? b}", "${{a} == b}", "${one!x}", "$a"])(
    "is refused, as by Postfix: %s",
    (value) => expect(() => expand(value, lookup)).toThrow(ExpansionError),
  );

  it("says which setting is not known, where it matters", () => {
    expect(() => expand("${one?$secret}", lookup)).toThrow(UnknownSetting);
    expect(expand("${one?{1}:{$secret}}", lookup)).toBe("1");
  });

  it("ends for values that grow out of each other", () => {
    const doubling = (name: string): string => `$n${Number(name.slice(1)) + 1}`.repeat(2);
    expect(() => expand("$n0", doubling)).toThrow(ExpansionError);
    expect(() => expand("$one".repeat(30_000), lookup)).toThrow("too many");
    expect(() => expand("$big$big", () => "x".repeat(200_000))).toThrow("too long");
    expect(() => expand("${{".repeat(50_000), lookup)).toThrow(ExpansionError);
    expect(() => expand(`${"${one?{".repeat(1_000)}${"}}".repeat(1_000)}`, lookup)).toThrow("circle");
  });
});

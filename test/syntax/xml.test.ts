import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readXml } from "../../src/syntax/xml.js";

const limits = { elements: 100, depth: 10 };
const read = (text: string) => readXml(text, limits);

it("reads elements, attributes, text and namespaces", () => {
  const text = `\ufeff<?xml version="1.0"?><!-- a --><a xmlns="urn:a" xmlns:b='urn:b'>x &lt;<b:c b:d="1&#65;" e='&quot;'/><![CDATA[<y>]]></a>\n`;
  expect(read(text)).toEqual({
    ok: true,
    instructions: ["xml"],
    root: {
      written: "a",
      name: "a",
      space: "urn:a",
      attributes: [],
      text: "x <<y>",
      children: [
        {
          written: "b:c",
          name: "c",
          space: "urn:b",
          attributes: [
            { written: "b:d", name: "d", space: "urn:b", value: "1A" },
            { written: "e", name: "e", space: "", value: '"' },
          ],
          children: [],
          text: "",
        },
      ],
    },
  });
});

it("ends the scope of a prefix with its element", () => {
  expect(read(`<a><b xmlns:x="urn:x"/><x:c/></a>`)).toEqual({ ok: false, error: "the prefix x: is not declared" });
});

describe("what is not well-formed", () => {
  it.each([
    ["", "there is no element in it"],
    ["<a>", "<a> is not closed"],
    ["<a></b>", "<a> is not closed"],
    ["</a>", "an element is closed that is not open"],
    ["<a/><b/>", "there is more than one root element"],
    ["x<a/>", "text stands outside of the root element"],
    ["<a b=1/>", "the tag of <a> is not well-formed"],
    ["<a b='<'/>", "the tag of <a> is not well-formed"],
    ["<a b='1' b='2'/>", "<a> has b twice"],
    ["<a xmlns:x='u' xmlns:y='u' x:b='1' y:b='2'/>", "<a> has y:b twice"],
    ["<a>&foo;</a>", "&foo; is no reference that is known"],
    ["<a>&#x110000;</a>", "&#x110000; is no reference that is known"],
    ["<a>&constructor;</a>", "&constructor; is no reference that is known"],
    ["<a>& b</a>", "& b is no reference that is known"],
    ["<a>< b</a>", 'a "<" begins nothing'],
    ["<!-- a", "a comment does not end"],
    ["<!-- a -- b --><a/>", "a comment holds two hyphens in a row"],
    ["<a><![CDATA[x</a>", "a CDATA section does not end"],
    ["<?php <a/>", "a processing instruction does not end"],
  ])("%j", (text, error) => expect(read(text)).toEqual({ ok: false, error }));
});

describe("hostile documents", () => {
  it("with a DOCTYPE are not read, whatever stands in it", () => {
    const bomb = `<!DOCTYPE a [<!ENTITY b "bbbb"><!ENTITY c "&b;&b;&b;">]><a>&c;</a>`;
    for (const text of [bomb, "<!DOCTYPE a SYSTEM 'file:///etc/passwd'><a/>", "<!ELEMENT a ANY><a/>"])
      expect(read(text)).toMatchObject({ ok: false, error: expect.stringContaining("DOCTYPE") });
  });

  it("end at the limits", () => {
    expect(read("<a>".repeat(1_000))).toEqual({ ok: false, error: "elements 10 deep inside one another" });
    expect(read(`<a>${"<b/>".repeat(1_000)}</a>`)).toEqual({ ok: false, error: "more than 100 elements" });
  });

  it("cannot touch what every object has", () => {
    const read = readXml(`<a xmlns:__proto__="urn:a" __proto__:b="1"/>`, limits);
    expect(read).toMatchObject({ ok: true, root: { attributes: [{ space: "urn:a" }] } });
  });
});

it("never throws", () => {
  const piece = fc.constantFrom(
    "<a>",
    "</a>",
    "<a b='",
    "'",
    "/>",
    "<!--",
    "-->",
    "<![CDATA[",
    "]]>",
    "&lt;",
    "&",
    "<?x",
    "?>",
  );
  fc.assert(
    fc.property(fc.array(fc.oneof(piece, fc.string()), { maxLength: 20 }), (parts) => void read(parts.join(""))),
  );
});

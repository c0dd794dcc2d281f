import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readSvgProfile } from "../../src/syntax/svg-profile.js";

const limits = { elements: 1_000, depth: 50 };
const read = (text: string) => readSvgProfile(text, limits);

const attributes = `xmlns="http://www.w3.org/2000/svg" version="1.2" baseProfile="tiny-ps" viewBox="0 0 64 64"`;
const svg = (inside: string, more = ""): string => `<svg ${attributes} ${more}><title>Example</title>${inside}</svg>`;

describe("what the profile allows", () => {
  it.each([
    `<rect width="64" height="64" fill="#fff"/>`,
    `<desc>a logo</desc><g id="a" class="b"><path d="M0 0h1" fill-rule="evenodd"/></g>`,
    `<defs><linearGradient id="a" x1="0"><stop offset="0" stop-color="red"/></linearGradient></defs><rect fill="url(#a)"/>`,
    `<defs><g id="a"/></defs><use href="#a"/>`,
    `<defs xmlns:xlink="http://www.w3.org/1999/xlink"><g id="a"/><use xlink:href="#a"/></defs>`,
    `<text x="1" y="1">Example</text><metadata>by hand</metadata>`,
  ])("%s", (inside) => expect(read(svg(inside)).faults).toEqual([]));

  it("holds with a prefix, too", () => {
    const text = `<s:svg xmlns:s="http://www.w3.org/2000/svg" version="1.2" baseProfile="tiny-ps"><s:title>A</s:title></s:svg>`;
    expect(read(text)).toEqual({ faults: [], remarks: [], title: "A" });
  });
});

describe("what it does not", () => {
  it.each([
    [`<script>alert(1)</script>`, "<script> is not allowed"],
    [`<style>a{fill:red}</style>`, "<style> is not allowed"],
    [`<image href="https://example.com/a.png"/>`, "<image> is not allowed"],
    [`<rect><animate attributeName="x"/></rect>`, "<animate> is not allowed"],
    [`<foreignObject/>`, "<foreignObject> is not allowed"],
    [`<svg/>`, "<svg> must not stand in <svg>"],
    [`<g><title>b</title></g>`, "<title> must not stand in <g>"],
    [`<title>b</title>`, "<title> stands more than once"],
    [`<g onclick="alert(1)"/>`, "<g> has onclick, which is not allowed"],
    [`<rect style="fill:red"/>`, "<rect> has style, which is not allowed"],
    [`<rect opacity=".5"/>`, "<rect> has opacity, which is not allowed"],
    [`<g xmlns:i="urn:i" i:label="a"/>`, "<g> has i:label, which is not allowed"],
    [`<i:view xmlns:i="urn:i"/>`, "<i:view> is not allowed"],
    [`<use href="https://example.com/a.svg#b"/>`, "href of <use> points outside"],
    [`<use href="data:image/svg+xml,%3Csvg/%3E"/>`, "href of <use> points outside"],
    [`<use href="&#106;avascript:alert(1)"/>`, "href of <use> points outside"],
    [`<rect fill="url(https://example.com/a.svg#b)"/>`, "fill of <rect> points outside"],
    [`<rect fill="URL( 'https://example.com/a' )"/>`, "fill of <rect> points outside"],
    [`<g xml:base="https://example.com/"/>`, "xml:base of <g> points outside"],
    [`<path fill-rule="odd"/>`, "fill-rule of <path> is odd, which is not allowed"],
    [`<g>text</g>`, "<g> holds text"],
  ])("%s", (inside, fault) => expect(read(svg(inside)).faults).toEqual([fault]));

  it.each([
    [`x="0"`, "<svg> has x, which is not allowed"],
    [`onload="alert(1)"`, "<svg> has onload, which is not allowed"],
    [`zoomAndPan="magnify"`, "zoomAndPan of <svg> is magnify, which is not allowed"],
    [`preserveAspectRatio="xMinYMin slice"`, "preserveAspectRatio of <svg> is xMinYMin slice, which is not allowed"],
  ])("<svg %s>", (more, fault) => expect(read(svg("", more)).faults).toEqual([fault]));

  it.each([
    [svg("").replace("1.2", "1.1"), "version is 1.1, not 1.2"],
    [svg("").replace(` baseProfile="tiny-ps"`, ""), "baseProfile is missing"],
    [svg("").replace("<title>Example</title>", ""), "<title> is missing"],
    [svg("").replace("Example", " "), "<title> is empty"],
    [svg("").replace("<title>", "<g/><title>"), "<title> is not the first element"],
    [svg("").replace("2000/svg", "2000"), "xmlns of <svg> is not http://www.w3.org/2000/svg"],
    ["<html/>", "<html> is no SVG"],
    [`<?xml-stylesheet href="a.css"?>${svg("")}`, "a style sheet is asked for"],
    [`<!DOCTYPE svg>${svg("")}`, "a DOCTYPE stands in it, which may define entities and point outside"],
    ["GIF89a", "text stands outside of the root element"],
  ])("%s", (text, fault) => expect(read(text).faults).toEqual([fault]));

  it("says each fault once", () => {
    expect(read(svg(`<image/><image/><g><image/></g>`)).faults).toEqual(["<image> is not allowed"]);
  });
});

it.each([
  [svg("").replace("Example", "a".repeat(65)), "the title has 65 characters; 64 at most are advised"],
  [svg("").replace("Example", "Artboard 1"), 'the title is "Artboard 1", as a drawing program writes it'],
  [svg("").replace("Example", "logo.svg"), 'the title is "logo.svg", as a drawing program writes it'],
  [svg("").replace("64 64", "64 32"), "it is 64 wide and 32 high; a square is asked for"],
])("remarks on %s", (text, remark) => expect(read(text)).toMatchObject({ faults: [], remarks: [remark] }));

it("does not remark on sizes that it cannot tell", () => {
  expect(read(svg("").replace(/viewBox="[^"]*"/, `width="100%" height="50"`)).remarks).toEqual([]);
});

it("never throws", () => {
  fc.assert(fc.property(fc.string({ unit: "binary" }), (text) => void read(svg(text))));
});

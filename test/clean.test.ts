import { describe, expect, it } from "vitest";
import { assert, property, string } from "fast-check";
import { bounds } from "../src/bounds.js";
import * as clean from "../src/clean.js";
import { acting, harmless, hostile, obeyed } from "./corpus.js";
import { unescaped } from "./reporters/read.js";

/** Every character that acts; of the line feed, which some sinks keep, `acting` says nothing. */
const active = Array.from({ length: 0x11_0000 }, (_, code) => String.fromCodePoint(code)).filter((char) =>
  acting.test(char),
);

const sinks = {
  terminal: clean.terminal,
  copied: clean.copied,
  html: clean.html,
  htmlCopied: clean.htmlCopied,
  xml: clean.xml,
  csv: clean.csv,
  tap: clean.tap,
  annotation: clean.annotation,
  annotationProperty: clean.annotationProperty,
  markdown: clean.markdown,
  markdownCell: clean.markdownCell,
  json: clean.json,
  azure: clean.azure,
  azureProperty: clean.azureProperty,
  teamcity: clean.teamcity,
  sarif: clean.sarif,
  uri: clean.uri,
  path: clean.path,
  nagios: clean.nagios,
  label: clean.label,
  slack: clean.slack,
  chat: clean.chat,
} satisfies Record<string, (text: string) => string>;

describe.each(Object.entries(sinks))("%s", (_, sink) => {
  it.each(hostile)("leaves nothing active of $id", ({ text }) => {
    const written = sink(text);
    expect(written).not.toMatch(acting);
    expect(written).not.toContain("\n");
    expect(obeyed(written)).toEqual([]);
    expect(obeyed(`   ${written}`)).toEqual([]);
  });

  it("leaves nothing active of any text", () => {
    assert(
      property(string({ unit: "binary", maxLength: 80 }), (text) => {
        expect(sink(text)).not.toMatch(acting);
      }),
    );
  });

  it("leaves no character that acts", () => {
    expect(active.filter((char) => acting.test(sink(`a${char}b`)))).toEqual([]);
  });
});

describe("harmless text stays as it is", () => {
  it.each(harmless)("%s", (text) => {
    expect(clean.terminal(text)).toBe(text);
    expect(clean.copied(text)).toBe(text);
    expect(JSON.parse(clean.json(text))).toBe(text);
    expect(unescaped(clean.html(text))).toBe(text);
    expect(clean.tap(text).replace(/\\([\\#{])/g, "$1")).toBe(text);
    expect(decodeURIComponent(clean.annotation(text).replace(/%(?![0-9A-F]{2})/g, "%25"))).toBe(text);
    expect(decodeURIComponent(clean.annotationProperty(text))).toBe(text);
    expect(clean.azure(text).replaceAll("%AZP25", "%")).toBe(text);
    expect(decodeURIComponent(clean.azureProperty(text).replaceAll("%AZP25", "%25"))).toBe(text);
    expect(
      clean
        .teamcity(text)
        .replace(/\|(?:0x([\da-f]{4})|(.))/g, (_, code?: string, char?: string) =>
          code === undefined ? char! : String.fromCharCode(Number.parseInt(code, 16)),
        ),
    ).toBe(text);
    expect(clean.sarif(text).replaceAll("]\\(", "](")).toBe(text);
    expect(decodeURIComponent(clean.uri(text))).toBe(text.replaceAll("\\", "/").replace(/^(?=C:)/, "file:///"));
    expect(clean.path(text)).toBe(text);
    expect(clean.label(text).replace(/\\(.)/g, "$1")).toBe(text);
    expect(clean.chat(text)).toBe(text);
    expect(unescaped(clean.slack(text))).toBe(text);
    expect(clean.markdown(text).replace(/^(`+)( ?)(.*)\2\1$/, "$3")).toBe(text);
    expect(
      clean
        .csv(text)
        .replace(/^"(.*)"$/, "$1")
        .replaceAll('""', '"'),
    ).toBe(text);
  });
});

describe("octets", () => {
  const octets = (text: string): string => Buffer.from(text, "utf8").toString("latin1");
  it.each([
    ["UTF-8 as text", octets("Grüße 日本"), "Grüße 日本"],
    ["what cannot be text in sight", "a\xff\x80b", "a\\255\\128b"],
    ["text that is text already", "Grüße", "Grüße"],
    ["controls within UTF-8", octets("a\u0085b"), "a\\133b"],
    ["bidi within UTF-8", octets("a\u202eb"), "a\\u{202e}b"],
  ])("%s", (_, text, shown) => expect(clean.terminal(text)).toBe(shown));
});

it("marks that pile up are written out from the fifth on", () => {
  expect(clean.terminal("z\u0335\u0336")).toBe("z\u0335\u0336");
  expect(clean.terminal("z\u0335\u0336\u0337\u0338\u0310\u0352")).toBe("z\u0335\u0336\u0337\u0338\\u{310}\\u{352}");
});

describe("length", () => {
  it("is bounded, and the middle goes", () => {
    const shown = clean.terminal(`begin ${"x".repeat(70_000)} end`);
    expect(shown).toHaveLength(bounds.shown);
    expect(shown).toMatch(/^begin x+…x+ end$/);
  });
  it("never cuts through an escape", () => {
    const shown = clean.terminal("\u001b".repeat(70_000));
    expect(shown.length).toBeLessThanOrEqual(bounds.shown);
    expect(shown).toMatch(/^(\\027)+…(\\027)+$/);
  });
  it("of what is copied is that of any record", () => {
    const record = `v=DKIM1; p=${"A".repeat(4_000)}`;
    expect(clean.copied(record)).toBe(record);
  });
  it("at the bound stays", () => expect(clean.terminal("x".repeat(bounds.shown))).toBe("x".repeat(bounds.shown)));
});

describe("each sink", () => {
  it.each([
    ["=1+1", "'=1+1"],
    ["-all", "'-all"],
    ["@SUM(1)", "'@SUM(1)"],
    ['say "x"', '"say ""x"""'],
    ["a,b", '"a,b"'],
    ["-1,2", `"'-1,2"`],
  ])("csv: %s", (text, field) => expect(clean.csv(text)).toBe(field));

  it.each([
    ["a plain remark; nothing in it", "a plain remark; nothing in it"],
    ["@team", "`@team`"],
    ["a`b", "``a`b``"],
    ["`a", "`` `a ``"],
    ["[x](https://example.com)", "`[x](https://example.com)`"],
    ["", ""],
  ])("markdown: %s", (text, written) => expect(clean.markdown(text)).toBe(written));

  it("markdown: a bar in a cell", () => expect(clean.markdownCell("a | b")).toBe("`a \\| b`"));
  it("markdown: a fence longer than what is in it", () =>
    expect(clean.markdownBlock(["````", "x"])).toBe("`````\n````\nx\n`````"));
  it("tap: a directive", () => expect(clean.tap("x # SKIP \\")).toBe("x \\# SKIP \\\\"));
  it("github: lines of a message, and a property", () => {
    expect(clean.annotation("100%", "next")).toBe("100%25%0Anext");
    expect(clean.annotationProperty("a:b,c")).toBe("a%3Ab%2Cc");
  });
  it("azure: a message, and a property", () => {
    expect(clean.azure("100%; [x]")).toBe("100%AZP25; [x]");
    expect(clean.azureProperty("a;b]c%")).toBe("a%3Bb%5Dc%AZP25");
  });
  it("teamcity: a value", () => expect(clean.teamcity("it's [ü] a|b")).toBe("it|'s |[|0x00fc|] a||b"));
  it("sarif: no link, and no place for an argument", () =>
    expect(clean.sarif("[x](y) {0} %{i} {12}")).toBe("[x]\\(y) {{0}} %{i} {{12}}"));
  it.each([
    ["./zones/a b.zone", "zones/a%20b.zone"],
    ["/zones/a.zone", "file:///zones/a.zone"],
    ["//host/a.zone", "file:///host/a.zone"],
    ["C:\\zones\\a.zone", "file:///C:/zones/a.zone"],
    ["javascript:x", "javascript%3Ax"],
    ["a#b?c", "a%23b%3Fc"],
    ["zones/ü.zone", "zones/%C3%BC.zone"],
  ])("uri: %s", (text, uri) => expect(clean.uri(text)).toBe(uri));
  it.each([
    ["./a/b", "a/b"],
    ["././a", "a"],
    ["../a", "../a"],
    ["./", "./"],
  ])("path: %s", (text, path) => expect(clean.path(text)).toBe(path));
  it("nagios: neither figures nor a macro", () => expect(clean.nagios("a | b=1 $USER1$")).toBe("a / b=1 USER1"));
  it("prometheus: the value of a label", () => expect(clean.label('a"b\\c')).toBe('a\\"b\\\\c'));
  it("slack: no mention and no link", () => expect(clean.slack("<!channel> & x")).toBe("&lt;!channel&gt; &amp; x"));
  it("teams: no function of a card", () => expect(clean.chat("{{DATE(x)}} {{{")).toBe("{ {DATE(x)}} { { {"));
  it("html: markup, and a command that stays readable", () => {
    expect(clean.html('<b a="c">\'&')).toBe("&lt;b a=&quot;c&quot;&gt;&#39;&amp;");
    expect(unescaped(clean.html("##[error] ::error::x"))).toBe("##[error] ::error::x");
  });
  it("json over lines: no line end but its own", () => {
    const value = { "a\u2028b": ["c\nd\u0085", "\u001b[2J"] };
    const written = clean.json(value, 2);
    expect(written.split("\n")).toHaveLength(6);
    expect(written.replaceAll("\n", "")).not.toMatch(/[\p{Cc}\p{Zl}]/u);
    expect(JSON.parse(written)).toEqual(value);
  });

  it("json: any value, unchanged", () => {
    const value = { text: hostile.map(({ text }) => text) };
    expect(JSON.parse(clean.json(value))).toEqual(value);
  });
});

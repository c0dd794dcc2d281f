import { describe, expect, it } from "vitest";
import { toAscii } from "../src/idna.js";

describe("names as they stand in DNS", () => {
  it.each([
    ["example.com", "example.com"],
    ["B\u00dcCHER.example", "xn--bcher-kva.example"],
    ["fa\u00df.de", "xn--fa-hia.de"],
    ["b\u00fccher\u3002example", "xn--bcher-kva.example"],
    ["xn--bcher-kva.example", "xn--bcher-kva.example"],
    ["\u05d0\u05d1.example", "xn--4dbc.example"],
    ["1.2", "1.2"],
    ["0x7f.1", "0x7f.1"],
    ["u\u0308.example", "xn--tda.example"],
  ])("%s is %s", (name, ascii) => expect(toAscii(name)).toBe(ascii));

  it.each([
    "",
    "a..b",
    "a.b.",
    "xn--a",
    "xn--a-ecp.ru",
    "-b\u00fccher.example",
    "ab--\u00fc.example",
    "b\u00fccher.example/x",
    "user@b\u00fccher.example",
    "_dmarc.b\u00fccher.example",
    "%62.example",
    "a b.example",
    `${"\u00fc".repeat(60)}.example`,
    "\u0300a.example",
    "a\u200db.example",
  ])("%s is no host name", (name) => expect(toAscii(name)).toBeUndefined());
});

import { describe, expect, it } from "vitest";
import { Veil } from "../../src/probe/veil.js";

const veiled = (secret: string, text: string): string => {
  const veil = new Veil();
  veil.cover(secret);
  return veil.cloak(text);
};
const base64 = (text: string): string => Buffer.from(text, "utf8").toString("base64");
const secret = "correct horse";

describe("a secret is taken out", () => {
  it.each([
    ["as it is", `you said ${secret}, no?`],
    ["in capitals", `YOU SAID ${secret.toUpperCase()}`],
    ["in base64", `you said ${base64(secret)}`],
    ["in base64 behind one octet", base64(`a${secret}b`)],
    ["in base64 behind two", base64(`ab${secret}c`)],
    ["in base64 of PLAIN", base64(`\0ada@example.com\0${secret}`)],
    ["in hexadecimal", Buffer.from(secret).toString("hex")],
    ["as in a URL", `?p=${encodeURIComponent(secret)}`],
    ["where a text is cut", 'no answer, after "you said correct ho"'],
  ])("%s", (_, text) => {
    const left = veiled(secret, text);
    expect(left).toContain("********");
    for (const piece of [
      secret,
      secret.toUpperCase(),
      "rect hor",
      base64(secret).slice(0, 12),
      base64(`a${secret}`).slice(4, 12),
    ])
      expect(left).not.toContain(piece);
  });

  it("in octets of UTF-8", () => {
    expect(veiled("pässwörd", Buffer.from("said pässwörd").toString("latin1"))).toBe("said ********");
  });

  it("that is short where it stands alone", () => {
    expect(veiled("abc", "535 abc is wrong for abcd")).toBe("535 ******** is wrong for abcd");
    expect(veiled("a.c", "abc a.c")).toBe("abc ********");
  });

  it("and nothing where there is none", () => {
    expect(new Veil().cloak("250 ok")).toBe("250 ok");
  });
});

import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { dkimForm, dmarcForm, parseTagList, writeTagList } from "../../src/syntax/tag-list.js";

describe("parseTagList", () => {
  it("gives names and values without the blanks around them, and where they stand", () => {
    expect(parseTagList(" v = DKIM1 ;\tk=rsa; p=AB CD ;", dkimForm)).toEqual({
      tags: [
        { name: "v", value: "DKIM1", at: 1 },
        { name: "k", value: "rsa", at: 13 },
        { name: "p", value: "AB CD", at: 20 },
      ],
      faults: [],
      duplicates: [],
    });
  });

  it.each([
    ["v=DKIM1;; p=", dkimForm, [[8, "nothing stands before a semicolon"]]],
    ["v=DKIM1; garbage; p=", dkimForm, [[9, '"garbage" has no equals sign']]],
    ["v=DKIM1; =x", dkimForm, [[9, '"" is no name of a tag']]],
    ["v=DKIM1; 1a=x", dkimForm, [[9, '"1a" is no name of a tag']]],
    ["v=DKIM1; n=ü", dkimForm, [[9, "n= holds a character that may not stand there"]]],
    ["v=DMARC1; p=", dmarcForm, [[10, "p= has no value"]]],
    ["p=a; k=rsa; p=b", dkimForm, [[12, "p= stands more than once"]]],
  ])("says what is wrong with %s, and where", (text, form, faults) => {
    expect(parseTagList(text, form).faults.map(({ at, message }) => [at, message])).toEqual(faults);
  });

  it("tells names apart by their case", () => {
    expect(parseTagList("p=a; P=b", dkimForm).duplicates).toEqual([]);
  });

  it("reads what it writes", () => {
    const name = fc.stringMatching(/^[a-z][a-z0-9_]{0,5}$/);
    const value = fc.stringMatching(/^(?:[!-:<-~]{1,5}(?: [!-:<-~]{1,5})?)?$/);
    const list = fc.uniqueArray(fc.tuple(name, value), { selector: ([name]) => name, minLength: 1 });
    fc.assert(
      fc.property(list, (pairs) => {
        const tags = pairs.map(([name, value]) => ({ name, value }));
        const read = parseTagList(writeTagList(tags), dkimForm);
        expect(read.faults).toEqual([]);
        expect(read.tags.map(({ name, value }) => ({ name, value }))).toEqual(tags);
      }),
    );
  });

  it("never throws, and places every fault inside the text", () => {
    const piece = fc.constantFrom(";", "=", " ", "v", "p", "\t", "DKIM1", "ü", "\n");
    for (const text of [fc.string({ unit: "binary" }), fc.array(piece).map((pieces) => pieces.join(""))]) {
      fc.assert(
        fc.property(text, fc.constantFrom(dkimForm, dmarcForm), (text, form) => {
          const { faults, tags } = parseTagList(text, form);
          for (const { at } of [...faults, ...tags]) expect(at >= 0 && at <= text.length).toBe(true);
        }),
      );
    }
  });
});

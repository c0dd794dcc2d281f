import { describe, expect, it } from "vitest";
import { agrees, type Op, unsupported } from "./case.js";
import { exceptionFor, readExceptions } from "./exceptions.js";
import { netOf } from "./records.js";
import { describeScore, failed, readSuites, score } from "./suite.js";

describe("agreement", () => {
  it.each<[got: unknown, of: object, is: boolean]>([
    ["pass", { expect: "pass" }, true],
    ["pass", { expect: ["fail", "pass"] }, true],
    [{ result: "pass", explanation: "x" }, { expect: ["pass"] }, true],
    [{ result: "fail", explanation: "x" }, { expect: ["fail"], explanation: "y" }, false],
    [{ valid: true }, { expect: "valid" }, true],
    [{ valid: false }, { expect: "valid" }, false],
    [{ valid: true, fields: { p: "none" } }, { expect: "valid", fields: { p: "reject" } }, false],
    [null, { expect: null }, true],
    [{ class: 5 }, { expect: null }, false],
    [{ class: 5, subject: 1 }, { expect: { class: 5 } }, true],
    [{ records: [{ a: 1 }] }, { expect: { records: [{ a: 1 }] } }, true],
    [{ records: [] }, { expect: { records: [{ a: 1 }] } }, false],
    [{ error: "line 1" }, { expect: "error" }, true],
  ])("%j with %j: %s", (got, of, is) => expect(agrees(got, { id: "x", op: "y", ...of })).toBe(is));
});

describe("a score", () => {
  const ops: Record<string, Op> = {
    say: ({ text }) => text,
    break: () => {
      throw new Error("no");
    },
    partly: () => unsupported,
  };
  const cases = [
    { id: "s/1", op: "say", text: "a", expect: "a" },
    { id: "s/2", op: "say", text: "a", expect: "b", contested: "why not" },
    { id: "s/3", op: "toString", expect: "a" },
    { id: "s/4", op: "partly", expect: "a" },
  ];
  const broken = { id: "s/5", op: "break", expect: "a" };

  it("tells contested and unsupported cases apart", async () => {
    const sum = await score({ name: "s", cases }, ops, []);
    expect(sum).toMatchObject({ passed: 1, total: 1, contested: { passed: 0, total: 1 }, unsupported: 2 });
    expect(failed([sum])).toBe(false);
    expect(describeScore(sum)).toEqual([
      "s                            1/1  contested 0/1, unsupported 2",
      '  s/2  contested; expected "b", got "a"',
    ]);
  });

  it("fails by a case that nobody disputes, unless it is known", async () => {
    expect(failed([await score({ name: "s", cases: [...cases, broken] }, ops, [])])).toBe(true);
    const known = [{ pattern: "s/5", why: "not yet" }];
    expect(failed([await score({ name: "s", cases: [...cases, broken] }, ops, known)])).toBe(false);
  });

  it("is of nothing where there is no folder", () => expect(readSuites("/nowhere/at/all")).toBeUndefined());
});

describe("known exceptions", () => {
  const rows = ["| `idna/*` breaking only `B1 B5` | bidi |", "| `spf/1`     | no |"];
  const exceptions = readExceptions(
    ["| `a` | no |", "## Known exceptions", "| case | why |", "| --- | --- |", ...rows, "## More", "| `b` | no |"].join(
      "\n",
    ),
  );
  it("are the rows of one table", () => {
    expect(exceptions).toEqual([
      { pattern: "idna/*", rules: ["B1", "B5"], why: "bidi" },
      { pattern: "spf/1", why: "no" },
    ]);
  });
  it.each([
    [{ id: "spf/1" }, "no"],
    [{ id: "spf/11" }, undefined],
    [{ id: "idna/1", status: ["B5"] }, "bidi"],
    [{ id: "idna/1", status: ["B5", "V7"] }, undefined],
    [{ id: "idna/1", status: [] }, undefined],
  ])("hold for %j: %s", (one, why) => expect(exceptionFor({ op: "x", ...one }, exceptions)?.why).toBe(why));
});

describe("records of a case", () => {
  const net = netOf({
    "Example.com": { TXT: [["v=spf1 ", "-all"]], MX: [[10, "Mx.Example.com."]], "*": "SERVFAIL" },
    "www.example.com": { CNAME: ["example.com."] },
    "a.example": { CNAME: ["b.example"] },
    "b.example": { CNAME: ["a.example"] },
    "gone.example": "TIMEOUT",
  });
  it("are found whatever the case of letters", async () => {
    expect((await net.dns("EXAMPLE.com.", "TXT")).records[0]?.data).toEqual(["v=spf1 ", "-all"]);
    expect((await net.dns("example.com", "MX")).records[0]?.data).toEqual({
      preference: 10,
      exchange: "mx.example.com",
    });
  });
  it("are found through aliases", async () => {
    const answer = await net.dns("www.example.com", "TXT");
    expect(answer).toMatchObject({ aliases: ["example.com"], rcode: "NOERROR" });
    expect(answer.records).toHaveLength(1);
    expect(await net.dns("a.example", "A")).toMatchObject({ loop: true, records: [] });
  });
  it("are absent, or unknown, as the case says", async () => {
    expect(await net.dns("other.example", "A")).toMatchObject({ rcode: "NXDOMAIN", records: [] });
    await expect(net.dns("example.com", "A")).rejects.toMatchObject({ code: "servfail" });
    await expect(net.dns("gone.example", "A")).rejects.toMatchObject({ code: "timeout" });
  });
});

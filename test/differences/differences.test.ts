import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { compare, madeUp } from "./compare.js";
import { differences } from "./explained.js";
import { mailauth } from "./peers/mailauth.js";

describe("beside mailauth", () => {
  it.each([
    ["spf.check", ["fail", "neutral", "pass", "permerror", "softfail", "temperror"]],
    ["dmarc.check", ["fail", "none", "pass", "temperror"]],
  ])("%s comes to the same in 400 worlds, but for what is explained", async (op, results) => {
    const cases = madeUp(op, 400);
    const { same, explained, unexplained } = await compare(mailauth, op, cases);
    expect(unexplained).toEqual([]);
    expect(same + [...explained.values()].reduce((sum, count) => sum + count, 0)).toBe(cases.length);
    const said = (await mailauth.answers(cases)) as { result: string }[];
    expect([...new Set(said.map(({ result }) => result))].sort()).toEqual(expect.arrayContaining(results));
  });
});

it("each difference has its reason in docs/differences.md, and each reason its difference", () => {
  const page = readFileSync("docs/differences.md", "utf8");
  const told = Array.from(page.matchAll(/^\| `(\w+\/[\w-]+)` /gm), ([, id]) => id);
  expect(new Set(told)).toEqual(new Set(differences.map(({ id }) => id)));
});

it("a difference that nobody has explained is told", async () => {
  const wrong = { ...mailauth, answers: async () => [{ result: "fail" }] };
  const { unexplained } = await compare(wrong, "spf.check", [
    { id: "one", op: "spf.check", ip: "192.0.2.1", mailfrom: "a@example.com", helo: "h.example.com", records: {} },
  ]);
  expect(unexplained).toMatchObject([{ ours: { result: "none" }, theirs: { result: "fail" } }]);
});

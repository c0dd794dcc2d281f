import { describe, expect, it } from "vitest";
import { across, defineCheck, facts, pass, warn } from "mailworthy";
import { examine } from "mailworthy/testing";

const check = defineCheck({
  id: "change/records",
  on: "zone",
  title: "As many records as before",
  why: "A test.",
  fix: "None.",
  needs: { zone: across(facts.proposedZone), spf: across(facts.spf) },
  verdicts: { same: pass("{count}"), other: warn("{before}, {after}") },
  judge({ zone: { before, after }, spf }, say) {
    const count = (side: typeof before): number =>
      (side?.records.length ?? 0) + (spf[side === before ? "before" : "after"] ? 100 : 0);
    return count(before) === count(after)
      ? say.same({ count: count(after) })
      : say.other({ before: count(before), after: count(after) });
  },
});
const mx = 'example.com MX 10 mx1.example.com\nexample.com TXT "v=spf1 -all"\n';

const said = async (row: Parameters<typeof examine>[1]): Promise<string> => {
  const [result] = (await examine(check, row)).results;
  return `${result!.status}: ${result!.reason ?? result!.findings[0]!.text}`;
};

describe("a fact across a change", () => {
  it("is there on both sides, absent as null", async () => {
    expect(await said({ before: mx, zone: mx })).toBe("pass: 102");
    expect(await said({ before: mx, zone: "" })).toBe("warn: 102, 0");
  });

  it("is unknown where either side is", async () => {
    const others = [{ file: "zone", line: 1, column: 1, name: "example.com", type: "TXT", why: "computed" }] as const;
    const more = { unknown: [...others] };
    const text = "inconclusive: example.com TXT: known only once the plan is applied";
    expect(await said({ before: mx, zone: "", more: { after: more } })).toBe(text);
    expect(await said({ before: "", zone: mx, more: { before: more } })).toBe(
      text.replace(": ", ": before the change: "),
    );
  });

  it("is nothing to judge outside of a gate", async () => {
    expect(await said({ target: { local: "zone", name: "example.com" }, local: {} })).toBe(
      "skip: it compares a change with what was there before",
    );
  });
});

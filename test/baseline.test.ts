import { describe, expect, it } from "vitest";
import { Baseline, type Kept, pruned, updated } from "../src/baseline.js";
import { Bearing } from "../src/bearing.js";
import type { Check } from "../src/check.js";
import type { Finding, Level } from "../src/finding.js";
import { planned } from "../src/plan.js";
import type { Result, Status } from "../src/result.js";
import type { Subject } from "../src/subject.js";

const measures = new Map([["spf/lookup-limit", "count"]]);
const day = "2026-12-01";

const finding = (verdict: string, data: Finding["data"] = {}, level: Level = "fail", text = verdict): Finding => ({
  verdict,
  level,
  text,
  data,
});
const result = (findings: Finding[], more: Partial<Result> = {}): Result => ({
  check: "spf/include-resolves",
  subject: { kind: "domain", name: "example.com", domain: "example.com" },
  status: findings.some(({ level }) => level === "fail") ? "fail" : "pass",
  findings,
  ...more,
});
const of = (term: string, text?: string): Finding => finding("unresolved", { term }, "fail", text);
const exceeded = (count: number): Result => result([finding("exceeded", { count })], { check: "spf/lookup-limit" });

const baseline = (...results: Result[]): Kept[] => updated([], results, measures, new Set(), day).kept;

/** What counts of a result with a baseline, and what is told of the baseline at the end. */
function against(kept: Kept[], now: Result): { status: Status; counts: string[]; stale: string[] } {
  const check = { id: now.check, verdicts: {} } as Check;
  const bearing = new Bearing({ baseline: new Baseline(kept, measures) }, [planned(check)], undefined, new Date(day));
  const { status, findings } = bearing.bear(now);
  const left = findings.filter(({ borne, level }) => !borne && level !== "pass");
  return {
    status,
    counts: left.map(({ verdict, data, worse }) =>
      [verdict, ...Object.values(data), ...(worse ? ["worse"] : [])].join(" "),
    ),
    stale: bearing.subjects().map(({ name, use }) => `${name} ${use}`),
  };
}

describe("a baseline, and what people hate of others", () => {
  it("bears what it knows", () => {
    expect(against(baseline(result([of("a")])), result([of("a")]))).toEqual({ status: "skip", counts: [], stale: [] });
  });

  it("counts hide swaps: one mended and one made of the same rule is told", () => {
    const { counts, stale } = against(baseline(result([of("a"), of("b")])), result([of("b"), of("c")]));
    expect(counts).toEqual(["unresolved c"]);
    expect(stale).toEqual(["spf/include-resolves on example.com stale"]);
  });

  it("one over the count dumps all: only the one that is new is told", () => {
    const { status, counts } = against(baseline(result([of("a"), of("b")])), result([of("a"), of("b"), of("c")]));
    expect([status, counts]).toEqual(["fail", ["unresolved c"]]);
  });

  it("too coarse a key absorbs new problems: another subject, or another domain with the same host, counts", () => {
    const host = (domain: string): Subject => ({ kind: "host", name: "mx.example.net", domain }) as Subject;
    const kept = baseline(result([of("a")], { subject: host("example.com") }));
    expect(against(kept, result([of("a")], { subject: host("example.com") })).counts).toEqual([]);
    expect(against(kept, result([of("a")], { subject: host("example.org") })).counts).toEqual(["unresolved a"]);
  });

  it("too fine a key resurrects old ones: another line, another wording and another number of findings change nothing", () => {
    const kept = baseline(result([of("a", "a is at line 3")]));
    const moved: Finding = {
      ...of("a", "the name a, at line 40"),
      evidence: [
        {
          kind: "records",
          name: "example.com",
          type: "TXT",
          rcode: "NOERROR",
          server: "zone",
          ad: false,
          records: [{ name: "example.com", type: "TXT", ttl: 1, text: "", file: "other.zone", line: 40 }],
        },
      ],
    };
    expect(against(kept, result([moved])).counts).toEqual([]);
  });

  it("an incremental baseline loses entries: an update with a part keeps the rest, and prune removes", () => {
    const kept = baseline(result([of("a")]), exceeded(11));
    const more = updated(kept, [result([of("a"), of("b")])], measures, new Set(), "2026-12-24");
    expect(more.kept.map(({ check, since }) => `${check} ${since}`)).toEqual([
      "spf/include-resolves 2026-12-01",
      "spf/include-resolves 2026-12-24",
      "spf/lookup-limit 2026-12-01",
    ]);
    expect(more).toMatchObject({ added: 1, changed: 0 });
    const { kept: left, removed } = pruned(more.kept, [result([of("b")])]);
    expect([left.length, removed.length]).toEqual([2, 1]);
  });

  it("a baseline survives a worsening: 11 lookups are borne, and 13 are told as worse", () => {
    const kept = baseline(exceeded(11));
    expect(against(kept, exceeded(11)).counts).toEqual([]);
    expect(against(kept, exceeded(9)).counts).toEqual([]);
    expect(against(kept, exceeded(13)).counts).toEqual(["exceeded 13 worse"]);
    const again = updated(kept, [exceeded(13)], measures, new Set(), "2026-12-24");
    expect(again).toMatchObject({ changed: 1, kept: [{ measure: 13, since: day }] });
  });

  it("a warning that has become a failure, and a list that has grown, are worse", () => {
    const near = result([finding("near", { terms: ["a"] }, "warn")], { status: "warn" });
    const kept = baseline(near);
    expect(against(kept, near).counts).toEqual([]);
    expect(against(kept, result([finding("near", { terms: ["a"] })])).counts).toEqual(["near a worse"]);
    const swapped = result([finding("near", { terms: ["b"] }, "warn")], { status: "warn" });
    expect(against(kept, swapped).counts).toEqual(["near b worse"]);
  });

  it("stale entries are told, but not where nobody could find out", () => {
    const kept = baseline(result([of("a")]));
    expect(against(kept, result([finding("fine", {}, "pass")])).stale).toEqual([
      "spf/include-resolves on example.com stale",
    ]);
    const unknown = result([], { status: "inconclusive", reason: "timeout" });
    expect(against(kept, unknown)).toEqual({ status: "inconclusive", counts: [], stale: [] });
    expect(pruned(kept, [unknown]).removed).toEqual([]);
    expect(pruned(kept, []).removed).toEqual([]);
  });

  it("keeps findings of changes, and none that a waiver bears or that is never ignored", () => {
    const change = result([of("a")], { check: "change/spf-sender-removed" });
    expect(against(baseline(change), change).counts).toEqual([]);
    const waived = result([{ ...of("a"), borne: { by: "comment", reason: "r", until: "2027-01-01" } }]);
    expect(baseline(waived)).toEqual([]);
    const never = updated([], [result([of("a")])], measures, new Set(["spf/include-resolves"]), day);
    expect(never).toMatchObject({ kept: [], refused: 1 });
  });
});

import type { Check, Exhibit, Out, Report, Result, Status, Subject, Summary } from "mailworthy";
import { describe, expect, it } from "vitest";
import text from "../../reporters/text/index.js";
import { countsOf } from "../../src/view/view.js";
import { fed } from "./hand.js";

const rule = (id: string, refs: string[] = []): Check =>
  ({ id, why: "It matters.", fix: "Mend it.", refs }) as unknown as Check;
const domain: Subject = { kind: "domain", name: "example.com", domain: "example.com" };

const result = (check: string, status: Status, evidence?: Exhibit[], subject: Subject = domain): Result =>
  status === "inconclusive" || status === "skip"
    ? { check, subject, status, reason: "no answer", findings: [], ...(evidence && { evidence }) }
    : {
        check,
        subject,
        status,
        findings: [{ verdict: "said", level: status, text: `${check} is so`, data: {}, ...(evidence && { evidence }) }],
      };

/** The screen of a run over one target, and of the run's own checks. */
function screen(of: Result[], more: { own?: Result[]; out?: Partial<Out>; checks?: Check[]; verbose?: number } = {}) {
  const { own = [], out = {}, checks = [], verbose = 0 } = more;
  const counts = countsOf([...own, ...of].map(({ status }) => status));
  const reports: Report[] = [
    ...(own.length > 0 ? [{ results: own, causes: [] }] : []),
    { target: { domain: "example.com" }, results: of, causes: [] },
  ];
  const at = "2026-11-24T06:03:00.000Z";
  const summary: Summary = {
    format: 1,
    tool: "t",
    at,
    took: 100,
    targets: 1,
    messages: 0,
    counts,
    domains: countsOf([]),
    causes: [],
    interrupted: false,
    exit: 1,
  };
  return fed(
    text,
    { opening: { tool: "t", at, checks, profiles: [], total: 1, settings: [] }, reports, summary },
    out,
    { verbose },
  );
}

const transcript: Exhibit = {
  kind: "transcript",
  at: "mx1.example.com",
  steps: [{ at: 0, from: "server", text: "220 hello" }],
};

describe("evidence", () => {
  it("that two checks rest on is shown once", async () => {
    const shown = await screen([result("smtp/a", "fail", [transcript]), result("tls/b", "fail", [transcript])]);
    expect(shown.split("220 hello")).toHaveLength(2);
    expect(shown).toContain("    as shown for smtp/a");
  });
  it("is shown again in the next screen", async () => {
    const [one] = [result("smtp/a", "fail", [transcript])];
    expect((await screen([one!])) + (await screen([one!]))).not.toContain("as shown");
  });
  it("whose source has no room beside it has it below", async () => {
    const name = `${"long".repeat(14)}.example`;
    const none: Exhibit = {
      kind: "records",
      name,
      type: "TXT",
      rcode: "NXDOMAIN",
      server: "192.0.2.53",
      ad: false,
      records: [],
    };
    expect(await screen([result("spf/a", "fail", [none])])).toContain(
      `    ${name} TXT\n      no such name, from 192.0.2.53\n`,
    );
  });
  it("of a tree keeps a note that has no room beside its branch", async () => {
    const branch = {
      label: "include:_spf.gone.example",
      cost: 11,
      note: "no SPF record; past the limit",
      branches: [],
    };
    const tree: Exhibit = { kind: "tree", title: "example.com SPF", root: { label: "", branches: [branch, branch] } };
    const shown = await screen([result("spf/a", "fail", [tree])], { out: { columns: 60 } });
    expect(shown).toContain(
      [
        "    ├─ include:_spf.gone.example  11",
        "    │  no SPF record; past the limit",
        "    └─ include:_spf.gone.example  11",
        "       no SPF record; past the limit",
      ].join("\n"),
    );
  });
  it("of records names an owner once, and says how many more there are", async () => {
    const record = (text: string) => ({ name: "example.com", type: "TXT", ttl: 60, text });
    const many = Array.from({ length: 12 }, (_, at) => record(`"record ${at}"`));
    const records: Exhibit = {
      kind: "records",
      name: "example.com",
      type: "TXT",
      rcode: "NOERROR",
      server: "s",
      ad: false,
      records: many,
    };
    const shown = await screen([result("spf/a", "fail", [records])]);
    expect(shown.split("example.com TXT")).toHaveLength(2);
    expect(shown).toContain('      "record 7"\n    … 4 more (-vv)\n');
    expect(await screen([result("spf/a", "fail", [records])], { verbose: 2 })).toContain('"record 11"');
  });
});

describe("an id", () => {
  const odd = (id: string) => screen([result(id, "warn")], { out: { columns: 80 } });
  it("has its text beside it, in one column", async () => {
    expect(await odd("spf/a")).toContain("! spf/a               spf/a is so\n");
    expect(await odd("mx/nineteen-letters")).toContain("! mx/nineteen-letters mx/nineteen-letters is so\n");
  });
  it("that is longer than the column pushes its text on", async () => {
    expect(await odd("mx/target-is-hostname")).toContain("! mx/target-is-hostname  mx/target-is-hostname is so\n");
    const [head, rest] = (await odd(`mx/${"x".repeat(40)}`)).split("\n").slice(2);
    expect(head).toBe(`! mx/${"x".repeat(40)}`);
    expect(rest).toBe(`  mx/${"x".repeat(40)} is so`);
  });
});

describe("references", () => {
  it("are links of their own, one beginning as another or not", async () => {
    const checks = [rule("spf/a", ["RFC 7208 §4", "RFC 7208 §4.6", "Somebody's guide"])];
    const shown = await screen([result("spf/a", "fail")], { checks, out: { links: true } });
    // oxlint-disable-next-line no-control-regex
    const links = Array.from(shown.matchAll(/\u001b\]8;;(\S+?)\u001b\\(.+?)\u001b\]8;;\u001b\\/g), ([, url, name]) => [
      name,
      url,
    ]);
    expect(links).toEqual([
      ["RFC 7208 §4", "https://www.rfc-editor.org/rfc/rfc7208#section-4"],
      ["RFC 7208 §4.6", "https://www.rfc-editor.org/rfc/rfc7208#section-4.6"],
    ]);
    expect(shown).toContain("Somebody's guide");
  });
  it("keep RFC and number together", async () => {
    const refs = Array.from({ length: 9 }, (_, at) => `RFC 7208 §${at}`);
    for (const columns of [40, 50, 60, 70]) {
      expect(await screen([result("spf/a", "fail")], { checks: [rule("spf/a", refs)], out: { columns } })).not.toMatch(
        /RFC( \d+)?\n/,
      );
    }
  });
});

describe("the run's own checks", () => {
  const here: Subject = { kind: "vantage", name: "here" };
  it("come first where they fail, without a heading", async () => {
    const shown = await screen([result("spf/a", "pass")], { own: [result("env/resolver", "fail", undefined, here)] });
    expect(shown).toMatch(/^✗ env\/resolver {8}env\/resolver is so\n/);
  });
  it("are counted with those of the only target, families of one name together", async () => {
    const shown = await screen([result("spf/a", "pass"), result("dnsbl/b", "pass")], {
      own: [result("env/resolver", "pass", undefined, here), result("dnsbl/a", "pass", undefined, here)],
    });
    expect(shown).toContain("  ✓ env 1    ✓ spf 1    ✓ dnsbl 2\n");
  });
  it("say how many of a family are unknown", async () => {
    const shown = await screen([result("tls/a", "inconclusive"), result("tls/b", "pass"), result("tls/c", "skip")]);
    expect(shown).toContain("  ? tls 1/2\n");
  });
});

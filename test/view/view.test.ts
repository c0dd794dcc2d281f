import type { Check, Finding, Report, Result, Status, Subject } from "mailworthy";
import { describe, expect, it } from "vitest";
import {
  countsOf,
  messageOf,
  namesOf,
  placeOf,
  rowOf,
  stateOf,
  tallied,
  told,
  toldWhole,
  view,
} from "../../src/view/view.js";

const domain: Subject = { kind: "domain", name: "example.com", domain: "example.com" };
const host = (name: string): Subject => ({ kind: "host", name, domain: "example.com" });
const finding = (level: Finding["level"], text: string, more: Partial<Finding> = {}): Finding => ({
  verdict: text.replaceAll(" ", "-"),
  level,
  text,
  data: {},
  ...more,
});
const result = (check: string, status: Status, more: Partial<Result> = {}): Result => ({
  check,
  subject: domain,
  status,
  findings: [],
  ...more,
});
const report = (results: Result[], more: Partial<Report> = {}): Report => ({
  target: { domain: "example.com" },
  results,
  causes: [],
  ...more,
});
const rule = { id: "tls/offered", why: "Why.", fix: "Turn it on.", refs: ["RFC 3207 §4"] } as unknown as Check;
const rules = new Map([[rule.id, rule]]);

describe("what is said alike", () => {
  const missing = (name: string, more: Partial<Finding> = {}): Result =>
    result("tls/offered", "fail", { subject: host(name), findings: [finding("fail", "no STARTTLS", more)] });

  it("of several subjects is said once", () => {
    const { failing, counts } = view(report([missing("mx1.example.com"), missing("mx2.example.com")]), rules);
    expect(failing).toHaveLength(1);
    expect(told(failing[0]!)).toBe("mx1.example.com and mx2.example.com: no STARTTLS");
    expect(counts.fail).toBe(2);
  });
  it("stays apart where the step differs", () => {
    const of = (name: string) => missing(name, { fix: { command: `mend ${name}` } });
    expect(view(report([of("mx1.example.com"), of("mx2.example.com")])).failing).toHaveLength(2);
  });
  it("takes the check's own step where the finding has none", () => {
    expect(view(report([missing("a")]), rules).failing[0]!.fix).toEqual({ text: "Turn it on." });
    const own = missing("a", { fix: { command: "mend" } });
    expect(view(report([own]), rules).failing[0]!.fix).toEqual({ text: "Turn it on.", command: "mend" });
    expect(view(report([missing("a")])).failing[0]!).not.toHaveProperty("fix");
  });
  it("does not name what its text names, nor the domain itself", () => {
    expect(namesOf({ text: "mx1.example.com is silent", subjects: [host("mx1.example.com")] })).toEqual([]);
    expect(namesOf({ text: "none", subjects: [domain] })).toEqual([]);
  });
});

describe("a result with findings of several levels", () => {
  it("is told in each section, and counted once", () => {
    const mixed = result("spf/syntax", "fail", {
      findings: [finding("fail", "bad"), finding("warn", "odd"), finding("pass", "fine")],
    });
    const seen = view(report([mixed]));
    expect([seen.failing, seen.warning, seen.passing].map((said) => said.map(({ text }) => text))).toEqual([
      ["bad"],
      ["odd"],
      ["fine"],
    ]);
    expect(seen.counts).toEqual({ ...countsOf([]), fail: 1 });
  });
  it("does not fail when waived, whatever it found", () => {
    const waived = result("spf/syntax", "skip", {
      reason: "waived until 2027-01-31: ends",
      findings: [finding("fail", "bad")],
    });
    const seen = view(report([waived]));
    expect(seen.failing).toEqual([]);
    expect(seen.skipped[0]!.text).toBe("waived until 2027-01-31: ends");
    expect(messageOf(waived)).toBe("waived until 2027-01-31: ends");
  });
});

describe("what could not be learnt", () => {
  const cause = { id: "port-25", text: "port 25 is blocked from here", next: ["ask elsewhere"] };
  const stalled = (check: string, name: string, more: Partial<Result> = {}): Result =>
    result(check, "inconclusive", { subject: host(name), reason: `no answer from ${name}`, ...more });

  it("is one thing for each cause, with all that waits for it", () => {
    const results = ["smtp/greeting", "tls/offered", "cert/trusted"].flatMap((check) =>
      ["mx1", "mx2"].map((name) => stalled(check, name, { cause: cause.id })),
    );
    const { unknown } = view(report(results, { causes: [cause] }));
    expect(unknown).toHaveLength(1);
    expect(unknown[0]).toMatchObject({ results: 6, next: ["ask elsewhere"], families: ["smtp", "tls", "cert"] });
    expect(toldWhole(unknown[0]!)).toBe("port 25 is blocked from here: 6 checks of smtp, tls and cert not made");
  });
  it("is one thing for each reason where there is no cause", () => {
    const { unknown } = view(report([stalled("smtp/a", "mx1"), stalled("smtp/b", "mx1"), stalled("smtp/a", "mx2")]));
    expect(unknown.map(toldWhole)).toEqual([
      "no answer from mx1: 2 checks of smtp not made",
      "no answer from mx2: 1 check of smtp not made",
    ]);
  });
  it("names what it was about where the reason does not", () => {
    const { unknown } = view(
      report([stalled("smtp/a", "mx1", { reason: "421" }), stalled("smtp/b", "mx1", { reason: "421" })]),
    );
    expect(toldWhole(unknown[0]!)).toBe("mx1: 421: 2 checks of smtp not made");
  });
  it("stands by its reason where the report does not have the cause", () => {
    expect(view(report([stalled("smtp/a", "mx1", { cause: "elsewhere" })])).unknown[0]!.text).toBe(
      "no answer from mx1",
    );
  });
});

it("families come in the order of the plan, with what came of each", () => {
  const { families } = view(
    report([result("tls/a", "inconclusive"), result("dns/a", "pass"), result("tls/b", "pass")]),
  );
  expect(families).toEqual([
    { name: "tls", counts: countsOf(["inconclusive", "pass"]) },
    { name: "dns", counts: countsOf(["pass"]) },
  ]);
});

describe("the state", () => {
  it.each<[Status[], Status]>([
    [[], "skip"],
    [["skip"], "skip"],
    [["skip", "pass"], "pass"],
    [["pass", "warn", "skip"], "warn"],
    [["warn", "inconclusive"], "inconclusive"],
    [["inconclusive", "fail"], "fail"],
  ])("of %j is %s", (statuses, state) => expect(stateOf(countsOf(statuses))).toBe(state));
});

describe("the heading", () => {
  it("says what was judged", () => {
    const subjects: Subject[] = [
      host("mx1"),
      host("mx1"),
      host("mx2"),
      {
        kind: "selector",
        name: "s1._domainkey.example.com",
        domain: "example.com",
        selector: "s1",
        selectors: ["s1"],
      },
      { kind: "sender", name: "192.0.2.1", domain: "example.com", declared: true },
    ];
    const results = subjects.map((subject) => result("a/b", "pass", { subject, findings: [finding("pass", "fine")] }));
    const roles = { roles: ["sends", "receives"], declared: false, because: "SPF and MX" } as const;
    expect(view(report(results, { roles })).about).toEqual([
      "sends, receives (inferred)",
      "2 mail hosts",
      "1 selector",
      "1 sender",
    ]);
  });
});

describe("a row", () => {
  it("has the first of the worst", () => {
    const bad = result("spf/syntax", "fail", { findings: [finding("fail", "bad")] });
    const odd = result("dmarc/policy", "warn", { findings: [finding("warn", "odd")] });
    const silent = result("mx/present", "inconclusive", { reason: "SERVFAIL" });
    const gistOf = (...results: Result[]) => rowOf(view(report(results))).gist;
    expect(gistOf(odd, silent, bad)).toEqual({ check: "spf/syntax", text: "bad" });
    expect(gistOf(odd, silent)).toEqual({ check: "mx/present", text: "SERVFAIL" });
    expect(gistOf(odd)).toEqual({ check: "dmarc/policy", text: "odd" });
    expect(gistOf(result("a/b", "pass"))).toBeUndefined();
  });
});

it("counts are told worst first", () => {
  expect(tallied({ pass: 41, skip: 4, warn: 2, inconclusive: 1, fail: 2 })).toBe(
    "2 fail, 1 unknown, 2 warn, 41 pass, 4 do not apply",
  );
  expect(tallied(countsOf(["skip"]))).toBe("1 does not apply");
});

it("a proposed record's place is that of the first that has one", () => {
  const record = { name: "example.com", type: "TXT", ttl: 1, text: "x" };
  const exhibit = {
    kind: "records",
    name: "example.com",
    type: "TXT",
    rcode: "NOERROR",
    server: "s",
    ad: false,
  } as const;
  expect(placeOf([{ ...exhibit, records: [record] }])).toEqual({});
  expect(placeOf([{ ...exhibit, records: [record, { ...record, file: "a.zone", line: 3 }] }])).toEqual({
    file: "a.zone",
    line: 3,
  });
});

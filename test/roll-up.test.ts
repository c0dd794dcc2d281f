import { expect, it } from "vitest";
import { defineCheck, fail, pass, warn } from "mailworthy";
import type { Check } from "../src/check.js";
import type { Profile } from "../src/preset.js";
import type { Requirement } from "../src/requirement.js";
import type { Result } from "../src/result.js";
import { rollUp } from "../src/roll-up.js";
import type { Roles } from "../src/target.js";

const check = (id: string): Check =>
  defineCheck({
    id,
    on: "domain",
    title: "",
    why: "",
    fix: "",
    needs: {},
    verdicts: { good: pass("good"), fair: warn("fair"), bad: fail("bad") },
    judge: (_, say) => say.good(),
  }) as unknown as Check;
const rules = new Map(["spf/a", "spf/b", "dkim/a"].map((id) => [id, check(id)]));

const levels = { good: "pass", fair: "warn", bad: "fail" } as const;
type Verdict = keyof typeof levels;

const subject = { kind: "domain", name: "example.com", domain: "example.com" } as const;
const said = (id: string, verdict: Verdict, more: Partial<Result> = {}): Result => {
  const level = levels[verdict];
  return { check: id, subject, status: level, findings: [{ verdict, level, text: verdict, data: {} }], ...more };
};
const unknown = (id: string): Result => ({
  check: id,
  subject,
  status: "inconclusive",
  reason: "nobody answered",
  findings: [],
});
const skipped = (id: string, kind: "role" | "undeclared" | "absent"): Result => ({
  check: id,
  subject,
  status: "skip",
  reason: kind,
  skipped: kind,
  findings: [],
});

const both: Partial<Requirement> = { checks: { "spf/a": "fail", "spf/b": "fail" } };
const either: Partial<Requirement> = { checks: { "spf/a": "fail" }, or: { "dkim/a": "fail" } };
const one = (bar: NonNullable<Requirement["checks"]>[string]): Partial<Requirement> => ({ checks: { "spf/a": bar } });

const profile = (requirement: Partial<Requirement>, more: Partial<Profile> = {}): Profile => ({
  name: "acme",
  title: "",
  heading: "",
  source: { title: "", date: "2026-01-01" },
  checks: {},
  requirements: [{ id: "acme/it", text: "", of: "all", ...requirement }],
  ...more,
});

it.each<[string, Partial<Requirement>, Result[], string, string?]>([
  ["all that decides it holds", both, [said("spf/a", "good"), said("spf/b", "fair")], "met"],
  ["one fails", both, [said("spf/a", "good"), said("spf/b", "bad")], "not met", "bad"],
  ["one of many subjects fails", one("fail"), [said("spf/a", "good"), said("spf/a", "bad")], "not met", "bad"],
  ["one fails, and another is unknown", both, [said("spf/a", "bad"), unknown("spf/b")], "not met", "bad"],
  ["one is unknown", both, [said("spf/a", "good"), unknown("spf/b")], "cannot tell", "nobody answered"],
  ["one was not run", both, [said("spf/a", "good")], "cannot tell", "spf/b was not run"],
  ["nothing was run", both, [], "cannot tell", "spf/a was not run"],
  ["only the user can say", both, [said("spf/a", "good"), skipped("spf/b", "undeclared")], "cannot tell", "undeclared"],
  ["there is nothing for one to judge", both, [said("spf/a", "good"), skipped("spf/b", "absent")], "met"],
  ["another role", both, [skipped("spf/a", "role"), skipped("spf/b", "absent")], "does not apply", "role"],
  ["a warning is borne", one("fail"), [said("spf/a", "fair")], "met"],
  ["a warning is too much", one("warn"), [said("spf/a", "fair")], "not met", "fair"],
  ["a verdict is too much", one({ fair: "not met" }), [said("spf/a", "fair")], "not met", "fair"],
  ["a verdict leaves it open", one({ good: "cannot tell" }), [said("spf/a", "good")], "cannot tell", "good"],
  ["a failing verdict is borne", one({ bad: "met" }), [said("spf/a", "bad")], "met"],
  ["other verdicts as ever", one({ fair: "not met" }), [said("spf/a", "bad")], "not met", "bad"],
  ["a glob stands for all", { checks: { "spf/*": "fail" } }, [said("spf/a", "good"), unknown("spf/b")], "cannot tell"],
  ["a waiver bears it", one("fail"), [said("spf/a", "bad", { status: "skip", skipped: "waived" })], "not met", "bad"],
  [
    "softened by the configuration",
    one("fail"),
    [said("spf/a", "bad", { status: "warn", findings: [{ verdict: "bad", level: "warn", text: "bad", data: {} }] })],
    "not met",
  ],
  [
    "hardened by the configuration",
    one("fail"),
    [said("spf/a", "fair", { status: "fail", findings: [{ verdict: "fair", level: "fail", text: "fair", data: {} }] })],
    "met",
  ],
  ["either: one holds", either, [said("spf/a", "bad"), said("dkim/a", "good")], "met"],
  ["either: one holds, one is unknown", either, [unknown("spf/a"), said("dkim/a", "good")], "met"],
  ["either: one fails, one is unknown", either, [said("spf/a", "bad"), unknown("dkim/a")], "cannot tell"],
  ["either: both fail", either, [said("spf/a", "bad"), said("dkim/a", "bad")], "not met", "bad; bad"],
  ["either: one fails, one does not apply", either, [said("spf/a", "bad"), skipped("dkim/a", "role")], "not met"],
  ["either: neither applies", either, [skipped("spf/a", "role"), skipped("dkim/a", "role")], "does not apply"],
  ["no check sees it", { unseen: "needs a message" }, [said("spf/a", "good")], "cannot tell", "needs a message"],
  [
    "no check sees all of it",
    { ...one("fail"), unseen: "the rest" },
    [said("spf/a", "good")],
    "cannot tell",
    "the rest",
  ],
  [
    "a message decides it in place of the records",
    { checks: { "spf/a": "fail" }, message: { "dkim/a": "fail" } },
    [said("spf/a", "bad"), said("dkim/a", "good", { subject: { kind: "message", name: "m.eml" } })],
    "met",
  ],
  ["what is seen of it fails", { ...one("fail"), unseen: "the rest" }, [said("spf/a", "bad")], "not met", "bad"],
  ["what is seen of it is not there", { ...one("fail"), unseen: "x" }, [skipped("spf/a", "absent")], "does not apply"],
])("%s", (_name, requirement, results, state, reason?) => {
  const [outcome] = rollUp([profile(requirement)], { results }, rules);
  expect(outcome).toMatchObject({ requirement: "acme/it", state, ...(reason && { reason }) });
});

const sends: Roles = { roles: ["sends"], declared: true, because: "declared" };
const receives: Roles = { roles: ["receives"], declared: false, because: "it has MX records" };

it.each<[string, Roles | undefined, string, string?]>([
  ["a domain that has the role", sends, "met"],
  ["one that has not", receives, "does not apply", "does not send (inferred: it has MX records)"],
  [
    "one of which that is not known",
    { ...receives, unsure: { roles: ["sends"], reason: "nobody answered" } },
    "cannot tell",
    "nobody answered",
  ],
  ["no role was learnt in time", undefined, "met"],
])("a profile for domains that send: %s", (_name, roles, state, reason?) => {
  const report = { results: [said("spf/a", "good")], ...(roles && { roles }) };
  const [outcome] = rollUp([profile(one("fail"), { role: "sends" })], report, rules);
  expect(outcome).toMatchObject({ state, ...(reason && { reason }) });
});

it("rests on the results that decide it, those that break it first", () => {
  const results = [said("spf/a", "good"), said("spf/b", "bad")];
  expect(rollUp([profile(both)], { results }, rules)).toEqual([
    {
      requirement: "acme/it",
      state: "not met",
      reason: "bad",
      grounds: [{ check: "spf/b", subject: "example.com", verdict: "bad" }],
    },
  ]);
  const good = rollUp([profile(both)], { results: [said("spf/a", "good"), said("spf/b", "good")] }, rules);
  expect(good[0]!.grounds.map((ground) => ground.check)).toEqual(["spf/a", "spf/b"]);
});

it("a requirement of several profiles is told once", () => {
  const profiles = [profile(both), profile(both, { name: "other" })];
  expect(rollUp(profiles, { results: [] }, rules)).toHaveLength(1);
});

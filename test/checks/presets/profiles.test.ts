import { describe, expect, it } from "vitest";
import allChecks from "../../../checks/index.js";
import presets from "../../../checks/presets/index.js";
import type { Check } from "../../../src/check.js";
import { isProfile, namesOfPresets, requirementsOf } from "../../../src/preset.js";
import { hangsOn } from "../../../src/requirement.js";
import { presetLevel } from "../../../src/select.js";
import { matches } from "../../../src/waiver.js";

const checks = allChecks as readonly Check[];
const ids = checks.map(({ id }) => id);
const profiles = presets.filter(isProfile);

it("there is one for each provider, authority and test, by either name", () => {
  expect(profiles.map(({ name }) => name)).toEqual(
    "parked gmail-all gmail-bulk yahoo outlook icloud bod-18-01 internet-nl gmail-spam".split(" "),
  );
  const names = namesOfPresets(presets);
  expect(names).toEqual(expect.arrayContaining(["google-bulk", "microsoft-bulk"]));
  expect(new Set(names).size).toBe(names.length);
});

it("a requirement says the same wherever it stands, and is named like no check", () => {
  for (const one of requirementsOf(presets)) {
    expect(ids).not.toContain(one.id);
    for (const { requirements } of profiles)
      for (const other of requirements) if (other.id === one.id) expect(other).toBe(one);
  }
});

describe.each(profiles.map((profile) => [profile.name, profile] as const))("%s", (_name, profile) => {
  const { requirements, source, heading } = profile;

  it("names the page it was taken from, and the day", () => {
    expect(source.title).not.toBe("");
    expect(source.date).toMatch(/^20\d\d-\d\d-\d\d$/);
    expect(heading).toMatch(/^[A-Za-z].*[^.:]$/);
  });

  it("has every check on that decides a requirement", () => {
    for (const check of checks) {
      const required = requirements.some((requirement) => hangsOn(requirement, check.id));
      if (required) expect([check.id, presetLevel(check, [profile])]).not.toEqual([check.id, undefined]);
    }
  });

  it.each(requirements.map((requirement) => [requirement.id, requirement] as const))("%s", (id, requirement) => {
    const { text, checks: first, or, unseen, codes = [], source: own } = requirement;
    expect(id).toMatch(/^[a-z0-9-]+\/[a-z0-9-]+$/);
    expect(text).toMatch(/^[A-Z].*[^.]$/);
    if (own) expect(own.date).toMatch(/^20\d\d-\d\d-\d\d$/);
    for (const code of codes) expect(code).toMatch(/^[45]\.\d\.\d{1,3}$/);
    expect(first ?? unseen).toBeDefined();
    for (const [glob, bar] of Object.entries({ ...first, ...or })) {
      const found = checks.filter((check) => matches(glob, check.id));
      expect([glob, found.length > 0]).toEqual([glob, true]);
      // What a run judges once is in no target's results.
      for (const { on } of found) expect(["vantage", "list", "waiver"]).not.toContain(on);
      if (typeof bar === "object")
        for (const verdict of Object.keys(bar)) expect(Object.keys(found[0]!.verdicts)).toContain(verdict);
    }
  });
});

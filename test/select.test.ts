import { expect, it } from "vitest";
import { defineCheck, pass, z } from "mailworthy";
import { presetLevel, select } from "../src/select.js";
import type { Check } from "../src/check.js";

const check = (id: string, more: Partial<Check> = {}): Check =>
  ({
    ...defineCheck({
      id,
      on: "domain",
      title: "",
      why: "",
      fix: "",
      needs: {},
      verdicts: { ok: pass("ok") },
      judge: (_, say) => say.ok(),
    }),
    ...more,
  }) as Check;
const limit = check("spf/lookup-limit", {
  options: z.strictObject({ near: z.int().default(9) }),
});
const checks = [check("mx/present"), check("spf/present"), limit, check("acme/x")];
const all = { name: "all", title: "", checks: { "*": "on" } } as const;
const mx = { name: "mx", title: "", checks: { "mx/*": "fail" } } as const;
const bulk = {
  name: "bulk",
  title: "",
  heading: "",
  source: { title: "page", date: "2026-01-01" },
  checks: {},
  requirements: [{ id: "many/spf", text: "", of: "bulk", checks: { "spf/lookup-*": "warn" } }],
} as const;

const ids = (choice: Parameters<typeof select>[1]): string[] =>
  select(checks, choice).map(({ check: { id }, level }) => (level ? `${id}=${level}` : id));

it.each([
  ["a preset", { presets: [all] }, ["mx/present", "spf/present", "spf/lookup-limit", "acme/x"]],
  ["a provider's, by requirements", { presets: [bulk] }, ["spf/lookup-limit"]],
  [
    "several: the harder level",
    { presets: [all, mx] },
    ["mx/present=fail", "spf/present", "spf/lookup-limit", "acme/x"],
  ],
  ["an id turns on", { presets: [mx], checks: { "acme/x": "warn" } }, ["mx/present=fail", "acme/x=warn"]],
  ["a glob changes what is on", { presets: [mx], checks: { "*": "warn" } }, ["mx/present=warn"]],
  ["off", { presets: [all], checks: { "spf/*": "off" } }, ["mx/present", "acme/x"]],
  ["on again", { presets: [all], checks: { "*": "off", "spf/present": "on" } }, ["spf/present"]],
  ["only, beyond the preset", { presets: [mx], only: ["spf/*"] }, ["spf/present", "spf/lookup-limit"]],
  ["only, with its level", { presets: [mx], only: ["mx/present"] }, ["mx/present=fail"]],
  ["skip", { presets: [all], skip: ["spf/*", "acme/x"] }, ["mx/present"]],
] as const)("%s", (_name, choice, expected) => {
  expect(ids(choice as never)).toEqual(expected);
});

it("parses options, and keeps the level", () => {
  const [planned] = select(checks, {
    presets: [bulk],
    checks: { "spf/lookup-limit": { near: 8 }, "spf/*": "warn" },
  });
  expect(planned).toMatchObject({ level: "warn", options: { near: 8 } });
});

it("refuses an empty run, and says what was meant", () => {
  expect(() => select(checks, { presets: [all], only: ["spff/*"] })).toThrow(
    "nothing to judge: --only 'spff/*' matches none of 4 checks.\n  Did you mean 'spf/*'?",
  );
  expect(() => select(checks, { presets: [all], skip: ["*"] })).toThrow("no check is left");
});

it("a later line of a preset outweighs an earlier one", () => {
  const preset = { name: "p", title: "", checks: { "*": "on", "spf/*": "off", "spf/present": "warn" } } as const;
  expect(checks.map((one) => presetLevel(one, [preset]))).toEqual(["as it is", "warn", undefined, "as it is"]);
});

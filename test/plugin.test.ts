import { expect, it } from "vitest";
import { admit, withPlugins } from "../src/plugin.js";
import { UsageError } from "../src/usage.js";

const named = (name: string) => ({ name, title: "", checks: {} });
const registry = { checks: [{ id: "spf/present" }] as never, presets: [named("strict")], reporters: [] };
const plugin = (name: string, ...ids: string[]) => ({ name, checks: ids.map((id) => ({ id })) as never });

it("adds what a plugin brings, under its name", () => {
  const all = withPlugins(registry, [[{ ...plugin("acme", "acme/x"), presets: [named("acme")] }, "./acme.js"]]);
  expect(all.checks.map(({ id }) => id)).toEqual(["spf/present", "acme/x"]);
  expect(all.presets.map(({ name }) => name)).toEqual(["strict", "acme"]);
});

it.each([
  ["no plugin", { foo: 1 }, "not a plugin"],
  ["a name in capitals", plugin("Acme"), "not a plugin"],
  ["a check elsewhere", plugin("acme", "spf/mine"), '"spf/mine" is not under the plugin\'s own name'],
  ["a check without a family", plugin("acme", "acme"), "not under"],
  ["a check twice", plugin("acme", "acme/x", "acme/x"), '"acme/x" is there twice'],
])("refuses %s", (_name, value, why) => {
  expect(() => admit(value as never, "./acme.js")).toThrow(UsageError);
  expect(() => admit(value as never, "./acme.js")).toThrow(`./acme.js: ${why}`.slice(0, 8));
  expect(() => admit(value as never, "./acme.js")).toThrow(why);
});

it.each(["spf", "strict", "acme"])("the name %s is taken", (name) => {
  expect(() =>
    withPlugins(registry, [
      [plugin("acme"), "a"],
      [plugin(name), "b"],
    ]),
  ).toThrow(`b: the name "${name}" is taken`);
});

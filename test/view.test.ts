import { describe, expect, it } from "vitest";
import type { Roles } from "../src/target.js";
import { view } from "../src/view.js";

describe("what a target was judged as", () => {
  const about = (roles: Roles): string[] =>
    view({ target: { domain: "a.example" }, roles, results: [], causes: [] }).about;
  const inferred = { declared: false, because: "" };
  const unsure = { roles: ["receives"], reason: "no answer" } as const;

  it.each([
    ["roles that are inferred", { ...inferred, roles: ["sends", "receives"] }, "sends, receives (inferred)"],
    ["roles that are declared", { ...inferred, declared: true, roles: ["parked"] }, "parked (declared)"],
    ["certainly none", { ...inferred, roles: [] }, "neither sends nor receives (inferred)"],
    ["one, with another in doubt", { ...inferred, roles: ["sends"], unsure }, "sends (inferred)"],
    ["none that is known", { ...inferred, roles: [], unsure }, "role not known"],
  ] satisfies [string, Roles, string][])("%s", (_, roles, said) => expect(about(roles)).toEqual([said]));
});

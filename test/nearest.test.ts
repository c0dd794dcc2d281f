import { expect, it } from "vitest";
import { nearest } from "../src/nearest.js";

it.each([
  ["gaet", ["gate", "score"], "gate"],
  ["repoter", ["reporter", "record"], "reporter"],
  ["spf/lookup-limits", ["spf/lookup-limit", "spf/void-limit"], "spf/lookup-limit"],
  ["spff/*", ["spf/*", "mx/*"], "spf/*"],
  ["zzzz", ["gate"], undefined],
  ["x", ["y"], undefined],
  ["dn", ["dns"], "dns"],
])("%s", (word, known, meant) => {
  expect(nearest(word, known)).toBe(meant);
});

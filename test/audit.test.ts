import { audit, definePlugin, defineCheck, pass, UsageError } from "mailworthy";
import { worldNet } from "mailworthy/testing";
import { expect, it } from "vitest";

const net = worldNet({ zone: `example.com MX 10 mx1.example.com\nmx1.example.com A 192.0.2.1` });
const only = ["mx/present"];

it("gives the summary and every report", async () => {
  const { summary, reports } = await audit({ targets: ["Example.COM.", { domain: "b.example" }], only, net });
  expect(summary).toMatchObject({ targets: 2, exit: 0, counts: { pass: 1, skip: 1 } });
  expect(reports.map(({ target }) => target?.domain)).toEqual(["example.com", "b.example"]);
});

it("takes targets one at a time, and reporters of its own", async () => {
  async function* targets() {
    for (let at = 0; at < 50; at++) yield `d${at}.example`;
  }
  const seen: string[] = [];
  const reporter = { report: ({ target }: { target?: { domain: string } }) => void seen.push(target!.domain) };
  await audit({ targets: targets(), only, net, reporters: [reporter] });
  expect(seen).toHaveLength(50);
});

it("judges by plugins and settings", async () => {
  const check = defineCheck({
    id: "acme/always",
    on: "domain",
    title: "All is well",
    why: "So.",
    fix: "Nothing.",
    needs: {},
    verdicts: { well: pass("well") },
    judge: (_, say) => say.well(),
  });
  const plugins = [definePlugin({ name: "acme", checks: [check] })];
  const { reports } = await audit({ targets: ["example.com"], net, plugins, only: ["acme/*", "mx/present"] });
  expect(reports[0]!.results.map((result) => result.check)).toEqual(["mx/present", "acme/always"]);
});

it.each([
  [{ targets: ["example.com"], preset: ["strickt"] }, 'no preset "strickt". Did you mean strict?'],
  [{ targets: ["example.com"], only: ["nope/*"] }, "nothing to judge"],
  [{ targets: ["example..com"], only }, "empty label"],
])("refuses %j", async (options, why) => {
  const trial = audit({ ...options, net });
  await expect(trial).rejects.toThrow(UsageError);
  await expect(trial).rejects.toThrow(why);
});

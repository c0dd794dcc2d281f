import { describe, expect, it } from "vitest";
import { audit, family, type Net, NetError } from "mailworthy";
import { worldNet } from "mailworthy/testing";
import checks from "../../checks/index.js";
import { matches } from "../../src/waiver.js";

const zone = `
  example.com MX 10 mx1.example.com
  example.com TXT "v=spf1 mx -all"
  mx1.example.com A 203.0.114.25
  25.114.0.203.in-addr.arpa PTR mx1.example.com
  control.example A 203.0.114.1`;
const silent = (): never => {
  throw new NetError("timeout", "no answer");
};
const world = worldNet({ zone });
const net: Net = {
  ...world,
  smtp: async () => silent(),
  reach: async (at) => (at.port === 443 ? { outcome: "open", took: 1 } : silent()),
};
const asked = { targets: [{ domain: "example.com", senders: ["mx"] }], net, controls: ["control.example"], lists: [] };

describe("where port 25 is blocked", async () => {
  const { reports, summary } = await audit(asked);
  const cause = summary.causes.find(({ id }) => id === "env/outbound-25")!;
  const [, globs = ""] = /--skip '(.*)'$/.exec(cause.next!.at(-1)!) ?? [];
  const skip = globs.split(",");

  it("one cause is told, with a way to learn it and a way to leave it out", () => {
    expect(cause.text).toBe("port 25 is blocked from here");
    expect(cause.next).toHaveLength(3);
    expect(skip).toContain("env/outbound-25");
  });

  it("what the advice leaves out is there, and is all that hangs on it", async () => {
    for (const glob of skip) expect(checks.some(({ id }) => matches(glob, id))).toBe(true);
    const hanging = reports.flatMap(({ results }) => results.filter((one) => one.cause === "env/outbound-25"));
    const missed = new Set(hanging.map(({ check }) => check).filter((id) => !skip.some((glob) => matches(glob, id))));
    expect([...missed], `not in --skip '${globs}'`).toEqual([]);
    expect(new Set(hanging.map(({ check }) => family(check))).size).toBeGreaterThan(2);
    const without = await audit({ ...asked, skip });
    const left = without.reports.flatMap(({ results }) => results);
    expect(left.filter(({ status, check }) => status === "inconclusive" && !check.startsWith("env/"))).toEqual([]);
  });
});

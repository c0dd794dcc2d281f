import { describe, expect, it } from "vitest";
import { blocklist, blocklists, shownZone, standardLists } from "../../src/data/blocklists.js";

describe("blocklists", () => {
  it.each(blocklists.map((list) => [list.zone, list] as const))("%s is described in full", (zone, list) => {
    expect(zone).toMatch(/^[a-z0-9-]+(\.[a-z0-9-]+)+$/);
    expect(list.date).toMatch(/^20\d\d-\d\d$/);
    expect(list.source).not.toBe("");
    expect(list.delist).toMatch(/^https:/);
    const codes = [...Object.keys(list.codes), ...Object.keys(list.refusals ?? {})];
    for (const code of codes) expect(code).toMatch(/^127\.\d+\.\d+\.\d+$/);
    expect(codes.length + Object.keys(list.bits ?? {}).length).toBeGreaterThan(0);
  });

  it("asks few lists unless told otherwise, and none that serves only those who have registered", () => {
    expect(standardLists.length).toBeLessThanOrEqual(8);
    expect(standardLists).not.toContain("b.barracudacentral.org");
  });

  it("knows a list by its key zone, and hides the key", () => {
    const zone = "abcdefghijklmnopqrstuvwxyz.zen.dq.spamhaus.net";
    expect(shownZone(zone)).toBe("key.zen.dq.spamhaus.net");
    expect(blocklist(shownZone(zone))).toMatchObject({ name: "Spamhaus ZEN", zone: "key.zen.dq.spamhaus.net" });
    expect(shownZone("zen.spamhaus.org")).toBe("zen.spamhaus.org");
  });

  it("claims nothing of a zone it does not know", () => {
    expect(blocklist("bl.example.net")).toMatchObject({ name: "bl.example.net", tier: 2, holds: ["ip4"] });
  });
});

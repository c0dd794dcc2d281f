import { describe, expect, it } from "vitest";
import { blocklist, listOfKeyIn, standardLists, withoutKeys } from "../../src/data/blocklist.js";
import { endedLists } from "../../src/data/ended-lists.js";
import { blocklists } from "../../src/data/blocklists.js";

describe("blocklists", () => {
  it.each(blocklists.map((list) => [list.zone, list] as const))("%s is described in full", (zone, list) => {
    expect(zone).toMatch(/^[a-z0-9-]+(\.[a-z0-9-]+)+$/);
    expect(list.date).toMatch(/^20\d\d-\d\d$/);
    expect(list.source).not.toBe("");
    expect(list.delist).toMatch(/^https:/);
    const codes = [...Object.keys(list.codes), ...Object.keys(list.refusals ?? {})];
    for (const code of codes) expect(code).toMatch(/^127(?:\.(?:\d+|\*)){3}$/);
    expect(codes.length + Object.keys(list.bits ?? {}).length).toBeGreaterThan(0);
  });

  it("asks few lists unless told otherwise, and none that serves only those who have registered", () => {
    expect(standardLists.length).toBeLessThanOrEqual(8);
    expect(standardLists).not.toContain("b.barracudacentral.org");
  });

  it("sees a key that stands in a name, and can leave it out", () => {
    const text = "2.0.0.127.abcdefghijklmnopqrstuvwxyz.zen.dq.spamhaus.net gives no answer";
    expect(withoutKeys(text)).toBe("2.0.0.127.KEY.zen.dq.spamhaus.net gives no answer");
    expect(listOfKeyIn(text)).toMatchObject({ name: "Spamhaus ZEN" });
    expect(listOfKeyIn("KEY.DBL.dq.spamhaus.net")).toMatchObject({ name: "Spamhaus DBL" });
    expect(listOfKeyIn("zen.spamhaus.org")).toBeUndefined();
  });

  it("knows lists that are no more, and has none of them", () => {
    expect(blocklist("spam.dnsbl.sorbs.net").ended).toBe("was shut down in June 2024");
    expect(blocklist("notsorbs.net").ended).toBeUndefined();
    for (const { zone, ended } of blocklists.map((list) => blocklist(list.zone)))
      expect([zone, ended]).toEqual([zone, undefined]);
    for (const { zone } of blocklists)
      for (const gone of Object.keys(endedLists)) expect(`.${zone}`.endsWith(`.${gone}`)).toBe(false);
  });

  it("claims nothing of a zone it does not know", () => {
    expect(blocklist("bl.example.net")).toMatchObject({ name: "bl.example.net", tier: 2, holds: ["ip4"] });
  });
});

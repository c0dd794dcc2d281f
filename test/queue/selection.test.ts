import { describe, expect, it } from "vitest";
import {
  isMeant,
  isNarrowed,
  readCondition,
  readQueue,
  readReason,
  readSize,
  type Selection,
} from "../../src/queue/selection.js";
import type { Queued } from "../../src/syntax/postqueue.js";

const now = 1_800_000_000_000;
const message: Queued = {
  queue: "deferred",
  id: "4jYVz74XjRzFpd0",
  arrival: now / 1_000 - 7_200,
  size: 50_000,
  expiring: false,
  sender: "Ann@News.Example.com",
  recipients: [
    { address: "bob@slow.example", reason: "connect to mx.slow.example[192.0.2.9]:25: Connection timed out" },
    {
      address: "eve@mail.gmail.com",
      reason: "host g[192.0.2.1] said: 421 4.7.28 unusual rate (in reply to RCPT TO command)",
    },
  ],
};
const bounce = { ...message, sender: "", queue: "hold", recipients: [{ address: "root", reason: null }] };

describe("a message is meant", () => {
  it.each<[Selection, boolean, boolean]>([
    [{}, true, true],
    [{ ids: ["4jYVz74XjRzFpd0"] }, true, true],
    [{ ids: ["4jYVz74XjRzFpd1"] }, false, false],
    [{ to: ["slow.example"] }, true, false],
    [{ to: ["SLOW.example"] }, true, false],
    [{ to: ["@slow.example"] }, true, false],
    [{ to: ["bob@slow.example"] }, true, false],
    [{ to: ["ob@slow.example"] }, false, false],
    [{ to: ["low.example"] }, false, false],
    [{ to: ["gmail.com"] }, false, false],
    [{ to: [".gmail.com"] }, true, false],
    [{ to: ["gmail.com", "slow.example"] }, true, false],
    [{ to: ["root"] }, false, true],
    [{ from: ["news.example.com"] }, true, false],
    [{ from: ["ann@news.example.com"] }, true, false],
    [{ from: ["<>"] }, false, true],
    [{ from: ["mailer-daemon"] }, false, true],
    [{ from: [""] }, false, false],
    [{ older: 7_199_000 }, true, true],
    [{ older: 7_200_000 }, false, false],
    [{ larger: 49_999 }, true, true],
    [{ larger: 50_000 }, false, false],
    [{ reason: ["silent"] }, true, false],
    [{ reason: ["refused"] }, false, false],
    [{ reason: ["4.7.28"] }, true, false],
    [{ reason: ["4.7.2"] }, false, false],
    [{ reason: ["421"] }, true, false],
    [{ reason: ["42"] }, false, false],
    [{ in: ["hold"] }, false, true],
    [{ in: ["all"] }, true, true],
    [{ to: ["slow.example"], in: ["hold"] }, false, false],
  ])("%j", (selection, first, second) => {
    expect([isMeant(selection, message, now), isMeant(selection, bounce, now)]).toEqual([first, second]);
  });

  it.each<[string, boolean, boolean]>([
    ["to=slow.example", true, false],
    ["to!=slow.example", false, true],
    ["from=<>", false, true],
    ["from != <>", true, false],
    ["reason=ratelimited", true, false],
    ["reason!=connection-lost", true, true],
    ["said~TIMED OUT", true, false],
    ["in=hold", false, true],
    ["age>1h", true, true],
    ["age<1h", false, false],
    ["size<1M", true, true],
    ["size>50.5k", false, false],
    ["recipients>1", true, false],
  ])("where %s", (text, first, second) => {
    const where = [readCondition(text)];
    expect([isMeant({ where }, message, now), isMeant({ where }, bounce, now)]).toEqual([first, second]);
  });

  it.each([
    "",
    "to",
    "to>x",
    "age=2d",
    "age>2",
    "size>big",
    "recipients>x",
    "who=x",
    "in=everywhere",
    "reason=bad luck",
  ])("never by what cannot be read: %j", (text) => {
    expect(() => readCondition(text)).toThrow();
  });

  it("only where something narrows it", () => {
    expect(isNarrowed({})).toBe(false);
    expect(isNarrowed({ ids: [], to: [], in: [], where: [] })).toBe(false);
    expect(isNarrowed({ older: 0 })).toBe(true);
    expect(isNarrowed({ in: ["all"] })).toBe(true);
  });

  it("by words that are known", () => {
    expect(readReason("Connection-Lost")).toBe("connection lost");
    expect(readReason("4.7.28")).toBe("4.7.28");
    expect(() => readReason("refusd")).toThrow("Did you mean refused?");
    expect(() => readQueue("defered")).toThrow("Did you mean deferred?");
    expect(() => readQueue("./queue.json")).toThrow("mailworthy queue FILE");
    expect(["10", "500k", "1.5M", "2GB"].map(readSize)).toEqual([10, 500_000, 1_500_000, 2_000_000_000]);
  });
});

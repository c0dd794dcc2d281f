import { describe, expect, it, vi } from "vitest";
import { bounds } from "../../../src/bounds.js";
import { Limits } from "../../../src/net/limits.js";
import type { Place } from "../../../src/net/net.js";

const at = (ip: string, host = `h${ip.replaceAll(".", "")}.example`): Place => ({ host, ip, port: 25 });

/** What is still counted a moment after the last task. */
const left = (limits: Limits): Promise<number> => new Promise((resolve) => setImmediate(() => resolve(limits.counted)));

/** Tasks that count how many run at once, and end when told. */
function crowd() {
  let now = 0;
  const seen = { most: 0, done: 0 };
  const task = async (): Promise<void> => {
    now++;
    seen.most = Math.max(seen.most, now);
    await new Promise((later) => setTimeout(later, 5));
    now--;
    seen.done++;
  };
  return { seen, task };
}

describe("connections at once", () => {
  it.each<[string, number, (at: number) => Place, number]>([
    ["in all", 7, (n) => at(`192.0.${n}.1`, `mx.host${n}.example`), 7],
    ["to one address", 64, (n) => at("192.0.2.1", `mx.host${n}.example`), bounds.perAddress],
    ["to one operator, by name", 64, (n) => at(`192.0.${n}.1`, `mx${n}.mail.example.com`), bounds.perOperator],
    ["to one operator below co.uk", 64, (n) => at(`192.0.${n}.1`, `mx${n}.example.co.uk`), bounds.perOperator],
    ["to one network, without a name", 64, (n) => at(`192.0.2.${n}`, `192.0.2.${n}`), bounds.perOperator],
    ["to many", 64, (n) => at(`192.0.${n}.1`, `mx.host${n}.co.uk`), 40],
  ])("%s", async (_, together, place, most) => {
    const limits = new Limits(together);
    const { seen, task } = crowd();
    await Promise.all(Array.from({ length: 40 }, (_, n) => limits.run(place(n), undefined, task)));
    expect(seen).toEqual({ most, done: 40 });
    expect(await left(limits)).toBe(0);
  });

  it("are one for SMTP with an address, and its waiting takes nobody's place", async () => {
    const limits = new Limits(2);
    const { seen, task } = crowd();
    const order: string[] = [];
    const say = (word: string) => async () => {
      await task();
      order.push(word);
    };
    await Promise.all([
      limits.session(at("192.0.2.1"), undefined, say("first")),
      limits.session(at("192.0.2.1"), undefined, say("second")),
      limits.session(at("192.0.2.1"), undefined, say("third")),
      limits.run(at("192.0.3.1"), undefined, say("other")),
    ]);
    expect(order.indexOf("other")).toBeLessThan(2);
    expect(order.filter((word) => word !== "other")).toEqual(["first", "second", "third"]);
    expect(seen.most).toBe(2);
  });
});

it("gives back what a task gives, or throws", async () => {
  const limits = new Limits();
  expect(await limits.run(at("192.0.2.1"), undefined, async () => 7)).toBe(7);
  await expect(limits.run(at("192.0.2.1"), undefined, () => Promise.reject(new Error("no")))).rejects.toThrow("no");
  expect(await left(limits)).toBe(0);
});

describe("an aborted signal", () => {
  it("ends the waiting, and leaves nothing behind", async () => {
    const limits = new Limits(1);
    const controller = new AbortController();
    const { seen, task } = crowd();
    const running = limits.session(at("192.0.2.1"), undefined, task);
    const same = limits.session(at("192.0.2.1"), controller.signal, task);
    const other = limits.run(at("192.0.2.2"), controller.signal, task);
    controller.abort();
    await expect(same).rejects.toMatchObject({ code: "interrupted" });
    await expect(other).rejects.toMatchObject({ code: "interrupted" });
    await expect(limits.run(at("192.0.2.3"), controller.signal, task)).rejects.toMatchObject({ code: "interrupted" });
    await running;
    await limits.run(at("192.0.2.1"), undefined, task);
    expect(seen.done).toBe(2);
    expect(await left(limits)).toBe(0);
  });

  it("does not end what runs: that minds it by itself", async () => {
    const controller = new AbortController();
    const done = new Limits().run(at("192.0.2.1"), controller.signal, async () => {
      controller.abort();
      return "done";
    });
    expect(await done).toBe("done");
  });
});

describe("a busy address", () => {
  it("is left alone for a while, others are not", async () => {
    vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "performance"] });
    try {
      const limits = new Limits();
      limits.backOff("192.0.2.1");
      const done: string[] = [];
      const busy = limits.session(at("192.0.2.1"), undefined, async () => void done.push("busy"));
      await limits.session(at("192.0.2.2"), undefined, async () => void done.push("other"));
      await vi.advanceTimersByTimeAsync(bounds.smtp.backOff - 100);
      expect(done).toEqual(["other"]);
      await vi.advanceTimersByTimeAsync(200);
      await busy;
      expect(done).toEqual(["other", "busy"]);
      limits.backOff("192.0.2.3");
      expect(limits.counted).toBe(1);
    } finally {
      vi.useRealTimers();
    }
  });

  it("is not waited for once the signal is aborted", async () => {
    const limits = new Limits();
    limits.backOff("192.0.2.1");
    const controller = new AbortController();
    const waiting = limits.session(at("192.0.2.1"), controller.signal, async () => {});
    setTimeout(() => controller.abort(), 5);
    await expect(waiting).rejects.toMatchObject({ code: "interrupted" });
  });
});

import { expect, it } from "vitest";
import type { Clock } from "../../src/cli/clock.js";
import { type Standing, untilExpected } from "../../src/cli/propagation.js";

const server = (state: Standing["state"], said: string = state, kept = 60_000): Standing => ({
  server: "ns1",
  state,
  said: [said],
  kept,
});

/** A clock that passes by waiting alone, and how long each wait was. */
function clockOf(): Clock & { waits: number[] } {
  const waits: number[] = [];
  let now = 0;
  return {
    waits,
    now: () => now,
    async pause(ms) {
      waits.push(Math.round(ms));
      now += ms;
    },
  };
}

async function waited(
  rounds: Standing[][],
  { atMost = 60_000, random = (): number => 0.5, stopAfter = Infinity } = {},
) {
  const clock = clockOf();
  const stop = new AbortController();
  let asked = 0;
  const seen: string[] = [];
  const outcome = await untilExpected({
    async ask() {
      const round = rounds[Math.min(asked, rounds.length - 1)]!;
      if (++asked === stopAfter) stop.abort();
      return round;
    },
    told: (_, changed, took) => seen.push(...changed.map(({ said }) => `${took} ${said.join()}`)),
    atMost,
    interval: 15_000,
    clock,
    signal: stop.signal,
    random,
  });
  return { ...outcome, asked, seen, waits: clock.waits };
}

it("ends with the first round in which all are as expected", async () => {
  expect(await waited([[server("expected")]])).toMatchObject({ asked: 1, took: 0, waits: [] });
  const late = await waited([[server("otherwise")], [server("silent")], [server("expected")]]);
  expect(late).toMatchObject({ asked: 3, took: 30_000, interrupted: false, waits: [15_000, 15_000] });
});

it("wants all of them in one round", async () => {
  const [good, bad] = [server("expected"), server("otherwise")];
  const flapping = [
    [good, { ...bad, server: "ns2" }],
    [bad, { ...good, server: "ns2" }],
    [good, { ...good, server: "ns2" }],
  ];
  expect(await waited(flapping)).toMatchObject({ asked: 3 });
});

it("ends when time is up, after a last round", async () => {
  const outcome = await waited([[server("otherwise")]], { atMost: 40_000 });
  expect(outcome).toMatchObject({ asked: 4, took: 40_000, waits: [15_000, 15_000, 10_000], interrupted: false });
  expect(await waited([[server("silent")]], { atMost: 0 })).toMatchObject({ asked: 1, waits: [] });
});

it("does not ask in step with others", async () => {
  const rounds = [[server("otherwise")], [server("expected")]];
  expect((await waited(rounds, { random: () => 0 })).waits).toEqual([13_500]);
  expect((await waited(rounds, { random: () => 1 })).waits).toEqual([16_500]);
});

it("tells of a server only what has changed", async () => {
  const rounds = [
    [server("otherwise", "old")],
    [server("otherwise", "old")],
    [server("silent", "timeout")],
    [server("expected", "new")],
  ];
  expect((await waited(rounds)).seen).toEqual(["0 old", "30000 timeout", "45000 new"]);
});

it("knows until when others may hold what was there", async () => {
  const held = await waited([[server("otherwise", "old", 60_000)], [server("expected")]]);
  expect(held.heldUntil).toBe(60_000);
  const over = await waited([[server("otherwise", "old", 10_000)], [server("expected")]]);
  expect(over).not.toHaveProperty("heldUntil");
  expect(await waited([[server("expected")]])).not.toHaveProperty("heldUntil");
});

it("stops at once when it is told to, and keeps what it knew", async () => {
  const rounds = [[server("otherwise", "old")], [server("silent", "interrupted")]];
  const outcome = await waited(rounds, { stopAfter: 2 });
  expect(outcome).toMatchObject({ interrupted: true, standings: [{ said: ["old"] }] });
  expect(await waited([[server("expected")]], { stopAfter: 1 })).toMatchObject({ interrupted: false });
});

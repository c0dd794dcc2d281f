import type { Clock } from "./clock.js";

/** What a server has, compared with what is expected of it. */
export interface Standing {
  server: string;
  state: "expected" | "otherwise" | "silent";
  /** The records it answers with, or in words that there is none or why there is no answer. */
  said: string[];
  /** Seconds, of the records. */
  ttl?: number;
  /** Milliseconds for which a resolver may keep what it answers; where it is not known, it is left out. */
  kept?: number;
}

export interface Waiting {
  /** One round: each server asked once. */
  ask(signal: AbortSignal): Promise<Standing[]>;
  /** Called after each round with how each server stands, and with those that stand otherwise than before. */
  told?(standings: readonly Standing[], changed: readonly Standing[], took: number): void;
  /** Milliseconds, for all rounds together and between two of them. */
  atMost: number;
  interval: number;
  clock: Clock;
  signal: AbortSignal;
  /** 0 to 1. */
  random?(): number;
}

export interface Waited {
  standings: Standing[];
  /** Milliseconds. */
  took: number;
  interrupted: boolean;
  /** Until when a resolver may hold what a server answered before it answered as expected; by the clock. */
  heldUntil?: number;
}

/**
 * Asks servers in rounds until all of them answer as expected in one and the same round, or time is up. Rounds are a
 * little irregular, so that many who wait do not ask in step. What a resolver took from a server just before that changed
 * it may keep for its whole TTL; that is counted from the last round in which a server still had it.
 */
export async function untilExpected(waiting: Waiting): Promise<Waited> {
  const { ask, told, atMost, interval, clock, signal, random = Math.random } = waiting;
  const began = clock.now();
  const end = began + atMost;
  let before: readonly Standing[] = [];
  let heldUntil: number | undefined;
  for (;;) {
    const found = await ask(signal);
    // A round that was called off says nothing; the one before it stands.
    const standings = signal.aborted && before.length > 0 ? [...before] : found;
    const now = clock.now();
    for (const { state, kept } of standings)
      if (state === "otherwise" && kept !== undefined) heldUntil = Math.max(heldUntil ?? 0, now + kept);
    const known = new Map(before.map((one) => [one.server, one]));
    const changed = standings.filter((one) => known.get(one.server)?.said.join("\n") !== one.said.join("\n"));
    told?.(standings, changed, now - began);
    before = standings;
    const done = standings.every(({ state }) => state === "expected");
    if (done || signal.aborted || now >= end) {
      const held = heldUntil !== undefined && heldUntil > now && { heldUntil };
      return { standings, took: now - began, interrupted: signal.aborted && !done, ...held };
    }
    await clock.pause(Math.min(end - now, interval * (0.9 + 0.2 * random())), signal);
    if (!signal.aborted) continue;
    return { standings, took: clock.now() - began, interrupted: true, ...(heldUntil !== undefined && { heldUntil }) };
  }
}

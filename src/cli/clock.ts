import { setTimeout as pause } from "node:timers/promises";

/** Time, so that a test need not wait for it. */
export interface Clock {
  /** Milliseconds since 1970. */
  now(): number;
  /** Comes after so many milliseconds, or as soon as it is called off. */
  pause(ms: number, signal: AbortSignal): Promise<void>;
}

/** Time as it passes. */
export const realClock: Clock = {
  now: () => Date.now(),
  pause: (ms, signal) => pause(ms, undefined, { signal }).catch(() => {}),
};

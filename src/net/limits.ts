import pLimit, { type LimitFunction } from "p-limit";
import { bounds } from "../bounds.js";
import { familyOf, octetsOf } from "../syntax/address.js";
import type { Place } from "./net.js";
import { stoppedBy } from "./stopped.js";

/**
 * The only place that counts connections: so many in all, to one address and to one operator, one SMTP session at a
 * time to an address, and none for a while to one that said it is busy.
 */
export class Limits {
  readonly #all: LimitFunction;
  readonly #narrow = new Map<string, LimitFunction>();
  readonly #busyUntil = new Map<string, number>();

  constructor(together: number = bounds.connections) {
    this.#all = pLimit(together);
  }

  /** Runs a task when a connection to that place may be opened. Rejects when the signal is aborted before that. */
  run<T>(place: Place, signal: AbortSignal | undefined, task: () => Promise<T>): Promise<T> {
    // The narrow queues come first: who waits for an address must not hold a place of everybody's.
    return this.#slot(place.ip, bounds.perAddress, signal, () =>
      this.#slot(operatorOf(place), bounds.perOperator, signal, () => waitFor(this.#all, signal, task)),
    );
  }

  /** As `run`, for SMTP: sessions with one address follow each other, and wait while it is busy. */
  session<T>(place: Place, signal: AbortSignal | undefined, task: () => Promise<T>): Promise<T> {
    return this.#slot(`smtp ${place.ip}`, 1, signal, async () => {
      await pause((this.#busyUntil.get(place.ip) ?? 0) - performance.now(), signal);
      return this.run(place, signal, task);
    });
  }

  /** The address said 421 or 450: the next session with it waits. */
  backOff(ip: string): void {
    const now = performance.now();
    for (const [address, until] of this.#busyUntil) if (until <= now) this.#busyUntil.delete(address);
    this.#busyUntil.set(ip, now + bounds.smtp.backOff);
  }

  /** How many addresses and operators it keeps count of now. */
  get counted(): number {
    return this.#narrow.size + this.#busyUntil.size;
  }

  #slot<T>(key: string, most: number, signal: AbortSignal | undefined, task: () => Promise<T>): Promise<T> {
    const limit = this.#narrow.get(key) ?? pLimit(most);
    this.#narrow.set(key, limit);
    return waitFor(limit, signal, task, () => {
      if (limit.activeCount === 0 && limit.pendingCount === 0) this.#narrow.delete(key);
    });
  }
}

/** Runs a task in its turn, unless the signal is aborted while it waits; a task that runs minds the signal by itself. */
function waitFor<T>(
  limit: LimitFunction,
  signal: AbortSignal | undefined,
  task: () => Promise<T>,
  left: () => void = () => {},
): Promise<T> {
  return new Promise((resolve, reject) => {
    const leave = (): void => reject(stoppedBy(signal!));
    if (signal?.aborted) leave();
    signal?.addEventListener("abort", leave);
    limit(async () => {
      signal?.removeEventListener("abort", leave);
      if (!signal?.aborted) await task().then(resolve, reject);
    })
      .catch(reject)
      .finally(left);
  });
}

function pause(milliseconds: number, signal: AbortSignal | undefined): Promise<void> {
  if (milliseconds <= 0) return Promise.resolve();
  return new Promise((resolve, reject) => {
    const leave = (): void => {
      clearTimeout(timer);
      reject(stoppedBy(signal!));
    };
    const timer = setTimeout(() => {
      signal?.removeEventListener("abort", leave);
      resolve();
    }, milliseconds);
    if (signal?.aborted) leave();
    else signal?.addEventListener("abort", leave, { once: true });
  });
}

const secondLevel = /^(?:ac|co|com|edu|go|gob|gov|ne|net|or|org)$/;

/** Who runs a host, roughly: the last two labels of its name, three below such as co.uk; or else its network. */
function operatorOf({ host, ip }: Place): string {
  const labels = host.split(".");
  if (familyOf(host) !== undefined || labels.length < 2) {
    const octets = octetsOf(ip);
    return `net ${octets.slice(0, octets.length === 4 ? 3 : 6).join(".")}`;
  }
  return labels.slice(secondLevel.test(labels.at(-2)!) ? -3 : -2).join(".");
}

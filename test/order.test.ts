import { describe, expect, it } from "vitest";
import { inOrder, until } from "../src/order.js";

const after = <T>(ticks: number, value: T): Promise<T> =>
  new Promise((resolve) => {
    const step = (left: number): unknown => (left === 0 ? resolve(value) : setImmediate(step, left - 1));
    step(ticks);
  });

async function* jobs<T>(of: readonly (() => Promise<T>)[]): AsyncGenerator<() => Promise<T>> {
  yield* of;
}

async function all<T>(from: AsyncIterable<T>): Promise<T[]> {
  const found: T[] = [];
  for await (const one of from) found.push(one);
  return found;
}

describe("jobs in order", () => {
  it("yields outcomes in the order of the jobs, whichever is ready first", async () => {
    const work = [5, 0, 3, 1].map((ticks, at) => () => after(ticks, at));
    expect(await all(inOrder(jobs(work), 4))).toEqual([0, 1, 2, 3]);
  });

  it("runs no more at once than it may", async () => {
    let running = 0;
    let most = 0;
    const work = Array.from({ length: 50 }, (_, at) => async () => {
      most = Math.max(most, ++running);
      await after(at % 4, undefined);
      running--;
    });
    expect(await all(inOrder(jobs(work), 3))).toHaveLength(50);
    expect(most).toBe(3);
  });

  it("starts nothing more while a slow job holds back too many", async () => {
    let started = 0;
    let release = (): void => {};
    const slow = new Promise<void>((resolve) => (release = resolve));
    const work = [() => slow, ...Array.from({ length: 200 }, () => async () => void started++)];
    const done = all(inOrder(jobs(work), 2));
    await after(400, undefined);
    expect(started).toBeLessThan(30);
    release();
    expect(await done).toHaveLength(201);
  });

  it("passes on what a source or a job throws", async () => {
    await expect(all(inOrder(jobs([() => Promise.reject(new Error("job"))]), 2))).rejects.toThrow("job");
    const broken = (async function* () {
      yield () => Promise.resolve(1);
      throw new Error("source");
    })();
    await expect(all(inOrder(broken, 2))).rejects.toThrow("source");
  });
});

describe("a source until a signal", () => {
  it("ends although the source never answers", async () => {
    const stop = new AbortController();
    const source = (async function* () {
      yield 1;
      await new Promise(() => {});
    })();
    setImmediate(() => stop.abort());
    expect(await all(until(source, stop.signal))).toEqual([1]);
  });
});

/** How many finished jobs may wait for an earlier one, for each that runs. */
const patience = 10;

/**
 * Runs jobs, so many at once, and yields their outcomes in the order they came. A slow job holds the ones behind it back
 * only within a bound: then no further job starts, so memory stays bounded however many there are.
 */
export async function* inOrder<T>(jobs: AsyncIterator<() => Promise<T>>, together: number): AsyncGenerator<T> {
  const queue: Promise<T>[] = [];
  let running = 0;
  let drained = false;
  let wake: () => void = () => {};
  const feed = async (): Promise<void> => {
    while (!drained) {
      if (running >= together || queue.length >= together * patience) {
        await new Promise<void>((resolve) => (wake = resolve));
        continue;
      }
      const next = await jobs.next();
      if (next.done) break;
      running++;
      const job = next.value().finally(() => {
        running--;
        wake();
      });
      job.catch(() => {});
      queue.push(job);
      arrived();
    }
    drained = true;
    arrived();
  };
  let arrived: () => void = () => {};
  let failure: unknown;
  const feeding = feed().catch((error: unknown) => {
    failure = error;
    drained = true;
    arrived();
  });
  try {
    while (!drained || queue.length > 0) {
      const head = queue[0];
      if (!head) {
        await new Promise<void>((resolve) => {
          arrived = resolve;
          if (drained || queue.length > 0) resolve();
        });
        continue;
      }
      const outcome = await head;
      void queue.shift();
      wake();
      yield outcome;
    }
    if (failure !== undefined) throw failure;
  } finally {
    drained = true;
    wake();
    await feeding;
  }
}

/**
 * What comes from a source until the signal is aborted, also while the source keeps us waiting. The source is told that no
 * more is wanted, and is not waited for.
 */
export async function* until<T>(source: Iterable<T> | AsyncIterable<T>, stop?: AbortSignal): AsyncGenerator<T> {
  const stopped = new Promise<{ done: true; value: undefined }>((resolve) => {
    const end = (): void => resolve({ done: true, value: undefined });
    if (stop?.aborted) end();
    else stop?.addEventListener("abort", end, { once: true });
  });
  const from = Symbol.asyncIterator in source ? source[Symbol.asyncIterator]() : source[Symbol.iterator]();
  try {
    for (;;) {
      const next = await Promise.race([stopped, from.next()]);
      if (next.done) return;
      yield next.value;
    }
  } finally {
    void Promise.resolve(from.return?.()).catch(() => {});
  }
}

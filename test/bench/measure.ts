/** One side of a comparison. `prepare` brings everything back to where it was, `settle` ends what goes on; neither is timed. */
export interface Side<T = unknown> {
  prepare?: () => Promise<unknown>;
  run(): Promise<T>;
  settle?: () => Promise<unknown>;
}

export interface Taken<T = unknown> {
  /** Median over the repetitions. */
  ms: number;
  /** Most resident memory of this process during any repetition. */
  peakMb: number;
  last: T;
}

const megabyte = 1024 * 1024;
const sampleEveryMs = 20;

/** Runs both sides in turn, so that a busy moment of the machine hits both. */
export async function race<T, U>(ours: Side<T>, baseline: Side<U>, times = 3): Promise<{ ours: Taken<T>; baseline: Taken<U> }> {
  const [mine, theirs] = [collector<T>(), collector<U>()];
  for (let i = 0; i < times; i++) {
    await mine.take(ours);
    await theirs.take(baseline);
  }
  return { ours: mine.taken(), baseline: theirs.taken() };
}

export async function repeat<T>(side: Side<T>, times = 3): Promise<Taken<T>> {
  const all = collector<T>();
  for (let i = 0; i < times; i++) await all.take(side);
  return all.taken();
}

/** Gathers repetitions that are taken in an order of their own. */
export function collector<T>() {
  const ms: number[] = [];
  let peak = 0;
  let last: { value: T } | undefined;
  return {
    async take(side: Side<T>) {
      await side.prepare?.();
      const watch = setInterval(() => (peak = Math.max(peak, process.memoryUsage.rss())), sampleEveryMs);
      const started = performance.now();
      try {
        last = { value: await side.run() };
        ms.push(performance.now() - started);
      } finally {
        clearInterval(watch);
        peak = Math.max(peak, process.memoryUsage.rss());
      }
      await side.settle?.();
    },
    taken(): Taken<T> {
      if (!last) throw new Error('nothing was measured');
      return { ms: median(ms), peakMb: peak / megabyte, last: last.value };
    },
  };
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return ((sorted[middle] ?? 0) + (sorted[sorted.length - 1 - middle] ?? 0)) / 2;
}

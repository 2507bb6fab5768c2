import type { DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';
import { AppError } from '../../../../core/base/errors';
import type { Recovery } from '../../../../core/ports/engine';
import { createLane } from '../lane';
import { engineProblem, isFatal, isInterrupt } from '../problem';
import type { Opened } from './recover';

/** One connection to the database that survives a reopening of it. */
export interface Link {
  /**
   * Runs `work` alone on this connection. When DuckDB invalidates the database, it is reopened and `work` is run once more,
   * unless the connection was inside a transaction or `once` is set.
   */
  use<T>(work: (raw: DuckDBConnection) => Promise<T>, options?: { once?: boolean }): Promise<T>;
  /** Told by whoever runs BEGIN, COMMIT and ROLLBACK. */
  inTransaction: boolean;
  /** Whether the database was closed under the work that is going on: what it reads then may end early, as if that were all. */
  readonly isStopped: boolean;
  close(): Promise<void>;
}

export interface Instance {
  readonly recovery: Recovery;
  link(): Link;
  close(): Promise<void>;
}

/** Keeps one database open, and opens it again when DuckDB gave it up. */
export function createInstance(first: Opened, reopen: () => Promise<Opened>): Instance {
  let current: DuckDBInstance | undefined = first.instance;
  let recovery = first.recovery;
  let generation = 0;
  let closed = false;
  let restart: Promise<void> | undefined;
  const working = new Set<Promise<unknown>>();
  const raws = new Set<DuckDBConnection>();

  /** Work on a connection that is closed meanwhile never ends, or takes the process with it: closing waits for whatever is here. */
  async function tracked<T>(work: Promise<T>): Promise<T> {
    working.add(work);
    try {
      return await work;
    } finally {
      working.delete(work);
    }
  }

  async function connected(instance: DuckDBInstance): Promise<DuckDBConnection> {
    const raw = await instance.connect();
    raws.add(raw);
    await raw.run('SET enable_progress_bar = true; SET enable_progress_bar_print = false');
    return raw;
  }

  async function shutDown() {
    for (const raw of raws) raw.interrupt();
    while (working.size > 0) await Promise.allSettled(working);
    for (const raw of raws) raw.closeSync();
    raws.clear();
    current?.closeSync();
    current = undefined;
  }

  function restartAfter(failed: number): Promise<void> {
    if (failed !== generation) return restart ?? Promise.resolve();
    generation++;
    restart = shutDown()
      .then(reopen)
      .then((opened) => {
        current = opened.instance;
        if (opened.recovery.kind !== 'clean') recovery = opened.recovery;
      });
    return restart;
  }

  function link(): Link {
    const lane = createLane();
    let raw: DuckDBConnection | undefined;
    let made = -1;
    let gone = false;

    async function ready(): Promise<DuckDBConnection> {
      if (!current || closed || gone) throw new AppError('engine-lost', { reason: 'it is closed' });
      if (raw && made === generation) return raw;
      made = generation;
      self.inTransaction = false;
      raw = await connected(current);
      return raw;
    }

    async function once<T>(work: (raw: DuckDBConnection) => Promise<T>): Promise<T> {
      await restart;
      return tracked(ready().then(work));
    }

    async function guarded<T>(work: (raw: DuckDBConnection) => Promise<T>, again: boolean): Promise<T> {
      const repeatable = again && !self.inTransaction;
      try {
        return await once(work);
      } catch (error) {
        const stoppedByRestart = isInterrupt(error) && made !== generation;
        if (!isFatal(error) && !stoppedByRestart) throw engineProblem(error);
        await restartAfter(made).catch((cause: unknown) => {
          throw engineProblem(cause);
        });
        const problem = stoppedByRestart ? new AppError('engine-lost', { reason: 'it had to be opened again' }) : engineProblem(error);
        if (repeatable && problem.code === 'engine-lost') return guarded(work, false);
        throw problem;
      }
    }

    const self: Link = {
      inTransaction: false,
      get isStopped() {
        return closed || made !== generation;
      },
      use: (work, options) => lane.enter(() => guarded(work, !options?.once)),
      close: () =>
        lane.enter(async () => {
          gone = true;
          if (raw && raws.delete(raw)) raw.closeSync();
          raw = undefined;
        }),
    };
    return self;
  }

  return {
    get recovery() {
      return recovery;
    },
    link,
    async close() {
      if (closed) return;
      closed = true;
      await restart?.catch(() => undefined);
      await shutDown();
    },
  };
}

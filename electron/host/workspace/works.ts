import type { CancelSignal } from '../../../core/base/cancellation';
import { AppError } from '../../../core/base/errors';
import type { WorkUnderWay } from '../../../core/model/under-way';
import { type CancelSource, cancelSource } from '../../../core/rpc/cancel-source';

/** What is under way in the open workspace, of whatever window. */
export interface Works {
  /** Does work that is not to be cut off. While the workspace is being left it waits, and then is about the next one. */
  during<T>(kind: WorkUnderWay, signal: CancelSignal, work: (signal: CancelSignal) => unknown): Promise<T>;
  /**
   * Leaves the workspace; nothing begins in it any more meanwhile.
   * @param leave is given what stops the work that is under way, to be called when nothing else can fail
   * @throws AppError `work-under-way` with the kinds of it, unless it may be stopped
   */
  leave<T>(mayStop: boolean, leave: (stop: () => Promise<void>) => Promise<T>): Promise<T>;
  /** Until nothing is under way, or nobody asks any more. */
  idle(signal: CancelSignal): Promise<void>;
}

interface Work {
  kind: WorkUnderWay;
  source: CancelSource;
  over: Promise<unknown>;
}

export function createWorks(): Works {
  const running = new Set<Work>();
  let leaving: Promise<unknown> | undefined;

  const stop = async () => {
    const works = [...running];
    for (const { source } of works) source.cancel();
    await Promise.all(works.map(({ over }) => over));
  };
  return {
    async during<T>(kind: WorkUnderWay, signal: CancelSignal, work: (signal: CancelSignal) => unknown) {
      while (leaving) await leaving;
      const source = cancelSource();
      // What was cancelled while it waited begins all the same, and takes back what was done for it.
      if (signal.aborted) source.cancel();
      signal.addEventListener('abort', source.cancel, { once: true });
      const doing = (async () => work(source.signal) as T)();
      const mine = { kind, source, over: doing.catch(() => undefined) };
      running.add(mine);
      try {
        return await doing;
      } finally {
        running.delete(mine);
        signal.removeEventListener('abort', source.cancel);
      }
    },
    async leave(mayStop, leave) {
      while (leaving) await leaving;
      const kinds = new Set([...running].map(({ kind }) => kind));
      if (kinds.size > 0 && !mayStop) throw new AppError('work-under-way', { works: [...kinds].join(' ') });
      const left = (async () => {
        // Half a sample is taken back by opening what was open before it, which must not wait for what is opened now.
        if (kinds.has('sample')) await stop();
        return leave(stop);
      })();
      leaving = left.catch(() => undefined).finally(() => (leaving = undefined));
      return left;
    },
    async idle(signal) {
      const given = new Promise<void>((resolve) => signal.addEventListener('abort', () => resolve(), { once: true }));
      while (running.size > 0 && !signal.aborted) await Promise.race([given, Promise.all([...running].map(({ over }) => over))]);
    },
  };
}

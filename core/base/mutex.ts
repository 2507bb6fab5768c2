import { type CancelSignal, throwIfCancelled } from './cancellation';

/** Lets one piece of work run at a time, in the order of asking; one that is cancelled while it waits never starts. */
export interface Mutex {
  run<T>(work: () => Promise<T>, signal?: CancelSignal): Promise<T>;
}

export function createMutex(): Mutex {
  let last: Promise<unknown> = Promise.resolve();
  return {
    run(work, signal) {
      const mine = last.then(() => {
        throwIfCancelled(signal);
        return work();
      });
      last = mine.catch(() => undefined);
      return mine;
    },
  };
}

/** Runs work one after another, in the order asked for. */
export interface Lane {
  enter<T>(work: () => Promise<T>): Promise<T>;
}

export function createLane(): Lane {
  let tail: Promise<unknown> = Promise.resolve();
  return {
    enter(work) {
      const turn = tail.then(work, work);
      tail = turn.catch(() => undefined);
      return turn;
    },
  };
}

import { createContext, useContext, useLayoutEffect, useState } from 'react';
import { flushSync } from 'react-dom';

/**
 * What is drawn in full when there is time for it, so that no frame waits for hundreds of things that come into view together: as
 * many at once as take a moment, the others in what is left of each frame, in the order they came, but at least a few.
 */
export interface Turns {
  /** Whether there is still time for one in this frame. */
  atOnce: () => boolean;
  /** Calls it in its turn. Returns what takes it back. */
  wait: (take: () => void) => () => void;
  /** Calls it as soon as nobody waits. Returns what takes it back. */
  whenIdle: (then: () => void) => () => void;
}

const millisecondsAtOnce = 5;
const millisecondsInAFrame = 6;
/** Drawn together before looking at the clock. */
const together = 3;

export function createTurns(): Turns {
  const waiting = new Set<() => void>();
  const thens = new Set<() => void>();
  let firstAsked: number | undefined;
  let asked = false;
  const ask = () => {
    if (!asked) requestAnimationFrame(frame);
    asked = true;
  };
  const frame = (begun: number) => {
    asked = false;
    firstAsked = undefined;
    const until = begun + millisecondsInAFrame;
    do {
      const next = [...waiting].slice(0, together);
      for (const take of next) waiting.delete(take);
      flushSync(() => {
        for (const take of next) take();
      });
    } while (waiting.size > 0 && performance.now() < until);
    if (waiting.size > 0) return ask();
    for (const then of thens) then();
    thens.clear();
  };
  return {
    atOnce() {
      ask();
      firstAsked ??= performance.now();
      return performance.now() < firstAsked + millisecondsAtOnce;
    },
    wait(take) {
      waiting.add(take);
      ask();
      return () => waiting.delete(take);
    },
    whenIdle(then) {
      thens.add(then);
      ask();
      return () => thens.delete(then);
    },
  };
}

export const NodeTurns = createContext<Turns>(createTurns());
export const LabelTurns = createContext<Turns>(createTurns());

/** How it is drawn: as is wanted when its turn has come; new, it is drawn as little as `first` says until then. */
export function useInTurn<T extends string | boolean>(kind: typeof NodeTurns, wanted: T, first: T): T {
  const turns = useContext(kind);
  const [drawn, draw] = useState(() => (wanted === first || turns.atOnce() ? wanted : first));
  useLayoutEffect(() => {
    if (drawn !== wanted) return turns.wait(() => draw(wanted));
  }, [turns, drawn, wanted]);
  return drawn;
}

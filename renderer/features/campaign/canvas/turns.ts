import { createContext, useContext, useLayoutEffect, useState } from 'react';
import { flushSync } from 'react-dom';

/**
 * What is drawn in full when there is time for it, so that no frame waits for hundreds of things that come into view together: a
 * few at once, the others in what is left of each frame, in the order they came, but at least a few.
 */
export interface Turns {
  /** Whether there is still time for one in this frame. */
  atOnce: () => boolean;
  /** Calls it in its turn; `id` is handed on to `onTaken`. Returns what takes it back. */
  wait: (take: () => void, id?: string) => () => void;
  /** Calls it as soon as nobody waits. Returns what takes it back. */
  whenIdle: (then: () => void) => () => void;
}

const atOnceInAFrame = 12;
const millisecondsInAFrame = 6;
/** Drawn together before looking at the clock. */
const together = 3;

export function createTurns(onTaken: (ids: string[]) => void = () => {}): Turns {
  const waiting = new Map<() => void, string | undefined>();
  const thens = new Set<() => void>();
  let left = atOnceInAFrame;
  let asked = false;
  const ask = () => {
    if (!asked) requestAnimationFrame(frame);
    asked = true;
  };
  const frame = (begun: number) => {
    asked = false;
    left = atOnceInAFrame;
    const until = begun + millisecondsInAFrame;
    const ids: string[] = [];
    do {
      const next = [...waiting].slice(0, together);
      for (const [take, id] of next) {
        waiting.delete(take);
        if (id !== undefined) ids.push(id);
      }
      flushSync(() => {
        for (const [take] of next) take();
      });
    } while (waiting.size > 0 && performance.now() < until);
    if (ids.length > 0) onTaken(ids);
    if (waiting.size > 0) return ask();
    for (const then of thens) then();
    thens.clear();
  };
  return {
    atOnce() {
      ask();
      return left-- > 0;
    },
    wait(take, id) {
      waiting.set(take, id);
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

/** Whether it may be drawn in full: what is wanted, in its turn. */
export function useInTurn(kind: typeof NodeTurns, wanted: boolean, id?: string): boolean {
  const turns = useContext(kind);
  const [full, take] = useState(() => wanted && turns.atOnce());
  useLayoutEffect(() => {
    if (full !== wanted) return turns.wait(() => take(wanted), wanted ? id : undefined);
  }, [turns, full, wanted, id]);
  return full;
}

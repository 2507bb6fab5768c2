import { useCallback, useRef } from 'react';

/** A function that stays the same and does what the latest one does, so that what it is handed to need not be drawn again. */
export function useSteady<A extends unknown[], R>(latest: (...given: A) => R): (...given: A) => R {
  const kept = useRef(latest);
  kept.current = latest;
  return useCallback((...given: A) => kept.current(...given), []);
}

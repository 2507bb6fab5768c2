import { useRef } from 'react';
import { keepSame } from './nodes';

/** A list in which what is as it was is the same object; the same list when all of it is. */
export function useKept<T extends { id: string }>(next: T[]): T[] {
  const given = useRef(next);
  const kept = useRef(next);
  if (given.current !== next) {
    given.current = next;
    const list = keepSame(next, kept.current);
    const same = list.length === kept.current.length && list.every((one, i) => one === kept.current[i]);
    if (!same) kept.current = list;
  }
  return kept.current;
}

import { sha256Hex } from '../../../core/base/hashing';
import { sortedBy } from './order';
import type { Person } from './people';

/** Random order, the same for the same salt and keys everywhere. */
export function shuffled(rows: readonly Person[], salt: string): Person[] {
  return sortedBy(rows, (p) => [{ value: sha256Hex(`${salt}:${Object.values(p.key).join(':')}`), descending: false }]);
}

/** Exact also where a percent has digits after the point. */
export function percentOf(n: number, percent: number): number {
  const millionths = Math.round(percent * 1e6);
  return Math.floor((n * millionths + 50e6) / 100e6);
}

import type { Cell } from '../../core/model/value';

const numeric = /^(U?(TINY|SMALL|BIG|HUGE)?INT|U?INTEGER|DOUBLE|FLOAT|REAL|DECIMAL|NUMERIC|NUMBER)/i;

export function isNumeric(type: string): boolean {
  return numeric.test(type);
}

/** A cell as text to read: null has none. Numbers keep every digit and are not grouped, so that ids stay ids. */
export function cellText(value: Cell): string | null {
  if (value === null) return null;
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

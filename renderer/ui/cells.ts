import type { Cell } from '../../core/model/value';
import type { Text } from '../text/use-text';

const numeric = /^(U?(TINY|SMALL|BIG|HUGE)?INT|U?INTEGER|DOUBLE|FLOAT|REAL|DECIMAL|NUMERIC|NUMBER)/i;

export function isNumeric(type: string): boolean {
  return numeric.test(type) && !type.endsWith(']');
}

/** What a column holds, in a word; the engine's own name of a type that is none of these. */
export type CellKind = 'text' | 'number' | 'yes' | 'date' | 'moment';

export function cellKind(type: string): CellKind | undefined {
  if (isNumeric(type)) return 'number';
  if (/^TIMESTAMP/i.test(type)) return 'moment';
  return named[type.toUpperCase()];
}

const named: Partial<Record<string, CellKind>> = { VARCHAR: 'text', BOOLEAN: 'yes', DATE: 'date' };

/** A cell as text to read: null has none. Numbers keep every digit and are not grouped, so that ids stay ids. */
export function cellText(value: Cell): string | null {
  if (value === null) return null;
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

/** As `cellText`, with answers in words. */
export function cellSaid(value: Cell, { common }: Text): string | null {
  return typeof value === 'boolean' ? (value ? common.yes : common.no) : cellText(value);
}

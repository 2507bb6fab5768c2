import { type Problem, warning } from '../../../base/problems';
import type { Cut } from './layout';

/** Some records may be broken. */
const nearlyAll = 0.98;

/**
 * Whether a table's first row is one value short of the others, each of which begins with a value of its own: names of columns over
 * records that begin with the name of the row, as R writes them.
 */
export function lacksFirstName([top, ...body]: readonly Cut[]): boolean {
  const width = (top?.values.length ?? 0) + 1;
  const fitting = body.filter((r) => r.values.length === width);
  if (width < 3 || fitting.length === 0 || fitting.length < body.length * nearlyAll) return false;
  const firsts = fitting.map((r) => r.values[0]?.trim() ?? '');
  const endsFilled = fitting.some((r) => r.values[width - 1] !== '');
  return endsFilled && !firsts.includes('') && new Set(firsts).size === firsts.length;
}

export function toldOfRowNames([top, first]: readonly Cut[], name: string): Problem {
  return warning('import-row-names', ['dialect', 'rowNames'], {
    column: name,
    first: first?.values[0] ?? '',
    next: top?.values[0] ?? '',
  });
}

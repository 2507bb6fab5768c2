import { expect, test } from 'vitest';
import { asTable, type CellRange, cellsIn, movedBy, rangeHas } from '../../../renderer/ui/cell-range';

const range: CellRange = { from: { row: 3, column: 2 }, to: { row: 2, column: 1 } };
const size = { rows: 10, columns: 3 };

test('a range is the same in whichever direction it was drawn', () => {
  expect([cellsIn(range), rangeHas(range, 3, 1), rangeHas(range, 4, 1)]).toEqual([4, true, false]);
  expect(asTable(range, (r, c) => `${r}${c}`)).toBe('21\t22\n31\t32');
});

test('arrows move one cell or grow the range, and never leave the rows', () => {
  expect(movedBy(range, 'ArrowUp', false, size)).toEqual({ from: { row: 1, column: 1 }, to: { row: 1, column: 1 } });
  expect(movedBy(range, 'PageUp', true, size)).toEqual({ from: range.from, to: { row: 0, column: 1 } });
  expect(movedBy(range, 'ArrowLeft', true, size)?.to.column).toBe(0);
  expect(movedBy(range, 'PageDown', false, size)?.to.row).toBe(9);
  expect(movedBy(range, 'a', false, size)).toBeUndefined();
});

test('values with tabs, lines or quotes stay one cell', () => {
  const one = { from: { row: 0, column: 0 }, to: { row: 0, column: 0 } };
  expect(asTable(one, () => 'say "hi"\n')).toBe('"say ""hi""\n"');
});

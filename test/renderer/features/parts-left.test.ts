import { expect, it } from 'vitest';
import { partOf, partsLeft } from '../../../renderer/features/data/import/parts-left';

const nothing = { sheets: [], hidden: [] };

it('nothing is left of a file that is one table', () => {
  expect(partsLeft(nothing, [partOf({})])).toEqual([]);
  expect(partsLeft({ sheets: ['One'], hidden: [] }, [partOf({ sheet: 'One' })])).toEqual([]);
});

it('sheets that nobody sees are not asked for', () => {
  const book = { sheets: ['One', 'Two', 'Lists'], hidden: ['Lists'] };
  expect(partsLeft(book, [{ sheet: 'One' }])).toEqual([{ sheet: 'Two' }]);
  expect(partsLeft(book, [{ sheet: 'One' }, { sheet: 'Two' }])).toEqual([]);
});

it('the other sheets of a workbook come before the other files of its archive', () => {
  const read = { members: ['a.csv', 'b.xlsx', 'c.csv'], member: 'b.xlsx', sheets: ['One', 'Two'], hidden: [] };
  const loaded = [{ member: 'a.csv' }, { member: 'b.xlsx', sheet: 'One' }];
  expect(partsLeft(read, loaded)).toEqual([{ member: 'b.xlsx', sheet: 'Two' }, { member: 'c.csv' }]);
});

it('a file of an archive of which one sheet was loaded is not begun anew from another file', () => {
  const read = { members: ['a.csv', 'b.xlsx'], member: 'a.csv', ...nothing };
  expect(partsLeft(read, [{ member: 'b.xlsx', sheet: 'One' }, { member: 'a.csv' }])).toEqual([]);
});

it('sheets known to be left of another workbook are still asked for', () => {
  const read = { members: ['a.csv', 'b.xlsx', 'c.csv'], member: 'a.csv', ...nothing };
  const loaded = [{ member: 'b.xlsx', sheet: 'One' }, { member: 'a.csv' }];
  const known = [{ member: 'b.xlsx', sheet: 'One' }, { member: 'b.xlsx', sheet: 'Two' }, { member: 'a.csv' }];
  expect(partsLeft(read, loaded, known)).toEqual([{ member: 'b.xlsx', sheet: 'Two' }, { member: 'c.csv' }]);
});

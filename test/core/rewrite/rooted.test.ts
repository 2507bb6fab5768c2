import { expect, it } from 'vitest';
import { type DataModel, dataModel } from '../../../core/model/entity';
import { rooted } from '../../../core/rewrite/read/rooted';
import { columnOf, type SelectTree } from '../../../core/rewrite/tree/term';

const model = (type: 'integer' | 'text'): DataModel =>
  dataModel.parse({
    entities: [
      { name: 'people', key: ['id'], rows: 0, dataVersion: 1, attributes: [{ name: 'id', type: 'integer' }] },
      {
        name: 'orders',
        key: ['no'],
        rows: 0,
        dataVersion: 1,
        attributes: [
          { name: 'no', type: 'integer' },
          { name: 'person', type },
        ],
      },
    ],
    links: [{ name: 'by', reverse: 'orders', from: 'orders', to: 'people', on: [{ from: 'person', to: 'id' }], cardinality: 'N-1' }],
  });

const person = columnOf('orders', 'person');
const people: SelectTree = { kind: 'select', columns: [{ is: { kind: 'column', name: 'id' } }], from: { kind: 'table', name: 'people' } };
const grouped: SelectTree = {
  kind: 'select',
  columns: [{ is: person, as: 'id' }],
  from: { kind: 'table', name: 'orders' },
  groupBy: [person],
  having: { kind: 'in-query', inner: [person], query: people },
};

it('reads groups beside the rows that they are said to belong to', () => {
  const { from, groupBy, columns, having } = rooted(grouped, { model: model('integer'), audiences: [] });
  expect(from).toMatchObject({ kind: 'join', right: { kind: 'table', name: 'people' } });
  expect({ groupBy, columns, having }).toEqual({ groupBy: [columnOf('people', 'id')], columns: [{ is: columnOf('people', 'id') }] });
});

it('leaves groups of another type than the key, of which 7 and 007 would be one row', () => {
  expect(rooted(grouped, { model: model('text'), audiences: [] })).toBe(grouped);
});

it('leaves groups of which some may belong to no row', () => {
  const { having: _, ...free } = grouped;
  expect(rooted(free, { model: model('integer'), audiences: [] })).toBe(free);
});

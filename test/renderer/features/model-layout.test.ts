import { expect, test } from 'vitest';
import type { DataModel, Entity, Link } from '../../../core/model/entity';
import { boxSize, modelLayout } from '../../../renderer/features/data/model-layout';

const entity = (name: string): Entity => ({ name, attributes: [{ name: 'id', type: 'integer' }], key: ['id'], rows: 1, dataVersion: 1 });
const link = (from: string, to: string): Link => ({
  name: to,
  reverse: from,
  from,
  to,
  on: [{ from: 'id', to: 'id' }],
  cardinality: 'N-1',
});

test.each([0, 3, 40])('%i entities without links stand apart, in rows below the others', (alone) => {
  const names = ['orders', 'people', 'towns', ...Array.from({ length: alone }, (_, n) => `alone ${n}`)];
  const model: DataModel = { entities: names.map(entity), links: [link('orders', 'people'), link('people', 'towns')] };
  const spots = modelLayout(model);
  const at = (name: string) => spots.get(name) ?? { x: Number.NaN, y: Number.NaN };
  expect(at('orders').x).toBeLessThan(at('people').x);
  expect(at('people').x).toBeLessThan(at('towns').x);
  for (const one of names)
    for (const other of names.slice(names.indexOf(one) + 1)) {
      const apart = Math.abs(at(one).x - at(other).x) >= boxSize.width || Math.abs(at(one).y - at(other).y) >= boxSize.height;
      expect([one, other, apart]).toEqual([one, other, true]);
    }
  const height = Math.max(...names.map((name) => at(name).y + boxSize.height));
  const width = Math.max(...names.map((name) => at(name).x + boxSize.width));
  expect(height).toBeLessThanOrEqual(width);
});

test('entities none of which is linked begin at the top', () => {
  expect(modelLayout({ entities: [entity('people')], links: [] })).toEqual(new Map([['people', { x: 0, y: 0 }]]));
});

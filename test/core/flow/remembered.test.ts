import { expect, it } from 'vitest';
import { memoryTable } from '../../../core/flow/remembered';
import { type Entity, entity } from '../../../core/model/entity';

const customers = (more: object = {}, type = 'integer'): Entity =>
  entity.parse({ name: 'customers', key: ['id'], rows: 1, dataVersion: 1, attributes: [{ name: 'id', type, ...more }] });

it('is the same memory where a key is labelled as personal, and another for other keys', () => {
  const before = memoryTable('c', 'q', customers());
  expect(memoryTable('c', 'q', customers({ personal: 'identifier' }))).toEqual(before);
  for (const other of [
    memoryTable('c', 'q', customers({}, 'text')),
    memoryTable('d', 'q', customers()),
    memoryTable('c', 'r', customers()),
  ])
    expect(other).not.toEqual(before);
});

import { expect, test } from 'vitest';
import type { Attribute, Entity, Link } from '../../../core/model/entity';
import type { ColumnProfile } from '../../../core/model/report';
import type { Cell } from '../../../core/model/value';
import { en } from '../../../renderer/text/en';
import { formatsFor } from '../../../renderer/text/formats';
import { figuresOf } from '../../../renderer/ui/figures';
import { attributeHover } from '../../../renderer/ui/sql/hover';

const links: Link[] = [
  { name: 'order', reverse: 'lines', from: 'lines', to: 'orders', on: [{ from: 'order_no', to: 'id' }], cardinality: 'N-1' },
];

function range(attribute: Attribute, min: Cell, max: Cell): (string | null)[] {
  const entity: Entity = { name: 'lines', attributes: [attribute], key: ['id'], rows: 2, dataVersion: 1 };
  const profile: ColumnProfile = {
    name: attribute.name,
    type: '',
    rows: 2,
    empty: 0,
    distinct: 2,
    min,
    max,
    kind: 'values',
    bars: [],
    others: 0,
  };
  const say = figuresOf({ entity, attribute, links, profile }, en, formatsFor('en'));
  return [say(min), say(max)];
}

test('amounts are grouped, answers are words', () => {
  expect(range({ name: 'points', type: 'integer' }, 0, 19978)).toEqual(['0', '19,978']);
  expect(range({ name: 'total', type: 'decimal', scale: 2 }, '-1234.50', '98765.43')).toEqual(['-1,234.5', '98,765.43']);
  expect(range({ name: 'paid', type: 'boolean' }, false, true)).toEqual(['No', 'Yes']);
  expect(range({ name: 'points', type: 'integer' }, null, null)).toEqual([null, null]);
});

test('what names a row, is personal or is a year is not grouped, and no number loses digits', () => {
  expect(range({ name: 'id', type: 'integer' }, 1, 20000)).toEqual(['1', '20000']);
  expect(range({ name: 'order_no', type: 'integer' }, 1, 20000)).toEqual(['1', '20000']);
  expect(range({ name: 'phone', type: 'integer', personal: 'contact' }, 34600000000, 34699999999)).toEqual(['34600000000', '34699999999']);
  expect(range({ name: 'born', type: 'integer' }, 1931, 2008)).toEqual(['1931', '2008']);
  expect(range({ name: 'rate', type: 'decimal', scale: 4 }, '1000.0000', '1234567890123.4567')).toEqual(['1,000', '1234567890123.4567']);
  expect(range({ name: 'sum', type: 'integer' }, 2, '9223372036854775807')).toEqual(['2', '9223372036854775807']);
});

test('what the SQL editor says of an attribute has the same figures', () => {
  const attribute: Attribute = { name: 'points', type: 'integer' };
  const entity: Entity = { name: 'lines', attributes: [attribute], key: ['id'], rows: 2, dataVersion: 1 };
  const profile: ColumnProfile = {
    ...{ name: 'points', type: 'BIGINT', rows: 2, empty: 0, distinct: 2, min: 0, max: 19978, kind: 'histogram' as const, others: 0 },
    bars: [{ from: 0, to: 9989, rows: 2 }],
  };
  expect(attributeHover({ entity, attribute, links, profile }, en, formatsFor('en'))).toContain('| 0 – 9,989 |');
});

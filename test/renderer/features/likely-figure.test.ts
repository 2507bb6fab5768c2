import { expect, test } from 'vitest';
import type { Attribute, Entity } from '../../../core/model/entity';
import { likelyFigure } from '../../../renderer/features/campaign/rules/new-part';

const entity = (...attributes: [string, Attribute['type']][]): Entity => ({
  name: 'orders',
  attributes: attributes.map(([name, type]) => ({ name, type })),
  key: ['id'],
  rows: 1,
  dataVersion: 1,
});

test('a figure is about an amount, else about a number that is no key, else about whatever there is', () => {
  expect(likelyFigure(entity(['id', 'integer'], ['pieces', 'integer'], ['total', 'decimal']))).toBe('total');
  expect(likelyFigure(entity(['id', 'integer'], ['remark', 'text'], ['pieces', 'integer']))).toBe('pieces');
  expect(likelyFigure(entity(['id', 'integer'], ['remark', 'text']))).toBe('id');
  expect(likelyFigure(undefined)).toBeUndefined();
});

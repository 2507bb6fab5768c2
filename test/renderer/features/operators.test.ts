import { expect, test } from 'vitest';
import { dataTypes } from '../../../core/model/entity';
import { test as testSchema } from '../../../core/model/rule';
import { changeOperator, firstTest, operatorsFor } from '../../../renderer/features/campaign/rules/operators';

test('whatever operator is chosen for a type, the test is valid', () => {
  for (const type of dataTypes) {
    for (const from of operatorsFor(type)) {
      const start = changeOperator(firstTest(type), from, type);
      for (const to of operatorsFor(type)) {
        const next = changeOperator(start, to, type);
        expect(testSchema.safeParse(next).success, `${type}: ${from} → ${to}`).toBe(true);
        expect(next.op).toBe(to);
      }
    }
  }
});

test('what was written is kept where it fits', () => {
  expect(changeOperator({ op: 'equals', value: 'Lyon' }, 'contains', 'text')).toEqual({ op: 'contains', value: 'Lyon' });
  expect(changeOperator({ op: 'in-last', count: 7, unit: 'week' }, 'not-in-last', 'date')).toEqual({
    op: 'not-in-last',
    count: 7,
    unit: 'week',
  });
});

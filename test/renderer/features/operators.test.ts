import { expect, test } from 'vitest';
import { dataTypes } from '../../../core/model/entity';
import { test as testSchema } from '../../../core/model/rule';
import { changeOperator, firstTest, isEmptyRange, operatorsFor } from '../../../renderer/features/campaign/rules/operators';

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

test('days around moments reach from the beginning of the one to the end of the other', () => {
  const on = changeOperator({ op: 'equals', value: '2026-06-01' }, 'between', 'timestamp');
  expect(on).toEqual({ op: 'between', from: '2026-06-01', to: '2026-06-01 23:59:59.999999' });
  expect(changeOperator({ op: 'equals', value: '2026-06-01' }, 'between', 'date')).toMatchObject({ to: '2026-06-01' });
});

test('a moment is not offered to be equal to, but said where it is', () => {
  expect(operatorsFor('timestamp')).not.toContain('equals');
  expect(operatorsFor('timestamp', 'equals')).toContain('equals');
  expect(operatorsFor('date')).toContain('equals');
});

test('between two values lies nothing when the first is greater, in the order of their type', () => {
  const between = (from: number | string, to: number | string) => ({ op: 'between' as const, from, to });
  expect(isEmptyRange(between('9', '10'), 'decimal')).toBe(false);
  expect(isEmptyRange(between('10', '9'), 'decimal')).toBe(true);
  expect(isEmptyRange(between('2026-06-01T10:00', '2026-06-01 09:59:59.999999'), 'timestamp')).toBe(true);
  expect(isEmptyRange(between('2026-06-01', '2026-06-01 23:59:59.999999'), 'timestamp')).toBe(false);
});

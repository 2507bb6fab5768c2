import { expect, test } from 'vitest';
import { endOf, minuteOf, momentParts, writtenMinute } from '../../../renderer/features/campaign/rules/moments';

test('a moment to the minute is what is written, and one that says more is left as it is', () => {
  expect(minuteOf('2026-06-01')).toBe('2026-06-01T00:00');
  expect(minuteOf('2026-06-01 09:30')).toBe('2026-06-01T09:30');
  expect(minuteOf('2026-06-01T09:30:00')).toBe('2026-06-01T09:30');
  expect(minuteOf('2026-06-01 23:59:59.999999')).toBe('2026-06-01T23:59');
  for (const more of ['2026-06-01 09:30:15', '2026-06-01 09:30:59', 'soon', '']) expect(minuteOf(more)).toBeUndefined();
});

test('what ends a span belongs to it, to its last microsecond', () => {
  expect(writtenMinute('2026-06-01T09:30', false)).toBe('2026-06-01 09:30:00');
  expect(writtenMinute('2026-06-01T09:30', true)).toBe('2026-06-01 09:30:59.999999');
  expect(endOf('2026-06-01')).toBe('2026-06-01 23:59:59.999999');
  expect(endOf('2026-06-01 08:00')).toBe('2026-06-01 08:00');
});

test('whole days are said without a time', () => {
  expect(momentParts('2026-06-01 00:00:00')).toEqual({ day: '2026-06-01' });
  expect(momentParts('2026-06-01 23:59:59.999999')).toEqual({ day: '2026-06-01' });
  expect(momentParts('2026-06-01 09:30:59.999999')).toEqual({ day: '2026-06-01', time: '09:30' });
  expect(momentParts('Lyon')).toBeUndefined();
});

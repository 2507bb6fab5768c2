import fc from 'fast-check';
import { expect, it } from 'vitest';
import { anniversariesBetween, asOfIn, startOfDay } from '../../../core/segment/as-of';

const days = (today: string, from: number, to: number) => anniversariesBetween({ instant: '', now: '', today }, from, to);

it('celebrates 29 February on the 28th of common years alone', () => {
  expect(days('2027-02-28', 0, 0)).toEqual([228, 229]);
  expect(days('2028-02-28', 0, 0)).toEqual([228]);
  expect(days('2028-02-28', 0, 1)).toEqual([228, 229]);
  expect(days('2028-02-29', 1, 1)).toEqual([301]);
});

it('has every day of the year in a year and a day of it', () => {
  const day = fc.date({ min: new Date('1990-01-01'), max: new Date('2060-12-31'), noInvalidDate: true });
  fc.assert(
    fc.property(day, fc.integer({ min: -400, max: 400 }), (date, from) => {
      const today = date.toISOString().slice(0, 10);
      expect(new Set(days(today, from, from + 366)).size).toBe(366);
      expect(new Set(days(today, from, from + 5000)).size).toBe(366);
    }),
  );
});

it('begins a day where the zone begins it', () => {
  expect(startOfDay('2026-05-12', 'Europe/Paris')).toBe('2026-05-11T22:00:00Z');
  expect(asOfIn('2026-05-11T22:00:00Z', 'Europe/Paris').today).toBe('2026-05-12');
});

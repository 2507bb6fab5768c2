import { expect, test } from 'vitest';
import { difference } from '../../../renderer/features/campaign/canvas/count-change';
import { formatsFor } from '../../../renderer/text/formats';

const f = formatsFor('en');

test.each([
  [1204, 1000, '+204', '+204 (+20.4%)'],
  [970, 1000, '−30', '−30 (−3%)'],
  [5, 0, '+5', '+5'],
])('%d after %d', (rows, before, short, full) => {
  expect(difference(rows, before, f)).toEqual({ short, full });
});

test('an equal count and one that was not known differ in nothing', () => {
  expect(difference(7, 7, f)).toBeUndefined();
  expect(difference(7, undefined, f)).toBeUndefined();
});

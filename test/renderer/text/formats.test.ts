import { expect, it } from 'vitest';
import { formatsFor } from '../../../renderer/text/formats';

it('writes a share so that some is not none and not all', () => {
  const shares = [0, 0.00001, 0.0005, 0.125, 0.9995, 0.99999, 1];
  expect(shares.map(formatsFor('en').percent)).toEqual(['0%', '<0.1%', '0.1%', '12.5%', '>99.9%', '>99.9%', '100%']);
  expect(formatsFor('es').percent(0.00001)).toBe('<0,1\u00a0%');
});

it('writes the numbers of a column with the same decimals', () => {
  const { share, tenths } = formatsFor('en');
  expect([0, 0.00001, 0.125, 0.5, 1].map(share)).toEqual(['0.0%', '<0.1%', '12.5%', '50.0%', '100.0%']);
  expect([2, -2.06, -0.04, 1234.5].map(tenths)).toEqual(['2.0', '−2.1', '0.0', '1,234.5']);
});

it('shows a number that is not known as such', () => {
  const { count } = formatsFor('en');
  expect([count(4212), count(0), count(undefined), count(null)]).toEqual(['4,212', '0', '…', '…']);
});

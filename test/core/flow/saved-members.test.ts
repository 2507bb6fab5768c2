import { expect, it } from 'vitest';
import { clashOf, savedMembers } from '../../../core/flow/saved-members';
import { asOfIn } from '../../../core/segment/as-of';
import { newCompilation } from '../../../core/segment/scope';
import { shopAsOf, shopModel } from '../../support/shop';

it('keeps the key once, also where it is asked for as a column', () => {
  const compilation = newCompilation(shopModel, asOfIn(shopAsOf, 'Europe/Paris'));
  const population = {
    dimension: 'customers',
    key: [{ name: 'id', type: 'integer' as const }],
    columns: [],
    table: { kind: 'table' as const, schema: 'work', name: 'w' },
  };
  const saved = savedMembers(compilation, population, ['country', 'id', 'country'], []);
  expect(saved?.query.columns.map((c) => c.name)).toEqual(['id', 'country']);
  expect(saved?.columns.map((c) => c.name)).toEqual(['country']);
});

it('finds a column kept with another scale', () => {
  const spent = (scale: number) => [{ name: 'spent', type: 'decimal' as const, scale }];
  expect(clashOf(spent(2), spent(2))).toBeUndefined();
  expect(clashOf(spent(2), spent(3))).toEqual({ column: 'spent', kept: 'decimal (2)', found: 'decimal (3)' });
  expect(clashOf([], spent(3))).toBeUndefined();
});

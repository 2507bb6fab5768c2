import { expect, it } from 'vitest';
import { namesOf, otherName } from '../../../renderer/state/other-name';

it('proposes another name where people could not tell two apart', () => {
  expect(otherName('Gold', ['Silver'])).toBeUndefined();
  expect(otherName(' gold ', ['Gold'])).toBe('gold 2');
  expect(otherName('Gold', ['GOLD', 'gold 2'])).toBe('Gold 3');
  const long = 'a'.repeat(120);
  expect(otherName(long, [long])?.length).toBeLessThanOrEqual(120);
});

it('an audience may have its own name again', () => {
  const rule = { kind: 'rule' as const, rule: { kind: 'all' as const, rules: [] } };
  const audiences = ['Gold', 'Silver'].map((name) => ({
    format: 1 as const,
    id: name.toLowerCase(),
    name,
    dimension: 'c',
    definition: rule,
  }));
  expect(namesOf(audiences, 'gold')).toEqual(['Silver']);
  expect(namesOf(null)).toEqual([]);
});

import { expect, it } from 'vitest';
import { isFound } from '../../../renderer/ui/is-found';

it.each([
  ['Última campaña', '', true],
  ['Última campaña', 'campana ULT', true],
  ['Última campaña', 'ultima otra', false],
])('“%s” is found by “%s”: %s', (words, search, found) => {
  expect(isFound(words, search)).toBe(found);
});

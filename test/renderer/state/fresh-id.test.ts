import { expect, it } from 'vitest';
import { freshId, ownName } from '../../../renderer/state/fresh-id';

it('gives what is new a name and an id that nothing else has', () => {
  expect(ownName('Untitled', [])).toBe('Untitled');
  expect(ownName('Untitled', ['Untitled', 'Untitled 2'])).toBe('Untitled 3');
  expect(freshId('Émile & Co', ['emile-co'])).toBe('emile-co-2');
});

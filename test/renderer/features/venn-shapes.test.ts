import { expect, test } from 'vitest';
import { shapesOf, spotsOf } from '../../../renderer/features/audiences/venn-shapes';

test.each([2, 3, 4, 5])('%i audiences have every region, with room for its count', (sets) => {
  const shapes = shapesOf[sets];
  if (!shapes) throw new Error('there are no shapes for so many');
  expect(shapes.ellipses.length).toBe(sets);
  const spots = spotsOf(shapes);
  expect([...spots.keys()].toSorted((a, b) => a - b)).toEqual(Array.from({ length: 2 ** sets - 1 }, (_, i) => i + 1));
  expect(Math.min(...[...spots.values()].map(({ room }) => room))).toBeGreaterThan(5);
});

import { expect, test } from 'vitest';
import { align } from '../../../renderer/features/campaign/canvas/align';

import { campaign } from '../flow-document';

const placed = {
  ...campaign,
  layout: { a: { x: 0, y: 10 }, b: { x: 50, y: 200 }, c: { x: 400, y: 300 }, mail: { x: 9, y: 9 }, z: { x: 1, y: 1 } },
};
const ids = ['a', 'b', 'c'];
const of = (alignment: Parameters<typeof align>[2], at: 'x' | 'y') => ids.map((id) => align(placed, ids, alignment)[id]?.[at]);

test('edges and middles come into line', () => {
  expect(of('left', 'x')).toEqual([0, 0, 0]);
  expect(of('right', 'x')).toEqual([400, 400, 400]);
  expect(of('centre', 'x')).toEqual([200, 200, 200]);
  expect(of('top', 'y')).toEqual([10, 10, 10]);
  expect(of('bottom', 'y')).toEqual([300, 300, 300]);
});

test('gaps become equal, the first and the last stay', () => {
  expect(of('across', 'x')).toEqual([0, 200, 400]);
  expect(of('down', 'y')).toEqual([10, 155, 300]);
});

test('one activity has nothing to align with', () => {
  expect(align(placed, ['a'], 'left')).toEqual({});
});

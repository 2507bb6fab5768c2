import { expect, test } from 'vitest';
import { clearOf, labelSize } from '../../../renderer/features/campaign/canvas/label-place';

const source = { x: 200, y: 100 };
const label = (x: number, y: number) => ({ x, y, width: 60, height: 22 });

test('a count stands where its arrow has its middle unless that is on a button that adds', () => {
  expect(clearOf(label(250, 124), source, [])).toBe(124);
  expect(clearOf(label(250, 124), source, [96])).toBe(124);
  expect(clearOf(label(290, 124), source, [24])).toBe(124);
});

test('a count goes to the nearest height at which no button is covered', () => {
  expect(clearOf(label(250, 118), source, [24])).toBe(100);
  expect(clearOf(label(250, 130), source, [24])).toBe(148);
  expect(clearOf(label(250, 130), source, [24, 48])).toBe(100);
  expect(clearOf({ ...label(250, 130), height: 32 }, source, [24])).toBe(153);
});

test('a longer count, a change longer than it and its branch make it wider, a change taller, and from far away all are larger', () => {
  const { width, height } = labelSize('5,407', '', '', false);
  for (const larger of [
    labelSize('12,345', '', '', false),
    labelSize('5,407', '+12,345', '', false),
    labelSize('5,407', '', 'Post', false),
  ])
    expect(larger.width).toBeGreaterThan(width);
  expect(labelSize('5,407', '+2', '', false)).toEqual({ width, height: height + 14 });
  expect(labelSize('5,407', '', '', true).height).toBe(32);
});

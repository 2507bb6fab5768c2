import { expect, test } from 'vitest';
import { leadTo, placed } from '../../../renderer/features/audiences/venn-counts';
import { shapesOf, spotsOf } from '../../../renderer/features/audiences/venn-shapes';

test.each([2, 3, 4, 5])('counts of %i audiences can be read: in their region, or beside all of them where it is narrow', (sets) => {
  const shapes = shapesOf[sets];
  if (!shapes) throw new Error('there are no shapes for so many');
  for (const text of ['7', '107', '5,407', '123,456']) {
    const counts = placed(
      shapes,
      [...spotsOf(shapes)].map(([mask, spot]) => ({ id: String(mask), text, spot })),
      [],
    );
    expect(counts.length).toBe(2 ** sets - 1);
    for (const { size, spot, beside } of counts) {
      expect(size).toBeGreaterThanOrEqual(11);
      if (!beside) expect(spot.room * 2.1, text).toBeGreaterThanOrEqual(11 * 0.6);
    }
    const boxes = counts.flatMap(({ beside }) => beside ?? []);
    for (const { x, y, width } of boxes) {
      expect(x - width / 2).toBeGreaterThan(0);
      expect(x + width / 2).toBeLessThan(shapes.width);
      expect(y).toBeLessThan(shapes.height);
    }
    for (const [i, a] of boxes.entries())
      for (const b of boxes.slice(i + 1)) expect(Math.abs(a.y - b.y) >= 14 || Math.abs(a.x - b.x) >= (a.width + b.width) / 2).toBe(true);
  }
});

test('every count of five large audiences is led out of a narrow region', () => {
  const shapes = shapesOf[5];
  if (!shapes) throw new Error('there are no shapes for five');
  const spots = [...spotsOf(shapes)].map(([mask, spot]) => ({ id: String(mask), text: '123,456', spot }));
  const narrow = placed(shapes, spots, []).filter(({ spot }) => spot.room < 11);
  expect(narrow.length).toBeGreaterThan(8);
  for (const { beside } of narrow) expect(beside).toBeDefined();
});

test('a line ends at the edge of its count', () => {
  expect(leadTo({ x: 0, y: 0 }, { x: 100, y: 0, width: 36, height: 14 })).toBe('M0 0L80 0');
  expect(leadTo({ x: 100, y: 100 }, { x: 100, y: 0, width: 36, height: 14 })).toBe('M100 100L100 8');
});

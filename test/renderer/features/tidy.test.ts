import { expect, test } from 'vitest';
import { nodeSize } from '../../../renderer/features/campaign/canvas/geometry';
import { spotsOf, tidy } from '../../../renderer/features/campaign/canvas/tidy';
import { campaign } from '../flow-document';

test('a tidy flow runs from left to right and nothing lies on anything else', () => {
  const spots = tidy(campaign);
  const x = (id: string) => spots[id]?.x ?? Number.NaN;
  for (const { from, to } of campaign.flow.transitions) expect(x(to)).toBeGreaterThanOrEqual(x(from) + nodeSize.width);
  const all = Object.values(spots);
  for (const [i, a] of all.entries())
    for (const b of all.slice(i + 1)) expect(Math.abs(a.x - b.x) >= nodeSize.width || Math.abs(a.y - b.y) >= nodeSize.height).toBe(true);
});

test('a place given by hand stays', () => {
  expect(spotsOf({ ...campaign, layout: { z: { x: 7, y: 9 } } }).z).toEqual({ x: 7, y: 9 });
});

import { expect, test } from 'vitest';
import type { Campaign } from '../../../core/model/campaign';
import { boxesOf } from '../../../renderer/features/campaign/canvas/frames';
import { nodeSize } from '../../../renderer/features/campaign/canvas/geometry';
import { spotsOf } from '../../../renderer/features/campaign/canvas/tidy';
import { firstView, keptMiddle, viewAround, wholeView } from '../../../renderer/features/campaign/canvas/view';
import { build, campaign } from '../flow-document';

const frame = { width: 900, height: 500 };

/** A chain with nodes far apart in both directions. */
const wide: Campaign = {
  ...campaign,
  flow: { activities: Array.from({ length: 500 }, (_, i) => build(`a${i}`)), transitions: [] },
  layout: Object.fromEntries(Array.from({ length: 500 }, (_, i) => [`a${i}`, { x: (i % 100) * 300 - 4000, y: Math.floor(i / 100) * 400 }])),
};

test.each([
  ['a small flow', campaign],
  ['500 activities', wide],
])('all of %s is in the whole view', (_name, flow) => {
  const { x, y, zoom } = wholeView(flow, frame);
  const boxes = boxesOf(flow, spotsOf(flow));
  expect(boxes.size).toBe(flow.flow.activities.length);
  for (const box of boxes.values()) {
    expect(box.x * zoom + x).toBeGreaterThanOrEqual(0);
    expect(box.y * zoom + y).toBeGreaterThanOrEqual(0);
    expect((box.x + box.width) * zoom + x).toBeLessThanOrEqual(frame.width);
    expect((box.y + box.height) * zoom + y).toBeLessThanOrEqual(frame.height);
  }
  expect(zoom).toBeLessThanOrEqual(1);
});

test('what cannot be read as a whole is opened at its beginning', () => {
  const { x, y, zoom } = firstView(wide, frame);
  expect(zoom).toBeGreaterThan(0.5);
  expect(-4000 * zoom + x).toBeGreaterThan(0);
  expect(y).toBeGreaterThan(0);
});

test('what can barely be read as a whole is opened whole', () => {
  const five: Campaign = {
    ...campaign,
    flow: { activities: Array.from({ length: 5 }, (_, i) => build(`a${i}`)), transitions: [] },
    layout: Object.fromEntries(Array.from({ length: 5 }, (_, i) => [`a${i}`, { x: i * 264, y: 0 }])),
  };
  const view = firstView(five, frame);
  expect(view.zoom).toBeGreaterThan(0.6);
  expect(view.zoom).toBeLessThan(0.66);
  expect(view).toEqual(wholeView(five, frame));
});

test('what can be read as a whole only since it is drawn larger is opened whole too, and no more than that', () => {
  const apart = (step: number): Campaign => ({
    ...campaign,
    flow: { activities: Array.from({ length: 6 }, (_, i) => build(`a${i}`)), transitions: [] },
    layout: Object.fromEntries(Array.from({ length: 6 }, (_, i) => [`a${i}`, { x: i * step, y: 0 }])),
  });
  const whole = firstView(apart(264), frame);
  expect(whole.zoom).toBeGreaterThan(0.5);
  expect(whole.zoom).toBeLessThan(0.6);
  expect(whole).toEqual(wholeView(apart(264), frame));
  expect(wholeView(apart(300), frame).zoom).toBeLessThan(0.5);
  expect(firstView(apart(300), frame).zoom).toBeCloseTo(0.66);
});

test('an empty flow has a view in which what is added first is seen whole', () => {
  const { x, y, zoom } = wholeView({ ...campaign, flow: { activities: [], transitions: [] } }, frame);
  expect(zoom).toBe(1);
  expect(x).toBeGreaterThan(0);
  expect(y).toBeGreaterThan(0);
  expect(x + nodeSize.width).toBeLessThan(frame.width);
  expect(y + nodeSize.height).toBeLessThan(frame.height);
});

test('what stood in the middle is there again, also in a frame of another size', () => {
  const view = { x: -340, y: 120, zoom: 0.8 };
  const middle = keptMiddle(view, frame);
  expect(viewAround(middle, frame)).toEqual(view);
  const smaller = { width: 500, height: 300 };
  expect(keptMiddle(viewAround(middle, smaller), smaller)).toEqual(middle);
});

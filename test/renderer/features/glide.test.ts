import fc from 'fast-check';
import { expect, test } from 'vitest';
import { enlarged, toward, zoomBounds } from '../../../renderer/features/campaign/canvas/sketch/glide';

const coordinate = fc.double({ min: -5000, max: 5000, noNaN: true });
const zoom = fc.double({ min: zoomBounds.minZoom, max: zoomBounds.maxZoom, noNaN: true });
const view = fc.record({ x: coordinate, y: coordinate, zoom });

/** What of the flow is at a point of the screen. */
const under = (v: { x: number; y: number; zoom: number }, point: { x: number; y: number }) => ({
  x: (point.x - v.x) / v.zoom,
  y: (point.y - v.y) / v.zoom,
});

test('what is under the pointer stays there, as far as can be zoomed', () => {
  fc.assert(
    fc.property(view, fc.double({ min: 0.5, max: 2, noNaN: true }), fc.record({ x: coordinate, y: coordinate }), (from, by, point) => {
      const to = enlarged(from, by, point);
      expect(to.zoom).toBeCloseTo(Math.min(zoomBounds.maxZoom, Math.max(zoomBounds.minZoom, from.zoom * by)), 9);
      const [before, after] = [under(from, point), under(to, point)];
      expect(Math.abs(before.x - after.x)).toBeLessThan(1e-3);
      expect(Math.abs(before.y - after.y)).toBeLessThan(1e-3);
    }),
  );
});

test('a view follows another in steps that are never large, straight to where it is', () => {
  fc.assert(
    fc.property(view, view, (from, to) => {
      let at = from;
      let steps = 0;
      for (; at !== to; steps++) {
        const next = toward(at, to);
        expect(Math.abs(Math.log2(next.zoom / at.zoom))).toBeLessThan(Math.log2(1.2) + 1e-9);
        expect(steps).toBeLessThan(30);
        at = next;
      }
      expect(steps).toBeGreaterThan(0);
    }),
  );
});

import type { View } from '../view';

const [farthest, nearest] = [0.02, 1.6];
export const zoomBounds = { minZoom: farthest, maxZoom: nearest };

/** By what a turn of the wheel, or a pinch on a pad, enlarges; as React Flow has it. */
export function enlarges({ deltaY, deltaMode, ctrlKey }: WheelEvent): number {
  const isPinchOfMac = ctrlKey && navigator.userAgent.includes('Mac');
  const unit = deltaMode === WheelEvent.DOM_DELTA_LINE ? 0.05 : deltaMode === WheelEvent.DOM_DELTA_PAGE ? 1 : 0.002;
  return 2 ** (-deltaY * unit * (isPinchOfMac ? 10 : 1));
}

/** A view enlarged by so much, as far as it can be, around a point of the screen that stays where it is. */
export function enlarged(view: View, by: number, point: { x: number; y: number }): View {
  const zoom = Math.min(nearest, Math.max(farthest, view.zoom * by));
  const grown = zoom / view.zoom;
  return { x: point.x - (point.x - view.x) * grown, y: point.y - (point.y - view.y) * grown, zoom };
}

/** In one step a view grows or shrinks by this at most. */
const mostInAStep = 1.2;

/** A view on the way from one to another: the next step of it, which is the other when that is near. */
export function toward(from: View, to: View): View {
  const grown = to.zoom / from.zoom;
  if (grown <= mostInAStep && grown >= 1 / mostInAStep) return to;
  // What is nowhere else in one than in the other, on and beyond the screen.
  const fixed = { x: (to.x - from.x * grown) / (1 - grown), y: (to.y - from.y * grown) / (1 - grown) };
  return enlarged(from, grown > 1 ? mostInAStep : 1 / mostInAStep, fixed);
}

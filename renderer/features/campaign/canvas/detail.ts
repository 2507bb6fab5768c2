import { useStore } from '@xyflow/react';
import { createContext, useEffect, useState } from 'react';
import { inFull, inPart } from './legible';
import type { Turns } from './turns';

/** How activities and arrows are drawn: in full, their names and counts enlarged, or as tiles and lines. */
export type Detail = 'full' | 'large' | 'tile';

export const DetailContext = createContext<Detail>('full');

/** Whether counts on arrows are enlarged. */
export const EnlargedContext = createContext(false);

/** What changes its looks on the way costs time: `many` go from full to tiles at once, since they are not looked at from between. */
export function useDetail(many: boolean): Detail {
  return useStore(({ transform: [, , zoom] }) => (zoom < inPart ? 'tile' : zoom < inFull && !many ? 'large' : 'full'));
}

/** Arrows that come or go together in one frame. */
const together = 120;

/** How many of the arrows are drawn as arrows: from far away none; all as soon as the activities they lead between are drawn. */
export function useDrawnArrows(detail: Detail, turns: Turns, all: number): number {
  const isFar = detail === 'tile';
  const [drawn, draw] = useState(isFar ? 0 : Number.POSITIVE_INFINITY);
  useEffect(() => {
    if (drawn === (isFar ? 0 : Number.POSITIVE_INFINITY)) return;
    const more = drawn + together;
    const next = isFar ? Math.max(0, Math.min(drawn, all) - together) : more < all ? more : Number.POSITIVE_INFINITY;
    if (!isFar) return turns.whenIdle(() => draw(next));
    const frame = requestAnimationFrame(() => draw(next));
    return () => cancelAnimationFrame(frame);
  }, [isFar, drawn, all, turns]);
  return drawn;
}

import { useStore } from '@xyflow/react';
import { createContext, useEffect, useState } from 'react';
import type { Turns } from './turns';

/** From farther away than this no word can be read, and hundreds of activities are in view: they are drawn as tiles, arrows as lines. */
const legible = 0.35;

export const FarContext = createContext(false);

export function useIsFar(): boolean {
  return useStore((state) => state.transform[2] < legible);
}

/** Whether arrows are drawn as lines: from far away, and until the activities they lead between are drawn in full. */
export function useAsLines(isFar: boolean, turns: Turns): boolean {
  const [asLines, draw] = useState(isFar);
  if (isFar && !asLines) draw(true);
  useEffect(() => {
    if (!isFar && asLines) return turns.whenIdle(() => draw(false));
  }, [isFar, asLines, turns]);
  return asLines;
}

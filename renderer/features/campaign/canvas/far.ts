import { useStore } from '@xyflow/react';
import { createContext } from 'react';

/** From farther away than this no word can be read, and hundreds of activities are in view: they are drawn as tiles, arrows as lines. */
const legible = 0.35;

export const FarContext = createContext(false);

export function useIsFar(): boolean {
  return useStore((state) => state.transform[2] < legible);
}

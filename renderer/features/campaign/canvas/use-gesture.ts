import type { NodeChange } from '@xyflow/react';
import { useEffect, useMemo, useRef } from 'react';
import type { CanvasNode } from './node-types';

export interface Gesture {
  begin: () => void;
  /** Whether a pointer is at it now. */
  isGoing: () => boolean;
  isGiven: () => boolean;
  given: (changes: NodeChange<CanvasNode>[]) => NodeChange<CanvasNode>[];
}

/** A drag of activities or of an arrow, which Escape gives up: what is still reported of it then counts for nothing. The same object always. */
export function useGesture(onGiveUp: () => void): Gesture {
  const state = useRef<'none' | 'going' | 'given up'>('none');
  const giveUp = useRef(onGiveUp);
  giveUp.current = onGiveUp;
  useEffect(() => {
    const key = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || state.current !== 'going') return;
      event.stopPropagation();
      state.current = 'given up';
      giveUp.current();
      document.body.classList.add('gesture-given-up');
    };
    const end = () => {
      // What the canvas makes of the end of the gesture comes with the same event.
      setTimeout(() => {
        state.current = 'none';
        document.body.classList.remove('gesture-given-up');
      });
    };
    window.addEventListener('keydown', key, true);
    window.addEventListener('pointerup', end);
    return () => {
      window.removeEventListener('keydown', key, true);
      window.removeEventListener('pointerup', end);
    };
  }, []);
  return useMemo(
    () => ({
      begin: () => {
        state.current = 'going';
      },
      isGoing: () => state.current === 'going',
      isGiven: () => state.current !== 'given up',
      given: (changes) => (state.current === 'given up' ? changes.filter((change) => change.type !== 'position') : changes),
    }),
    [],
  );
}

import { useReactFlow } from '@xyflow/react';
import { type RefObject, useEffect, useLayoutEffect } from 'react';
import { useCampaign } from '../../../state/campaign';
import { keepLook, lookOf } from '../../../state/session';
import { firstView, keptMiddle, viewAround } from './view';

/** A campaign is shown as it was left for another place; opened anew, as it can be read. */
export function useLook(frame: RefObject<HTMLDivElement | null>, id: string): void {
  const { getViewport, setViewport } = useReactFlow();
  useEffect(() => {
    const size = frame.current?.getBoundingClientRect();
    const opened = useCampaign.getState().campaign;
    if (!size || opened?.id !== id) return;
    const { middle } = lookOf(id);
    void setViewport(middle ? viewAround(middle, size) : firstView(opened, size));
  }, [frame, id, setViewport]);
  // Before the flow forgets its view, as it does when it is taken away.
  useLayoutEffect(
    () => () => {
      const size = frame.current?.getBoundingClientRect();
      if (size) keepLook(id, { middle: keptMiddle(getViewport(), size) });
    },
    [frame, id, getViewport],
  );
}

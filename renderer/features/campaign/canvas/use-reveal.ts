import { useReactFlow } from '@xyflow/react';
import { type RefObject, useEffect } from 'react';
import { useCampaign } from '../../../state/campaign';
import { nodeSize, spotsOf } from './tidy';

/** Brings an activity into view when it is selected out of sight: added, or picked from a list or a problem. */
export function useReveal(frame: RefObject<HTMLDivElement | null>): void {
  const { getViewport, setCenter } = useReactFlow();
  const selection = useCampaign((state) => state.selection);
  useEffect(() => {
    const { campaign } = useCampaign.getState();
    const size = frame.current?.getBoundingClientRect();
    const [id, ...others] = selection.activities;
    if (!campaign || !size || id === undefined || others.length > 0) return;
    const spot = spotsOf(campaign)[id];
    if (!spot) return;
    const middle = { x: spot.x + nodeSize.width / 2, y: spot.y + nodeSize.height / 2 };
    const { x, y, zoom } = getViewport();
    const [left, top] = [middle.x * zoom + x, middle.y * zoom + y];
    if (left > 0 && left < size.width && top > 0 && top < size.height) return;
    const still = matchMedia('(prefers-reduced-motion: reduce)').matches;
    void setCenter(middle.x, middle.y, { zoom, duration: still ? 0 : 150 });
  }, [selection, frame, getViewport, setCenter]);
}

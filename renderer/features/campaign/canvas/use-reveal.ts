import { useReactFlow } from '@xyflow/react';
import { type RefObject, useEffect } from 'react';
import type { Campaign } from '../../../../core/model/campaign';
import { useCampaign } from '../../../state/campaign';
import { type Box, boxesOf, framesOf } from './frames';
import { spotsOf } from './tidy';

/** Where something is drawn; what is in a collapsed group is drawn there. */
function shownBox(campaign: Campaign, id: string): Box | undefined {
  const boxes = boxesOf(campaign, spotsOf(campaign));
  const frames = framesOf(campaign, boxes);
  return frames.find((f) => f.id === id || (f.collapsed && f.members.includes(id)))?.box ?? boxes.get(id);
}

/** Brings an activity, a note or a group into view when it is selected out of sight: added, or picked from a list or a problem. */
export function useReveal(frame: RefObject<HTMLDivElement | null>): void {
  const { getViewport, setCenter } = useReactFlow();
  const selection = useCampaign((state) => state.selection);
  useEffect(() => {
    const { campaign } = useCampaign.getState();
    const size = frame.current?.getBoundingClientRect();
    const [id, ...others] = [...selection.activities, ...(selection.annotations ?? [])];
    if (!campaign || !size || id === undefined || others.length > 0) return;
    const box = shownBox(campaign, id);
    if (!box) return;
    const middle = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
    const { x, y, zoom } = getViewport();
    const [left, top] = [middle.x * zoom + x, middle.y * zoom + y];
    if (left > 0 && left < size.width && top > 0 && top < size.height) return;
    const still = matchMedia('(prefers-reduced-motion: reduce)').matches;
    void setCenter(middle.x, middle.y, { zoom, duration: still ? 0 : 150 });
  }, [selection, frame, getViewport, setCenter]);
}

import { useReactFlow } from '@xyflow/react';
import { type RefObject, useEffect, useRef } from 'react';
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

/** Around what was added there is room for its "+". */
const margin = 48;

/**
 * Brings an activity, a note or a group into view when it is selected out of sight: picked from a list or a problem. What was just added
 * is brought into view whole; what is pointed at stays where it is.
 */
export function useReveal(frame: RefObject<HTMLDivElement | null>): void {
  const { getViewport, setCenter, setViewport } = useReactFlow();
  const selection = useCampaign((state) => state.selection);
  const known = useRef<ReadonlySet<string> | null>(null);
  useEffect(() => {
    const { campaign } = useCampaign.getState();
    const size = frame.current?.getBoundingClientRect();
    const before = known.current;
    known.current = campaign && new Set(campaign.flow.activities.map((activity) => activity.id));
    const [id, ...others] = [...selection.activities, ...(selection.annotations ?? [])];
    if (!campaign || !size || id === undefined || others.length > 0) return;
    const box = shownBox(campaign, id);
    if (!box) return;
    const middle = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
    const { x, y, zoom } = getViewport();
    const [left, top] = [middle.x * zoom + x, middle.y * zoom + y];
    const duration = matchMedia('(prefers-reduced-motion: reduce)').matches ? 0 : 150;
    if (left <= 0 || left >= size.width || top <= 0 || top >= size.height) {
      void setCenter(middle.x, middle.y, { zoom, duration });
    } else if (before && !before.has(id)) {
      const [across, down] = [(box.width / 2) * zoom + margin, (box.height / 2) * zoom + margin];
      const [moveX, moveY] = [inward(left, across, size.width), inward(top, down, size.height)];
      if (moveX !== 0 || moveY !== 0) void setViewport({ x: x + moveX, y: y + moveY, zoom }, { duration });
    }
  }, [selection, frame, getViewport, setCenter, setViewport]);
}

/** How far something must move to lie within a length; to its middle where it is longer. */
function inward(middle: number, half: number, length: number): number {
  if (half * 2 > length) return length / 2 - middle;
  return Math.max(0, half - middle) + Math.min(0, length - half - middle);
}

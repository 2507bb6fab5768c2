import type { Campaign } from '../../../../core/model/campaign';
import { around, type Box, boxesOf, framesOf } from './frames';
import { inFull } from './legible';
import { spotsOf } from './tidy';

export interface View {
  x: number;
  y: number;
  zoom: number;
}

interface Size {
  width: number;
  height: number;
}

const margin = 32;
/** What stands out to the right of a node: the plus at an open output. */
const beside = 40;
/** Activities can be read with ease at this size, and down to the other where all of them can be seen for it. */
const readable = inFull * 1.1;
const barelyReadable = 0.5;

/** The smallest box around everything on the canvas. */
function bounds(campaign: Campaign): Box {
  const boxes = boxesOf(campaign, spotsOf(campaign));
  const frames = framesOf(campaign, boxes).map((frame) => frame.box);
  const box = around([...boxes.values(), ...frames]);
  return { ...box, width: box.width + beside };
}

const zoomFor = (box: Size, frame: Size) => Math.min((frame.width - 2 * margin) / box.width, (frame.height - 2 * margin) / box.height);

/** The whole flow, at most at its own size. */
export function wholeView(campaign: Campaign, frame: Size): View {
  // What comes first is placed at the origin: in sight, with room to grow to the right.
  if (campaign.flow.activities.length === 0 && !campaign.notes)
    return { x: 2 * margin, y: Math.max(margin, frame.height / 2 - 2 * margin), zoom: 1 };
  const box = bounds(campaign);
  const zoom = Math.min(1, zoomFor(box, frame));
  return { x: (frame.width - box.width * zoom) / 2 - box.x * zoom, y: (frame.height - box.height * zoom) / 2 - box.y * zoom, zoom };
}

/** What of the canvas stands in the middle of its frame. */
export function keptMiddle({ x, y, zoom }: View, { width, height }: Size): View {
  return { x: (width / 2 - x) / zoom, y: (height / 2 - y) / zoom, zoom };
}

/** The view that has a point in the middle, whatever size the frame has by now. */
export function viewAround({ x, y, zoom }: View, { width, height }: Size): View {
  return { x: width / 2 - x * zoom, y: height / 2 - y * zoom, zoom };
}

/** The whole flow when it can be read at that size, else its beginning. */
export function firstView(campaign: Campaign, frame: Size): View {
  const whole = wholeView(campaign, frame);
  if (whole.zoom >= barelyReadable) return whole;
  const box = bounds(campaign);
  const above = Math.max(margin, (frame.height - box.height * readable) / 2);
  return { x: margin - box.x * readable, y: above - box.y * readable, zoom: readable };
}

import type { Transition } from '../../../../core/model/activity';
import type { Campaign } from '../../../../core/model/campaign';
import { groupOf } from '../annotations/edits';
import type { Spot } from '../edits';
import { connectedOutputs, drawnHeight, nodeSize } from './geometry';

export interface Box extends Spot {
  width: number;
  height: number;
}

export const noteSize = { width: 200, height: 112 };
/** A collapsed group is as wide as an activity, with a line per output that leads out of it. */
const collapsedHeight = (outputs: number) => (outputs > 1 ? 60 + outputs * 24 : 60);
/** Between a frame and what is in it; the title stands above. */
const inside = 20;
const headHeight = 36;

export function noteBox(at: Campaign['layout'][string] | undefined): Box {
  return { x: at?.x ?? 0, y: at?.y ?? 0, width: at?.width ?? noteSize.width, height: at?.height ?? noteSize.height };
}

/** The smallest box around boxes. */
export function around(boxes: readonly Box[]): Box {
  const x = Math.min(...boxes.map((box) => box.x));
  const y = Math.min(...boxes.map((box) => box.y));
  return {
    x,
    y,
    width: Math.max(...boxes.map((box) => box.x + box.width)) - x,
    height: Math.max(...boxes.map((box) => box.y + box.height)) - y,
  };
}

export function frameAround(members: readonly Box[]): Box {
  const box = around(members);
  return { x: box.x - inside, y: box.y - headHeight, width: box.width + 2 * inside, height: box.height + headHeight + inside };
}

export interface GroupFrame {
  id: string;
  members: string[];
  collapsed: boolean;
  /** What leads out of it, each output once. */
  outputs: Transition[];
  box: Box;
}

/** Every box on the canvas by id: activities, notes, and the groups around them. */
export function boxesOf(campaign: Campaign, spots: Readonly<Record<string, Spot>>): Map<string, Box> {
  const boxes = new Map<string, Box>();
  const connected = connectedOutputs(campaign);
  for (const activity of campaign.flow.activities) {
    const height = drawnHeight(activity, connected.get(activity.id) ?? []);
    boxes.set(activity.id, { ...(spots[activity.id] ?? { x: 0, y: 0 }), width: nodeSize.width, height });
  }
  for (const id of Object.keys(campaign.notes ?? {})) boxes.set(id, noteBox(campaign.layout[id]));
  return boxes;
}

/** Groups with what is drawn in them; those of which no member is there are not drawn. */
export function framesOf(campaign: Campaign, boxes: ReadonlyMap<string, Box>): GroupFrame[] {
  return Object.entries(campaign.groups ?? {}).flatMap(([id, group]): GroupFrame[] => {
    const members = group.members.filter((member) => boxes.has(member) && groupOf(campaign, member) === id);
    if (members.length === 0) return [];
    const collapsed = group.collapsed === true;
    const frame = frameAround(members.flatMap((member) => boxes.get(member) ?? []));
    const outputs = outputsOut(campaign, new Set(members));
    const box = collapsed ? { x: frame.x, y: frame.y, width: nodeSize.width, height: collapsedHeight(outputs.length) } : frame;
    return [{ id, members, collapsed, outputs, box }];
  });
}

function outputsOut({ flow }: Campaign, members: ReadonlySet<string>): Transition[] {
  const out = flow.transitions.filter((t) => members.has(t.from) && !members.has(t.to));
  return out.filter((t, i) => out.findIndex((other) => other.from === t.from && other.output === t.output) === i);
}

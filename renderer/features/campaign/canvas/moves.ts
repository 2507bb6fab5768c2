import type { NodeChange } from '@xyflow/react';
import { groupOf } from '../annotations/edits';
import type { Spot } from '../edits';
import { frameAround } from './frames';
import type { CanvasNode } from './node-types';
import type { Placed } from './nodes';
import { spotsOf } from './tidy';

type Change = NodeChange<CanvasNode>;

/** What is in a group goes where the group is dragged. */
export function withMembers(changes: readonly Change[], nodes: readonly CanvasNode[], { frames }: Placed): Change[] {
  if (frames.length === 0) return [...changes];
  const moved = new Set(changes.flatMap((change) => (change.type === 'position' ? [change.id] : [])));
  return changes.flatMap((change): Change[] => {
    if (change.type !== 'position' || !change.position) return [change];
    const frame = frames.find((f) => f.id === change.id);
    const was = nodes.find((node) => node.id === change.id);
    if (!frame || !was) return [change];
    const [x, y] = [change.position.x - was.position.x, change.position.y - was.position.y];
    const along = nodes.filter((node) => frame.members.includes(node.id) && !moved.has(node.id));
    const follow = along.map(({ id, position }): Change => ({ id, type: 'position', position: { x: position.x + x, y: position.y + y } }));
    return [change, ...follow];
  });
}

/** Frames grow and shrink with what is moved in them. */
export function framed(nodes: CanvasNode[], changes: readonly Change[], { frames, boxes }: Placed): CanvasNode[] {
  const moved = new Set(changes.flatMap((change) => (change.type === 'position' ? [change.id] : [])));
  const touched = frames.filter((f) => !f.collapsed && !moved.has(f.id) && f.members.some((member) => moved.has(member)));
  if (touched.length === 0) return nodes;
  const places = new Map(nodes.map((node) => [node.id, node.position]));
  return nodes.map((node) => {
    const frame = touched.find((f) => f.id === node.id);
    if (!frame) return node;
    const members = frame.members.flatMap((id) => {
      const box = boxes.get(id);
      return box ? [{ ...box, ...places.get(id) }] : [];
    });
    const { x, y, width, height } = frameAround(members);
    return { ...node, position: { x, y }, width, height };
  });
}

/** Where a drag ended or an arrow key moved to, in whole pixels; what is still being dragged is not there yet. */
export function settled(changes: readonly Change[], { campaign, frames }: Placed): Record<string, Spot> {
  const now = spotsOf(campaign);
  const spots: Record<string, Spot> = {};
  const ended = changes.flatMap((change) =>
    change.type === 'position' && change.dragging === false && change.position ? [{ id: change.id, ...change.position }] : [],
  );
  const put = (id: string, x: number, y: number) => {
    const spot = { x: Math.round(x), y: Math.round(y) };
    const was = now[id];
    if (was?.x !== spot.x || was.y !== spot.y) spots[id] = spot;
  };
  for (const { id, x, y } of ended) {
    const frame = frames.find((f) => f.id === id);
    if (!frame) put(id, x, y);
    const members = frame?.members.filter((member) => !ended.some((other) => other.id === member)) ?? [];
    for (const member of members)
      put(member, (now[member]?.x ?? 0) + x - (frame?.box.x ?? x), (now[member]?.y ?? 0) + y - (frame?.box.y ?? y));
  }
  return spots;
}

/** The groups that what has none was let go in, by the middle of it. */
export function letGoIn(spots: Readonly<Record<string, Spot>>, { campaign, frames, boxes }: Placed): Map<string, string> {
  const joined = new Map<string, string>();
  for (const [id, { x, y }] of Object.entries(spots)) {
    const size = boxes.get(id);
    if (!size || groupOf(campaign, id) !== undefined) continue;
    const middle = { x: x + size.width / 2, y: y + size.height / 2 };
    const within = frames.find(
      ({ collapsed, box }) =>
        !collapsed && middle.x > box.x && middle.x < box.x + box.width && middle.y > box.y && middle.y < box.y + box.height,
    );
    if (within) joined.set(id, within.id);
  }
  return joined;
}

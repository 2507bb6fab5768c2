import { type NodeHandle, Position } from '@xyflow/react';
import type { Activity } from '../../../../core/model/activity';
import type { Campaign } from '../../../../core/model/campaign';
import { carriesNobody, outputsOf } from '../../../state/outputs';
import { outputOfGroup } from './group-output';
import type { CanvasNode } from './node-types';

export const nodeSize = { width: 200, height: 76 };

/** Of an activity: above its lines; around them, its border with it; of each of them; to where an arrow leads. */
export const head = 51;
const aroundRows = 7;
export const rowHeight = 24;
const entrance = 25;
/** Of a collapsed group: above its lines; to where arrows lead and leave. */
const groupHead = 60;
const groupEntrance = 29;

/** Outputs that have a line of their own: all but the only one, when an arrow leaves it. */
export function rowsOf(activity: Activity, connected: readonly string[]): string[] {
  const outputs = outputsOf(activity);
  return outputs.length === 1 && connected.includes(outputs[0] ?? '') ? [] : outputs;
}

/** Of each activity, the outputs that an arrow leaves. */
export function connectedOutputs({ flow }: Campaign): ReadonlyMap<string, string[]> {
  const connected = new Map<string, string[]>();
  for (const { from, output } of flow.transitions) connected.set(from, [...(connected.get(from) ?? []), output]);
  return connected;
}

/** As it is drawn, which is what `rowsOf` leaves of it. */
export function drawnHeight(activity: Activity, connected: readonly string[]): number {
  const rows = rowsOf(activity, connected).length;
  return rows === 0 ? head : head + aroundRows + rows * rowHeight;
}

/** The middle of a line, from the top of its activity. */
export const rowMiddle = (row: number) => head + Math.ceil(aroundRows / 2) + row * rowHeight + rowHeight / 2;

/** As in the style of a handle. */
export const handleSize = 9;

/** Where arrows are taken hold of on an activity, so that nobody has to look for it in what is drawn. */
export function handlesOf(activity: Activity, connected: readonly string[]): NodeHandle[] {
  const rows = rowsOf(activity, connected);
  const handle = (id: string, type: 'source' | 'target', x: number, y: number): NodeHandle => {
    const position = type === 'source' ? Position.Right : Position.Left;
    return { id, type, position, x: x - handleSize / 2, y: y - handleSize / 2, width: handleSize, height: handleSize };
  };
  const leaving = outputsOf(activity).map((output) => {
    const row = rows.indexOf(output);
    return handle(output, 'source', nodeSize.width, row < 0 ? entrance : rowMiddle(row));
  });
  return carriesNobody(activity) ? leaving : [handle('in', 'target', 0, entrance), ...leaving];
}

/** Where an output leaves its node. */
export function leaves(node: CanvasNode, output: string): [x: number, y: number] {
  const { x, y } = node.position;
  const right = x + (node.width ?? 0);
  if (node.type === 'activity') {
    const row = rowsOf(node.data.activity, node.data.connected).indexOf(output);
    return [right, y + (row < 0 ? entrance : rowMiddle(row))];
  }
  const outputs = node.type === 'activity-group' ? node.data.outputs : [];
  const row = outputs.findIndex((o) => outputOfGroup(o.activity.id, o.output) === output);
  return [right, y + (outputs.length > 1 ? groupHead + row * rowHeight + rowHeight / 2 : groupEntrance)];
}

/** Where arrows lead to a node. */
export function arrives({ type, position: { x, y } }: CanvasNode): [x: number, y: number] {
  return [x, y + (type === 'activity' ? entrance : groupEntrance)];
}

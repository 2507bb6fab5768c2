import type { Problem } from '../../../../core/base/problems';
import { sameJson } from '../../../../core/history/patch';
import type { Campaign } from '../../../../core/model/campaign';
import type { Selection } from '../../../state/look';
import type { Text } from '../../../text/use-text';
import { groupWords, noteWords } from '../annotations/words';
import { labelOf } from '../sentence';
import type { Box, GroupFrame } from './frames';
import { connectedOutputs, drawnHeight, handlesOf, nodeSize } from './geometry';
import type { ActivityNodeType, CanvasNode, GroupNodeType, NoteNodeType, Severity } from './node-types';

/** A campaign with where everything of it stands. */
export interface Placed {
  campaign: Campaign;
  boxes: ReadonlyMap<string, Box>;
  frames: readonly GroupFrame[];
}

/** The worst problem of each activity. */
export function severities(problems: readonly Problem[]): Map<string, Severity> {
  const worst = new Map<string, Severity>();
  for (const { place, severity } of problems) {
    const [kind, id] = place;
    if (kind !== 'activities' || typeof id !== 'string') continue;
    if (severity === 'error' || !worst.has(id)) worst.set(id, severity === 'error' ? 'error' : 'warning');
  }
  return worst;
}

/** The collapsed group that something is out of sight in. */
export function hiddenIn(frames: readonly GroupFrame[]): Map<string, GroupFrame> {
  return new Map(frames.filter((f) => f.collapsed).flatMap((frame) => frame.members.map((member) => [member, frame] as const)));
}

/** Everything drawn as a node: frames below notes below activities. */
export function nodesOf(placed: Placed, problems: readonly Problem[], selection: Selection, t: Text): CanvasNode[] {
  const { campaign, boxes, frames } = placed;
  const worst = severities(problems);
  const hidden = hiddenIn(frames);
  const chosen = new Set(selection.output === undefined ? [...selection.activities, ...(selection.annotations ?? [])] : []);
  const at = (id: string) => ({ x: boxes.get(id)?.x ?? 0, y: boxes.get(id)?.y ?? 0 });
  const connected = connectedOutputs(campaign);
  const groups = frames.map((frame) => groupNode(placed, frame, worst, chosen.has(frame.id), t));
  const notes = Object.entries(campaign.notes ?? {}).flatMap(([id, note]): NoteNodeType[] => {
    const { width, height } = boxes.get(id) ?? {};
    if (hidden.has(id)) return [];
    const size = { ...(width === undefined ? {} : { width }), ...(height === undefined ? {} : { height }) };
    return [{ id, type: 'note', position: at(id), ...size, selected: chosen.has(id), ariaLabel: noteWords(note, t), data: { note } }];
  });
  const activities = campaign.flow.activities.flatMap((activity): ActivityNodeType[] => {
    const { id } = activity;
    if (hidden.has(id)) return [];
    const leaving = connected.get(id) ?? [];
    const data = { activity, problem: worst.get(id), connected: leaving };
    // Known before it is drawn: React Flow would measure it, and draw everything again for it.
    const measured = { width: nodeSize.width, height: drawnHeight(activity, leaving) };
    const handles = handlesOf(activity, leaving);
    const ariaLabel = labelOf(activity, t);
    const is = { position: at(id), width: nodeSize.width, measured, handles, selected: chosen.has(id), ariaLabel };
    return [{ id, type: 'activity', ...is, data }];
  });
  return [...groups, ...notes, ...activities].map((node) => ({ ...node, domAttributes: { 'aria-roledescription': kindOf(node, t) } }));
}

/** What a node is, for who hears it; React Flow calls everything a node, in English. */
function kindOf({ type }: CanvasNode, t: Text): string {
  if (type === 'activity') return t.campaign.activityKind;
  return type === 'note' ? t.annotations.note : t.annotations.newGroup;
}

function groupNode(
  { campaign }: Placed,
  frame: GroupFrame,
  worst: ReadonlyMap<string, Severity>,
  selected: boolean,
  t: Text,
): GroupNodeType {
  const { id, box, members, collapsed } = frame;
  const signs = members.map((member) => worst.get(member));
  const problem = signs.includes('error') ? 'error' : signs.includes('warning') ? 'warning' : undefined;
  const outputs = frame.outputs.flatMap(({ from, output }) => {
    const activity = campaign.flow.activities.find((a) => a.id === from);
    return activity ? [{ activity, output }] : [];
  });
  return {
    id,
    type: 'activity-group',
    position: { x: box.x, y: box.y },
    width: box.width,
    height: box.height,
    zIndex: -1,
    dragHandle: '.group-head',
    // What is in the frame is clicked through it.
    style: { pointerEvents: 'none' },
    selected,
    ariaLabel: groupWords(campaign, id, t),
    data: {
      title: campaign.groups?.[id]?.title ?? '',
      collapsed,
      contents: groupWords(campaign, id, t, false),
      problem: collapsed ? problem : undefined,
      outputs: collapsed ? outputs : [],
    },
  };
}

/** What is as it was stays the same object, so that only what changed is drawn again. */
export function keepSame<T extends { id: string }>(next: readonly T[], was: readonly T[]): T[] {
  const before = new Map(was.map((one) => [one.id, one]));
  return next.map((one) => {
    const old = before.get(one.id);
    return old && sameJson(old, one) ? old : one;
  });
}

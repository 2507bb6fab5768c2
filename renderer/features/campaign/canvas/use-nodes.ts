import { applyNodeChanges, type NodeChange } from '@xyflow/react';
import { useCallback, useEffect, useRef, useState } from 'react';
import { select, useCampaign } from '../../../state/campaign';
import type { Text } from '../../../text/use-text';
import { moveTo } from '../annotations/actions';
import { chosenWords } from '../annotations/chosen-words';
import { framed, letGoIn, settled, withMembers } from './moves';
import type { CanvasNode } from './node-types';
import type { Placed } from './nodes';
import { useGesture } from './use-gesture';

type Change = NodeChange<CanvasNode>;

/**
 * What was drawn before and is drawn as it was stays the same object; what is known of its size stays known, and what is `held` where
 * it is dragged to.
 */
function redrawn(drawn: readonly CanvasNode[], was: readonly CanvasNode[], held: boolean): CanvasNode[] {
  const before = new Map(was.map((node) => [node.id, node]));
  return drawn.map((node) => {
    const old = before.get(node.id);
    if (!old) return node;
    if (held && old.dragging)
      return { ...node, measured: node.measured ?? old.measured, position: old.position, dragging: true } as CanvasNode;
    const stays =
      old.data === node.data &&
      old.selected === node.selected &&
      old.position.x === node.position.x &&
      old.position.y === node.position.y &&
      old.width === node.width &&
      old.height === node.height &&
      old.ariaLabel === node.ariaLabel &&
      !old.dragging;
    return stays ? old : ({ ...node, measured: node.measured ?? old.measured } as CanvasNode);
  });
}

/** The nodes with what a person is doing to them: dragging, selecting, moving by key. Escape gives a drag up. */
export function useNodes(drawn: CanvasNode[], placed: Placed, t: Text) {
  const [nodes, setNodes] = useState(drawn);
  const latest = useRef(nodes);
  const show = useCallback((next: CanvasNode[]) => {
    latest.current = next;
    setNodes(next);
  }, []);
  useEffect(() => show(redrawn(drawn, latest.current, true)), [drawn, show]);
  const gesture = useGesture(() => show(redrawn(drawn, latest.current, false)));

  const take = useCallback(
    (all: Change[]) => {
      const given = gesture.given(all);
      const changes = withMembers(given, latest.current, placed);
      show(framed(applyNodeChanges(changes, latest.current), changes, placed));
      settle(given, placed, t, gesture.isGoing());
      selectPicked(changes);
    },
    [gesture, placed, show, t],
  );
  return { nodes, take, gesture };
}

function settle(changes: readonly Change[], placed: Placed, t: Text, dragged: boolean): void {
  const spots = settled(changes, placed);
  const ids = Object.keys(spots);
  if (ids.length === 0) return;
  moveTo(spots, letGoIn(spots, placed), t.campaign.edits.move(chosenWords(placed.campaign, ids, t)), dragged);
}

function selectPicked(changes: readonly Change[]): void {
  const picked = changes.filter((change) => change.type === 'select');
  const { campaign, selection } = useCampaign.getState();
  if (picked.length === 0 || !campaign) return;
  const now = new Set(selection.output === undefined ? [...selection.activities, ...(selection.annotations ?? [])] : []);
  for (const change of picked) change.selected ? now.add(change.id) : now.delete(change.id);
  const isAnnotation = (id: string) => campaign.notes?.[id] !== undefined || campaign.groups?.[id] !== undefined;
  const [activities, annotations] = [[...now].filter((id) => !isAnnotation(id)), [...now].filter(isAnnotation)];
  select({ activities, ...(annotations.length > 0 ? { annotations } : {}) });
}

import { applyNodeChanges, type NodeChange, useStoreApi } from '@xyflow/react';
import { useCallback, useEffect, useRef, useState } from 'react';
import { select, useCampaign } from '../../../state/campaign';
import type { Text } from '../../../text/use-text';
import { moveTo } from '../annotations/actions';
import { chosenWords } from '../annotations/chosen-words';
import { framed, letGoIn, settled, withMembers } from './moves';
import type { CanvasNode } from './node-types';
import type { Placed } from './nodes';
import { placedOf } from './placed';
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
      old.domAttributes === node.domAttributes &&
      !old.dragging;
    return stays ? old : ({ ...node, measured: node.measured ?? old.measured } as CanvasNode);
  });
}

/** The nodes with what a person is doing to them: dragging, selecting, moving by key. Escape gives a drag up. */
export function useNodes(drawn: CanvasNode[], placed: Placed, t: Text) {
  const [nodes, setNodes] = useState(drawn);
  const store = useStoreApi();
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
      settle(given, t, gesture.isGoing());
      const { multiSelectionActive, userSelectionActive } = store.getState();
      selectPicked(changes, multiSelectionActive && !userSelectionActive ? undefined : latest.current);
    },
    [gesture, placed, show, store, t],
  );
  return { nodes, take, gesture };
}

/** The campaign is asked itself: where things are drawn may be behind it. */
function settle(changes: readonly Change[], t: Text, dragged: boolean): void {
  const { campaign } = useCampaign.getState();
  if (!campaign || !changes.some((change) => change.type === 'position' && change.dragging === false)) return;
  const placed = placedOf(campaign);
  const spots = settled(changes, placed);
  const ids = Object.keys(spots);
  if (ids.length === 0) return;
  moveTo(spots, letGoIn(spots, placed), t.campaign.edits.move(chosenWords(campaign, ids, t)), dragged);
}

/** What is picked is added to what is selected, or is all of it: then the nodes say what is. */
function selectPicked(changes: readonly Change[], all: readonly CanvasNode[] | undefined): void {
  const picked = changes.filter((change) => change.type === 'select');
  const { campaign, selection } = useCampaign.getState();
  if (picked.length === 0 || !campaign) return;
  const now = new Set(selection.output === undefined ? [...selection.activities, ...(selection.annotations ?? [])] : []);
  for (const change of picked) change.selected ? now.add(change.id) : now.delete(change.id);
  const ids = all ? all.flatMap((node) => (node.selected ? [node.id] : [])) : [...now];
  const isThere = new Set(campaign.flow.activities.map((activity) => activity.id));
  const activities = ids.filter((id) => isThere.has(id));
  const annotations = ids.filter((id) => campaign.notes?.[id] !== undefined || campaign.groups?.[id] !== undefined);
  select({ activities, ...(annotations.length > 0 ? { annotations } : {}) });
}

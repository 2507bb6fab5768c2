import type { EdgeChange, ReactFlowProps } from '@xyflow/react';
import { useMemo, useRef } from 'react';
import type { Transition } from '../../../../core/model/activity';
import { arrowKey, isArrowSelected, withArrow } from '../../../state/arrows';
import { edit, select, useCampaign } from '../../../state/campaign';
import type { Selection } from '../../../state/look';
import type { Text } from '../../../text/use-text';
import { startEditing } from '../annotations/editing';
import { connect, disconnect, mayConnect, reconnect } from '../edits';
import type { CountArrowType } from './count-arrow';
import type { CanvasNode } from './node-types';
import type { Gesture } from './use-gesture';

type Handlers = ReactFlowProps<CanvasNode, CountArrowType>;

/** What is done on the canvas to the open campaign. Always the same functions: given others, React Flow draws every node and arrow again. */
export function useHandlers(gesture: Gesture, t: Text): Handlers {
  const cut = useRef<Transition>(undefined);
  return useMemo(
    (): Handlers => ({
      onConnect: ({ source, sourceHandle, target }) =>
        gesture.isGiven() && edit(t.campaign.edits.connect, (c) => connect(c, source, sourceHandle ?? 'out', target)),
      onConnectStart: gesture.begin,
      onNodeDragStart: gesture.begin,
      onReconnect: (arrow, { source, sourceHandle, target }) => {
        const led = arrow.data?.transition;
        if (led && gesture.isGiven()) edit(t.campaign.edits.reconnect, (c) => reconnect(c, led, source, sourceHandle ?? 'out', target));
      },
      onReconnectStart: (_event, arrow) => {
        gesture.begin();
        cut.current = arrow.data?.transition;
      },
      onReconnectEnd: () => {
        cut.current = undefined;
      },
      isValidConnection: ({ source, target }) => {
        const { campaign } = useCampaign.getState();
        return campaign !== null && mayConnect(cut.current ? disconnect(campaign, [cut.current]) : campaign, source, target);
      },
      onEdgesChange: pickArrow,
      onEdgeClick: (_event, arrow) => arrow.data && select(withArrow(arrow.data.transition)),
      onNodeClick: (event, node) => {
        const isAdding = event.shiftKey || event.ctrlKey || event.metaKey;
        // React tells a node of clicks on the menu of its plus, too.
        if (!isAdding && event.currentTarget.contains(event.target as Element)) select(only(node));
      },
      onNodeDoubleClick: (_event, node) => node.type !== 'activity' && startEditing(node.id),
      onPaneClick: () => select({ activities: [] }),
    }),
    [gesture, t],
  );
}

function only({ id, type }: CanvasNode): Selection {
  return type === 'activity' ? { activities: [id] } : { activities: [], annotations: [id] };
}

/** Keys pick the arrow that has the focus, and let it go. */
function pickArrow(changes: readonly EdgeChange<CountArrowType>[]): void {
  const { campaign, selection } = useCampaign.getState();
  const named = (id: string) => campaign?.flow.transitions.find((arrow) => arrowKey(arrow) === id);
  const turned = changes.filter((change) => change.type === 'select');
  const picked = turned.find((change) => change.selected);
  if (!picked) {
    const gone = turned.map(({ id }) => named(id));
    if (gone.some((arrow) => arrow && isArrowSelected(selection, arrow))) select({ activities: [] });
    return;
  }
  const arrow = named(picked.id);
  // A frame drawn around activities picks their arrows, too, which are not meant; and React Flow lets go of all activities after this.
  const isMeant = document.activeElement?.getAttribute('data-id') === picked.id;
  if (arrow && isMeant) queueMicrotask(() => select(withArrow(arrow)));
}

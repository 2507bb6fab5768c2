import {
  applyNodeChanges,
  Background,
  BackgroundVariant,
  type Connection,
  MarkerType,
  MiniMap,
  type NodeChange,
  ReactFlow,
  useReactFlow,
} from '@xyflow/react';
import '@xyflow/react/dist/style.css';
import { Map as MapIcon, Maximize, ZoomIn, ZoomOut } from 'lucide-react';
import { useEffect, useMemo, useRef, useState } from 'react';
import type { Problem } from '../../../../core/base/problems';
import type { Activity, Transition } from '../../../../core/model/activity';
import type { Campaign } from '../../../../core/model/campaign';
import { edit, select, useCampaign } from '../../../state/campaign';
import { type Text, useText } from '../../../text/use-text';
import { Button } from '../../../ui/button';
import { connect, disconnect, mayConnect, place, reconnect, removeActivities, type Spot } from '../edits';
import { kinds } from '../kinds';
import { labelOf, outputLabel, transitionLabel } from '../sentence';
import { ActivityNode, type ActivityNodeType } from './activity-node';
import './canvas.css';
import { CountArrow, type CountArrowType } from './count-arrow';
import { flowLabels } from './flow-labels';
import { SelectionBar } from './selection-bar';
import { nodeSize, spotsOf } from './tidy';
import { useGesture } from './use-gesture';
import { useReveal } from './use-reveal';
import { firstView, wholeView } from './view';

const nodeTypes = { activity: ActivityNode };
const edgeTypes = { count: CountArrow };

export function Canvas({ campaign, problems }: { campaign: Campaign; problems: readonly Problem[] }) {
  const t = useText();
  const selection = useCampaign((state) => state.selection);
  const { zoomIn, zoomOut, setViewport } = useReactFlow();
  const frame = useRef<HTMLDivElement>(null);
  const labels = useMemo(() => flowLabels(t), [t]);
  const drawn = useMemo(
    () => nodesOf(campaign, problems, selection.output === undefined ? selection.activities : []),
    [campaign, problems, selection],
  );
  const [nodes, setNodes] = useState(drawn);
  useEffect(() => setNodes((was) => drawn.map((node) => ({ ...node, measured: was.find((w) => w.id === node.id)?.measured }))), [drawn]);
  const arrows = useMemo(() => arrowsOf(campaign, selection, t), [campaign, selection, t]);
  useEffect(() => {
    const size = frame.current?.getBoundingClientRect();
    const opened = useCampaign.getState().campaign;
    if (size && opened?.id === campaign.id) void setViewport(firstView(opened, size));
  }, [campaign.id, setViewport]);
  useReveal(frame);
  const fit = () => {
    const size = frame.current?.getBoundingClientRect();
    if (size) void setViewport(wholeView(campaign, size));
  };

  // Where a drag ended or an arrow key moved to; what is still being dragged is not an edit yet.
  const settle = (changes: NodeChange<ActivityNodeType>[]) => {
    const now = spotsOf(campaign);
    const moved = changes.flatMap((change): [string, Spot][] => {
      if (change.type !== 'position' || change.dragging !== false || !change.position) return [];
      const spot = { x: Math.round(change.position.x), y: Math.round(change.position.y) };
      const was = now[change.id];
      return was?.x === spot.x && was.y === spot.y ? [] : [[change.id, spot]];
    });
    if (moved.length > 0)
      edit(
        movedLabel(moved.map(([id]) => id)),
        (c) => place({ ...c, layout: spotsOf(c) }, Object.fromEntries(moved)),
        `move/${moved.map(([id]) => id).join('/')}`,
      );
  };

  const movedLabel = (ids: string[]) => {
    const first = campaign.flow.activities.find((activity) => activity.id === ids[0]);
    return t.campaign.edits.move(ids.length, first ? labelOf(first, t) : '');
  };

  const gesture = useGesture(() =>
    setNodes((was) => drawn.map((node) => ({ ...node, measured: was.find((w) => w.id === node.id)?.measured }))),
  );
  const [cut, setCut] = useState<Transition>();
  const [map, setMap] = useState(campaign.flow.activities.length > 20);

  const take = (all: NodeChange<ActivityNodeType>[]) => {
    const changes = gesture.given(all);
    setNodes((was) => applyNodeChanges(changes, was));
    settle(changes);
    const picked = changes.filter((change) => change.type === 'select');
    if (picked.length === 0) return;
    const now = new Set(useCampaign.getState().selection.output === undefined ? useCampaign.getState().selection.activities : []);
    for (const change of picked) change.selected ? now.add(change.id) : now.delete(change.id);
    select({ activities: [...now] });
  };

  const remove = (gone: readonly ActivityNodeType[], cut: readonly CountArrowType[]) => {
    if (gone.length > 0)
      return edit(t.campaign.edits.delete, (c) =>
        removeActivities(
          c,
          gone.map((node) => node.id),
        ),
      );
    edit(t.campaign.edits.disconnect, (c) =>
      disconnect(
        c,
        cut.flatMap((arrow) => (arrow.data ? [arrow.data.transition] : [])),
      ),
    );
  };

  const join = ({ source, sourceHandle, target }: Connection) =>
    gesture.isGiven() && edit(t.campaign.edits.connect, (c) => connect(c, source, sourceHandle ?? 'out', target));

  const lead = (arrow: CountArrowType, { source, sourceHandle, target }: Connection) => {
    const led = arrow.data?.transition;
    if (led && gesture.isGiven()) edit(t.campaign.edits.reconnect, (c) => reconnect(c, led, source, sourceHandle ?? 'out', target));
  };

  return (
    <div className="canvas" ref={frame}>
      <ReactFlow<ActivityNodeType, CountArrowType>
        nodes={nodes}
        edges={arrows}
        ariaLabelConfig={labels}
        nodeTypes={nodeTypes}
        edgeTypes={edgeTypes}
        onNodesChange={take}
        onConnect={join}
        onConnectStart={gesture.begin}
        onNodeDragStart={gesture.begin}
        onReconnect={lead}
        onReconnectStart={(_event, arrow) => {
          gesture.begin();
          setCut(arrow.data?.transition);
        }}
        onReconnectEnd={() => setCut(undefined)}
        isValidConnection={({ source, target }) => mayConnect(cut ? disconnect(campaign, [cut]) : campaign, source, target)}
        onEdgeClick={(_event, arrow) => arrow.data && select({ activities: [arrow.source], output: arrow.data.transition.output })}
        onDelete={({ nodes: gone, edges }) => remove(gone, edges)}
        onPaneClick={() => select({ activities: [] })}
        deleteKeyCode={['Delete', 'Backspace']}
        multiSelectionKeyCode={['Shift', 'Meta', 'Control']}
        minZoom={0.02}
        maxZoom={1.6}
        snapToGrid
        snapGrid={[8, 8]}
        onlyRenderVisibleElements={campaign.flow.activities.length > 80}
        aria-label={t.campaign.canvas}
        proOptions={{ hideAttribution: true }}
      >
        {map && (
          <MiniMap<ActivityNodeType>
            pannable
            zoomable
            ariaLabel={t.campaign.minimap}
            nodeColor={(node) => `var(--${kinds[node.data.activity.type].family})`}
            nodeBorderRadius={24}
          />
        )}
        <Background variant={BackgroundVariant.Dots} gap={24} size={1.2} color="var(--line-strong)" />
      </ReactFlow>
      <div className="canvas-tools">
        <Button label={t.campaign.zoomOut} icon={ZoomOut} iconOnly size="small" onClick={() => void zoomOut()} />
        <Button label={t.campaign.zoomIn} icon={ZoomIn} iconOnly size="small" onClick={() => void zoomIn()} />
        <Button label={t.campaign.fit} icon={Maximize} iconOnly size="small" onClick={fit} />
        <Button label={t.campaign.minimap} icon={MapIcon} iconOnly size="small" aria-pressed={map} onClick={() => setMap(!map)} />
      </div>
      <SelectionBar />
    </div>
  );
}

function nodesOf(campaign: Campaign, problems: readonly Problem[], selected: readonly string[]): ActivityNodeType[] {
  const spots = spotsOf(campaign);
  return campaign.flow.activities.map((activity) => {
    const mine = problems.filter((p) => p.place[0] === 'activities' && p.place[1] === activity.id);
    const problem = mine.some((p) => p.severity === 'error') ? 'error' : mine.length > 0 ? 'warning' : undefined;
    const connected = campaign.flow.transitions.filter((arrow) => arrow.from === activity.id).map((arrow) => arrow.output);
    return {
      id: activity.id,
      type: 'activity',
      position: spots[activity.id] ?? { x: 0, y: 0 },
      width: nodeSize.width,
      selected: selected.includes(activity.id),
      data: { activity, problem, connected },
    };
  });
}

function arrowsOf({ flow }: Campaign, selection: { activities: string[]; output?: string }, t: Text): CountArrowType[] {
  return flow.transitions.map((transition) => {
    const from = flow.activities.find((a) => a.id === transition.from);
    const to = flow.activities.find((a) => a.id === transition.to);
    return {
      id: `${transition.from}/${transition.output}>${transition.to}/${transition.input}`,
      type: 'count',
      source: transition.from,
      sourceHandle: transition.output,
      target: transition.to,
      targetHandle: 'in',
      selected: selection.output === transition.output && selection.activities[0] === transition.from,
      markerEnd: { type: MarkerType.ArrowClosed, markerUnits: 'userSpaceOnUse', width: 24, height: 24, color: 'var(--control-line)' },
      data: {
        transition,
        type: from?.type ?? 'build-audience',
        from: from ? transitionLabel(from, transition.output, t) : transition.from,
        to: to ? labelOf(to, t) : transition.to,
        branch: from ? outputLabel(from, transition.output, t) : '',
        main: to !== undefined && primaryInput(to) === transition.input,
      },
    };
  });
}

/** The input that goes on where the others only have to be there, or are taken out of it. */
function primaryInput(activity: Activity): number | undefined {
  if (activity.type === 'and-join' || (activity.type === 'combine' && activity.operation === 'exclusion')) return activity.primary ?? 0;
  return undefined;
}

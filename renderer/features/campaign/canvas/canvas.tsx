import { MiniMap, ReactFlow, useReactFlow } from '@xyflow/react';
import { Map as MapIcon, Maximize, ZoomIn, ZoomOut } from 'lucide-react';
import { memo, useMemo, useRef, useState } from 'react';
import { useText } from '../../../text/use-text';
import { Button } from '../../../ui/button';
import { DottedGround } from '../../../ui/dotted-ground';
import type { Drawn } from '../drawn';
import { kinds } from '../kinds';
import { PictureMenu } from '../picture/picture-menu';
import { ActivityNode } from './activity-node';
import './annotations.css';
import { arrowsOf } from './arrows';
import './canvas.css';
import './detail.css';
import { CountArrow, type CountArrowType } from './count-arrow';
import { DetailContext, EnlargedContext, useDetail, useDrawnArrows } from './detail';
import { FarArrows } from './far-arrows';
import { flowLabels } from './flow-labels';
import { GroupNode } from './group-node';
import type { CanvasNode } from './node-types';
import { nodesOf } from './nodes';
import { NoteNode } from './note-node';
import { offset } from './offset';
import { placedOf } from './placed';
import { SelectionBar } from './selection-bar';
import { zoomBounds } from './sketch/glide';
import { ZoomSketch } from './sketch/zoom-sketch';
import { createTurns, NodeTurns } from './turns';
import { useHandlers } from './use-handlers';
import { useKept } from './use-kept';
import { useKnownSizes } from './use-known-sizes';
import { useLook } from './use-look';
import { useMiddle } from './use-middle';
import { useNodes } from './use-nodes';
import { useNudges } from './use-nudges';
import { useReveal } from './use-reveal';
import { wholeView } from './view';

const nodeTypes = { activity: ActivityNode, note: NoteNode, 'activity-group': GroupNode };
const edgeTypes = { count: CountArrow };
const severalKeys = ['Shift', 'Meta', 'Control'];
const step = 8;
const grid: [number, number] = [step, step];
const ours = { hideAttribution: true };

export const Canvas = memo(function Canvas({ campaign, problems, selection }: Drawn) {
  const t = useText();
  const many = campaign.flow.activities.length > 80;
  const detail = useDetail(many);
  const { zoomIn, zoomOut, setViewport } = useReactFlow();
  useKnownSizes();
  const turns = useMemo(() => createTurns(), []);
  const frame = useRef<HTMLDivElement>(null);
  const labels = useMemo(() => flowLabels(t), [t]);
  const placed = useMemo(() => placedOf(campaign), [campaign]);
  const drawn = useKept(useMemo(() => nodesOf(placed, problems, selection, t), [placed, problems, selection, t]));
  const arrows = useKept(useMemo(() => arrowsOf(campaign, placed.frames, selection, t), [campaign, placed, selection, t]));
  const drawnArrows = useDrawnArrows(detail, turns, arrows.length);
  // A selected arrow can be deleted from far away too.
  const edges = useMemo(() => arrows.filter((arrow, i) => i < drawnArrows || arrow.selected), [arrows, drawnArrows]);
  const { nodes, take, gesture } = useNodes(drawn, placed, t);
  useNudges(take, step);
  const put = useMemo(() => nodes.map(offset), [nodes]);
  const handlers = useHandlers(gesture, t);
  const [map, setMap] = useState(campaign.flow.activities.length > 20);
  useLook(frame, campaign.id);
  useReveal(frame);
  useMiddle(frame);
  const fit = () => {
    const size = frame.current?.getBoundingClientRect();
    if (size) void setViewport(wholeView(campaign, size));
  };

  return (
    <div className="canvas" ref={frame}>
      <NodeTurns value={turns}>
        <DetailContext value={detail}>
          <EnlargedContext value={!many && detail !== 'full'}>
            <ReactFlow<CanvasNode, CountArrowType>
              nodes={put}
              edges={edges}
              ariaLabelConfig={labels}
              nodeTypes={nodeTypes}
              edgeTypes={edgeTypes}
              onNodesChange={take}
              {...handlers}
              deleteKeyCode={null}
              multiSelectionKeyCode={severalKeys}
              elevateNodesOnSelect={false}
              {...zoomBounds}
              snapToGrid
              snapGrid={grid}
              onlyRenderVisibleElements={many}
              aria-label={t.campaign.canvas}
              proOptions={ours}
            >
              {map && <MiniMap<CanvasNode> pannable zoomable ariaLabel={t.campaign.minimap} nodeColor={mapColour} nodeBorderRadius={24} />}
              {drawnArrows < arrows.length && <FarArrows nodes={nodes} arrows={arrows} />}
              <DottedGround />
              {many && (
                <ZoomSketch
                  frame={frame}
                  nodes={nodes}
                  arrows={arrows}
                  areArrowsDrawn={detail === 'tile' ? drawnArrows === 0 : drawnArrows >= arrows.length}
                />
              )}
            </ReactFlow>
          </EnlargedContext>
        </DetailContext>
      </NodeTurns>
      <div className="canvas-tools">
        <Button label={t.campaign.zoomOut} icon={ZoomOut} iconOnly size="small" onClick={() => void zoomOut()} />
        <Button label={t.campaign.zoomIn} icon={ZoomIn} iconOnly size="small" onClick={() => void zoomIn()} />
        <Button label={t.campaign.fit} icon={Maximize} iconOnly size="small" onClick={fit} />
        <Button label={t.campaign.minimap} icon={MapIcon} iconOnly size="small" aria-pressed={map} onClick={() => setMap(!map)} />
        <PictureMenu placed={placed} />
      </div>
      <SelectionBar />
    </div>
  );
});

function mapColour(node: CanvasNode): string {
  if (node.type === 'activity') return `var(--${kinds[node.data.activity.type].family})`;
  return node.type === 'note' ? 'var(--bar-other)' : 'var(--hover)';
}

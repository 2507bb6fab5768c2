import { type Edge, Handle, type Node, type NodeProps, Panel, Position, ReactFlow } from '@xyflow/react';
import { Image, KeyRound, Table } from 'lucide-react';
import { useMemo, useState } from 'react';
import type { DataModel, Entity, Link } from '../../../core/model/entity';
import { useData } from '../../state/data';
import { attempt } from '../../state/failures';
import { call } from '../../state/host';
import { entityNamed } from '../../state/reach';
import { go } from '../../state/session';
import { useFormats, useText } from '../../text/use-text';
import { Button } from '../../ui/button';
import { DottedGround } from '../../ui/dotted-ground';
import { pngOf, saveFile, svgBlob } from '../../ui/picture';
import { KeyDialog } from './key-dialog';
import { AddLink } from './links/add-link';
import { RemoveLink } from './links/remove-link';
import { boxSize, modelLayout } from './model-layout';
import { type Drawing, svgOf } from './model-picture';

type EntityNode = Node<{ entity: Entity; onKey: (entity: string) => void }, 'entity'>;

/** Entities as boxes with their keys, which are chosen there, links as lines; a line drawn from one to another begins a link, a selected one is removed with Delete. */
export function ModelCanvas() {
  const t = useText();
  const model = useData((state) => state.model);
  const f = useFormats();
  const [keyOf, setKeyOf] = useState<string>();
  const { nodes, edges } = useMemo(() => drawn(model, setKeyOf), [model]);
  const keyed = entityNamed(model, keyOf);
  const [ends, setEnds] = useState<{ from: string; to: string }>();
  const [[removing], setRemoving] = useState<Link[]>([]);
  const save = async (link: Link) => {
    await call('model.saveLink', { link });
    await useData.getState().refresh();
  };
  const drawing: Drawing = {
    boxes: nodes.map((n) => ({ id: n.id, ...n.position, ...boxSize, title: n.id, text: t.common.rowCount(f.number(n.data.entity.rows)) })),
    lines: edges.map((e) => ({ from: e.source, to: e.target, label: String(e.label ?? '') })),
  };
  return (
    <ReactFlow
      nodes={nodes}
      edges={edges}
      nodeTypes={nodeTypes}
      fitView
      fitViewOptions={{ maxZoom: 1, padding: { x: 0.15, bottom: 0.15, top: '52px' } }}
      minZoom={0.05}
      nodesDraggable={false}
      onConnect={({ source, target }) => setEnds({ from: source, to: target })}
      onEdgesDelete={(gone) => setRemoving(model.links.filter((link) => gone.some((edge) => edge.id === edgeId(link))))}
      deleteKeyCode="Delete"
      onNodeDoubleClick={(_event, node) => go('data', node.id)}
      aria-label={t.data.model}
      proOptions={{ hideAttribution: true }}
    >
      <DottedGround />
      <Panel position="top-right" className="row">
        <Button
          label={t.data.saveSvg}
          icon={Image}
          look="plain"
          size="small"
          onClick={() => saveFile('model.svg', svgBlob(svgOf(drawing)))}
        />
        <Button
          label={t.data.savePng}
          icon={Image}
          look="plain"
          size="small"
          onClick={() => attempt(async () => saveFile('model.png', await pngOf(svgOf(drawing))))}
        />
      </Panel>
      {removing && <RemoveLink key={edgeId(removing)} link={removing} onClose={() => setRemoving((all) => all.slice(1))} />}
      {keyed && <KeyDialog key={keyed.name} entity={keyed} onClose={() => setKeyOf(undefined)} />}
      {ends && <AddLink ends={ends} onClose={() => setEnds(undefined)} onSave={save} />}
    </ReactFlow>
  );
}

function EntityBox({ data }: NodeProps<EntityNode>) {
  const t = useText();
  const f = useFormats();
  const { entity, onKey } = data;
  return (
    <div className="entity-box">
      <Handle type="target" position={Position.Left} />
      <Table aria-hidden />
      <div className="grow">
        <button type="button" className="link nodrag nopan truncate" title={entity.name} onClick={() => go('data', entity.name)}>
          {entity.name}
        </button>
        <div className="field-hint">{t.common.rowCount(f.number(entity.rows))}</div>
        <button
          type="button"
          className="link nodrag nopan entity-key"
          aria-label={t.data.changeKey(entity.name, entity.key.join(', '))}
          title={entity.key.join(', ')}
          onClick={() => onKey(entity.name)}
        >
          <KeyRound aria-hidden />
          <span className="truncate">{entity.key.join(', ')}</span>
        </button>
      </div>
      <Handle type="source" position={Position.Right} />
    </div>
  );
}

const nodeTypes = { entity: EntityBox };

const edgeId = (link: Link) => `${link.from}.${link.name}`;

function drawn(model: DataModel, onKey: (entity: string) => void): { nodes: EntityNode[]; edges: Edge[] } {
  const spots = modelLayout(model);
  const nodes = model.entities.map(
    (entity): EntityNode => ({
      id: entity.name,
      type: 'entity',
      deletable: false,
      position: spots.get(entity.name) ?? { x: 0, y: 0 },
      width: boxSize.width,
      data: { entity, onKey },
    }),
  );
  const edges = model.links.map((link) => ({
    id: edgeId(link),
    deletable: true,
    source: link.from,
    target: link.to,
    label: `${link.name} · ${link.cardinality}`,
  }));
  return { nodes, edges };
}

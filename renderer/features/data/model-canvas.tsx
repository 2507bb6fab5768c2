import dagre from '@dagrejs/dagre';
import { Background, BackgroundVariant, type Edge, Handle, type Node, type NodeProps, Position, ReactFlow } from '@xyflow/react';
import '@xyflow/react/dist/style.css';
import { Table } from 'lucide-react';
import { useMemo } from 'react';
import type { DataModel, Entity } from '../../../core/model/entity';
import { useData } from '../../state/data';
import { go } from '../../state/session';
import { useFormats, useText } from '../../text/use-text';

type EntityNode = Node<{ entity: Entity }, 'entity'>;

const size = { width: 200, height: 64 };

/** Entities as boxes, links as lines; a double click opens the entity. */
export function ModelCanvas() {
  const t = useText();
  const model = useData((state) => state.model);
  const { nodes, edges } = useMemo(() => drawn(model), [model]);
  return (
    <ReactFlow
      nodes={nodes}
      edges={edges}
      nodeTypes={nodeTypes}
      fitView
      fitViewOptions={{ maxZoom: 1, padding: 0.15 }}
      nodesDraggable={false}
      nodesConnectable={false}
      onNodeDoubleClick={(_event, node) => go('data', node.id)}
      aria-label={t.data.model}
      proOptions={{ hideAttribution: true }}
    >
      <Background variant={BackgroundVariant.Dots} gap={24} size={1.2} color="var(--line-strong)" />
    </ReactFlow>
  );
}

function EntityBox({ data }: NodeProps<EntityNode>) {
  const t = useText();
  const f = useFormats();
  const { entity } = data;
  return (
    <div className="entity-box">
      <Handle type="target" position={Position.Left} isConnectable={false} />
      <Table aria-hidden />
      <div className="grow">
        <button type="button" className="link nodrag nopan truncate" onClick={() => go('data', entity.name)}>
          {entity.name}
        </button>
        <div className="field-hint">{t.common.rowCount(f.number(entity.rows))}</div>
      </div>
      <Handle type="source" position={Position.Right} isConnectable={false} />
    </div>
  );
}

const nodeTypes = { entity: EntityBox };

function drawn(model: DataModel): { nodes: EntityNode[]; edges: Edge[] } {
  const graph = new dagre.graphlib.Graph({ multigraph: true });
  graph.setGraph({ rankdir: 'LR', nodesep: 32, ranksep: 140 });
  graph.setDefaultEdgeLabel(() => ({}));
  for (const entity of model.entities) graph.setNode(entity.name, { ...size });
  for (const link of model.links) graph.setEdge(link.from, link.to, {}, link.name);
  dagre.layout(graph);
  const nodes = model.entities.map((entity): EntityNode => {
    const { x = 0, y = 0 } = graph.node(entity.name);
    return {
      id: entity.name,
      type: 'entity',
      position: { x: x - size.width / 2, y: y - size.height / 2 },
      width: size.width,
      data: { entity },
    };
  });
  const edges = model.links.map((link) => ({
    id: `${link.from}.${link.name}`,
    source: link.from,
    target: link.to,
    label: `${link.name} · ${link.cardinality}`,
  }));
  return { nodes, edges };
}

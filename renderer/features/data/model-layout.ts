import dagre from '@dagrejs/dagre';
import type { DataModel } from '../../../core/model/entity';

export interface Spot {
  x: number;
  y: number;
}

export const boxSize = { width: 200, height: 88 };
const gap = 32;

/** Where each entity stands, by its upper left corner: those that are linked from left to right, the others in rows below them. */
export function modelLayout({ entities, links }: DataModel): Map<string, Spot> {
  const linked = new Set(links.flatMap((link) => [link.from, link.to]));
  const graph = new dagre.graphlib.Graph({ multigraph: true });
  graph.setGraph({ rankdir: 'LR', nodesep: gap, ranksep: 140 });
  graph.setDefaultEdgeLabel(() => ({}));
  for (const { name } of entities) if (linked.has(name)) graph.setNode(name, { ...boxSize });
  for (const link of links) graph.setEdge(link.from, link.to, {}, link.name);
  dagre.layout(graph);
  const spots = new Map<string, Spot>();
  for (const name of graph.nodes()) {
    const { x = 0, y = 0 } = graph.node(name);
    spots.set(name, { x: x - boxSize.width / 2, y: y - boxSize.height / 2 });
  }
  const drawn = [...spots.values()];
  const right = Math.max(0, ...drawn.map(({ x }) => x + boxSize.width));
  const below = Math.max(-gap, ...drawn.map(({ y }) => y + boxSize.height)) + gap;
  const alone = entities.filter(({ name }) => !linked.has(name));
  const [across, down] = [boxSize.width + gap, boxSize.height + gap];
  // As wide as what is linked, and not much higher than wide.
  const columns = Math.max(Math.floor((right + gap) / across), Math.ceil(Math.sqrt(alone.length)));
  for (const [n, { name }] of alone.entries()) {
    spots.set(name, { x: (n % columns) * across, y: below + Math.floor(n / columns) * down });
  }
  return spots;
}

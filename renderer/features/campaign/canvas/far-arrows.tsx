import { ViewportPortal } from '@xyflow/react';
import { curve } from '../../../ui/picture';
import type { CountArrowType } from './count-arrow';
import { arrives, leaves } from './geometry';
import type { CanvasNode } from './node-types';

/** Arrows that look the same, drawn as one. */
interface Line {
  selected: boolean;
  main: boolean;
  path: string;
  heads: string;
}

/** Those that follow what is being dragged apart from those that stay, which are painted once. */
function linesOf(nodes: readonly CanvasNode[], arrows: readonly CountArrowType[]): [key: string, line: Line][] {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const lines = new Map<string, Line>();
  for (const { source, target, sourceHandle, selected = false, data } of arrows) {
    const [from, to] = [byId.get(source), byId.get(target)];
    if (!from || !to) continue;
    const main = data?.main === true;
    const key = [selected, main, from.dragging === true || to.dragging === true].join();
    const line = lines.get(key) ?? { selected, main, path: '', heads: '' };
    const [x, y] = arrives(to);
    line.path += curve(...leaves(from, sourceHandle ?? ''), x, y);
    line.heads += `M${x} ${y}l-22 -11v22z`;
    lines.set(key, line);
  }
  return [...lines];
}

/** All arrows from far away: lines without counts, and nothing to take hold of. */
export function FarArrows({ nodes, arrows }: { nodes: readonly CanvasNode[]; arrows: readonly CountArrowType[] }) {
  return (
    <ViewportPortal>
      <svg className="far-arrows" aria-hidden>
        {linesOf(nodes, arrows).map(([key, { selected, main, path, heads }]) => (
          <g key={key} data-selected={selected} data-main={main}>
            <path className="far-line" d={path} />
            <path className="far-head" d={heads} />
          </g>
        ))}
      </svg>
    </ViewportPortal>
  );
}

import type { CanvasNode } from './node-types';

const known = new WeakMap<CanvasNode, CanvasNode>();

/** Where it stands as an offset: React Flow would shift it there, and what is shifted is laid over the rest on its own in every frame. */
export function offset(node: CanvasNode): CanvasNode {
  const before = known.get(node);
  if (before) return before;
  const { x, y } = node.position;
  const put = { ...node, style: { ...node.style, transform: 'none', left: x, top: y } } as CanvasNode;
  known.set(node, put);
  return put;
}

import type { Area } from '../../../../ui/picture';
import { inPart } from '../legible';
import type { CanvasNode } from '../node-types';
import type { View } from '../view';
import { sketchCard, sketchTile } from './activities';
import { sketchGroup, sketchNote } from './annotations';
import { sketchArrows } from './arrows';
import type { Pen } from './pen';

/** What stands out of a node: its handles, its rings. */
const around = 16;

/** Draws what of a flow is in view on what is so large, in pixels of the screen. */
export function sketch(pen: Pen, view: View, { width, height }: { width: number; height: number }): void {
  const { on, flow } = pen;
  const { x, y, zoom } = view;
  const dots = on.canvas.width / width;
  on.setTransform(1, 0, 0, 1, 0, 0);
  on.clearRect(0, 0, on.canvas.width, on.canvas.height);
  on.setTransform(zoom * dots, 0, 0, zoom * dots, x * dots, y * dots);
  const part = { x: -x / zoom, y: -y / zoom, width: width / zoom, height: height / zoom };
  const nodes = flow.nodes.filter((node) => isWithin(node, part));
  const isFar = zoom < inPart;
  for (const node of nodes) if (node.type === 'activity-group') sketchGroup(pen, node);
  sketchArrows(pen, part, isFar);
  for (const node of nodes) {
    if (node.type === 'activity') (isFar ? sketchTile : sketchCard)(pen, node);
    if (node.type === 'note') sketchNote(pen, node);
  }
}

function isWithin({ position, width = 0, height = 0 }: CanvasNode, part: Area): boolean {
  const { x, y } = position;
  return (
    x - around < part.x + part.width && x + width + around > part.x && y - around < part.y + part.height && y + height + around > part.y
  );
}

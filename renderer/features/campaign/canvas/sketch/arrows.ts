import { type Area, curve } from '../../../../ui/picture';
import type { CountArrowType } from '../count-arrow';
import { arrives, handleSize, leaves } from '../geometry';
import { clearOf, labelSize } from '../label-place';
import type { Ink } from './inks';
import { box, face, type Pen, type SketchedFlow, write } from './pen';

interface Line {
  arrow: CountArrowType;
  from: { x: number; y: number };
  to: { x: number; y: number };
  path: Path2D;
}

const known = new WeakMap<SketchedFlow, Line[]>();

function linesOf(flow: SketchedFlow): Line[] {
  const before = known.get(flow);
  if (before) return before;
  const byId = new Map(flow.nodes.map((node) => [node.id, node]));
  const lines = flow.arrows.flatMap((arrow): Line[] => {
    const [source, target] = [byId.get(arrow.source), byId.get(arrow.target)];
    if (!source || !target) return [];
    const [x1, y1] = leaves(source, arrow.sourceHandle ?? '');
    const [x2, y2] = arrives(target);
    return [{ arrow, from: { x: x1, y: y1 }, to: { x: x2, y: y2 }, path: new Path2D(curve(x1, y1, x2, y2)) }];
  });
  known.set(flow, lines);
  return lines;
}

function isWithin({ from, to }: Line, { x, y, width, height }: Area): boolean {
  const [left, right] = [Math.min(from.x, to.x), Math.max(from.x, to.x)];
  const [top, bottom] = [Math.min(from.y, to.y), Math.max(from.y, to.y)];
  return left < x + width && right > x && top < y + height && bottom > y;
}

/** The arrows of a part of a flow, with their counts or, from far away, as bare lines. */
export function sketchArrows(pen: Pen, part: Area, isFar: boolean): void {
  const lines = linesOf(pen.flow).filter((line) => isWithin(line, part));
  for (const line of lines) sketchLine(pen, line, isFar);
  if (!isFar) for (const line of lines) sketchCount(pen, line);
}

function sketchLine({ on, inks }: Pen, { arrow, path, to: { x, y } }: Line, isFar: boolean): void {
  const ink: Ink = arrow.selected ? 'accent' : 'control-line';
  const isThick = arrow.selected || (isFar && arrow.data?.main);
  on.strokeStyle = inks[ink];
  on.lineWidth = (isFar ? 3 : 1.5) * (isThick ? 2 : 1);
  on.stroke(path);
  const [before, long, wide] = isFar ? [0, 22, 11] : [handleSize / 2, 9, 5.5];
  on.beginPath();
  on.moveTo(x - before, y);
  on.lineTo(x - before - long, y - wide);
  on.lineTo(x - before - long, y + wide);
  on.fillStyle = inks[ink];
  on.fill();
}

function sketchCount(pen: Pen, { arrow: { data, selected }, from, to }: Line): void {
  if (!data || data.type === 'start') return;
  const shown = pen.flow.count(data.transition.from, data.transition.output);
  const { width, height } = labelSize(shown, '', '', false);
  const x = (from.x + to.x) / 2;
  const y = clearOf({ x, y: (from.y + to.y) / 2, width, height }, from, data.open);
  box(pen, { x: x - width / 2, y: y - height / 2, width, height }, height / 2, 'raised', selected ? 'accent' : 'line-strong');
  write(pen, shown, x, y + 4, `600 12px ${face}`, 'text', 'center');
}

import { fitting } from '../../../../ui/fitting';
import { kinds } from '../../kinds';
import { tileName } from '../activity-tile';
import { drawnHeight, handleSize, handlesOf, head, rowMiddle, rowsOf } from '../geometry';
import { besideIcon, labelFont, sentenceFont } from '../node-texts';
import type { ActivityNodeType } from '../node-types';
import { iconOf } from './icons';
import type { Ink } from './inks';
import { box, face, type Pen, write } from './pen';

function ringOf({ selected, data }: ActivityNodeType): Ink | undefined {
  if (selected) return 'focus';
  return data.problem === 'error' ? 'danger' : undefined;
}

function areaOf(node: ActivityNodeType) {
  const { activity, connected } = node.data;
  return { ...node.position, width: node.width ?? 0, height: drawnHeight(activity, connected) };
}

/** An activity as it is drawn in full. */
export function sketchCard(pen: Pen, node: ActivityNodeType): void {
  const { on, flow, inks } = pen;
  const { activity, connected, problem } = node.data;
  const area = areaOf(node);
  const { x, y, width } = area;
  const { family } = kinds[activity.type];
  const ring = ringOf(node);
  box(pen, area, 10, 'raised', ring ?? 'line', ring ? 4 : 1.5);
  box(pen, area, 10, 'raised');
  on.globalAlpha = activity.disabled ? 0.5 : 1;
  box(pen, { x: x + 12, y: y + 10, width: 30, height: 30 }, 8, `${family}-soft`);
  on.drawImage(iconOf(activity.type, inks[family]), x + 19, y + 17, 16, 16);
  write(pen, fitting(flow.label(activity), labelFont, besideIcon(problem)), x + 52, y + 24, labelFont, 'text');
  write(pen, fitting(flow.says(activity), sentenceFont, besideIcon(problem)), x + 52, y + 39, sentenceFont, 'text-muted');
  on.globalAlpha = 1;
  if (problem) sketchSign(pen, x + width - 20, y + 25, 7, problem === 'error' ? 'danger' : 'warning');
  const rows = rowsOf(activity, connected);
  if (rows.length > 0) box(pen, { x, y: y + head, width, height: 1 }, 0, 'line');
  for (const [row, output] of rows.entries()) {
    const middle = y + rowMiddle(row);
    write(pen, flow.output(activity, output), x + 12, middle + 4, `12px ${face}`, 'text-muted');
    write(pen, flow.count(activity.id, output), x + width - 14, middle + 4, `600 12px ${face}`, 'text', 'right');
    if (!connected.includes(output)) sketchPlus(pen, x + width + 21, middle);
  }
  for (const handle of handlesOf(activity, connected)) {
    const [across, down] = [x + handle.x + handleSize / 2, y + handle.y + handleSize / 2];
    sketchSign(pen, across, down, handleSize / 2, 'raised');
    sketchSign(pen, across, down, handleSize / 2 - 2, 'control-line');
  }
}

function sketchPlus({ on, inks }: Pen, x: number, y: number): void {
  on.beginPath();
  on.arc(x, y, 11, 0, 2 * Math.PI);
  on.moveTo(x - 4.5, y);
  on.lineTo(x + 4.5, y);
  on.moveTo(x, y - 4.5);
  on.lineTo(x, y + 4.5);
  on.lineWidth = 1;
  on.strokeStyle = inks['control-line'];
  on.stroke();
}

function sketchSign({ on, inks }: Pen, x: number, y: number, radius: number, ink: Ink): void {
  on.beginPath();
  on.arc(x, y, radius, 0, 2 * Math.PI);
  on.fillStyle = inks[ink];
  on.fill();
}

/** An activity as it is drawn from far away. */
export function sketchTile(pen: Pen, node: ActivityNodeType): void {
  const { activity, problem } = node.data;
  const area = areaOf(node);
  const { x, y, width, height } = area;
  const { family } = kinds[activity.type];
  const ring = ringOf(node);
  if (ring) box(pen, area, 10, ring, ring, 14);
  pen.on.globalAlpha = activity.disabled ? 0.5 : 1;
  box(pen, { x: x + 2, y: y + 2, width: width - 4, height: height - 4 }, 8, `${family}-soft`, family, 4);
  const { lines, font, lineHeight } = tileName(pen.flow.label(activity), problem);
  const first = y + height / 2 - ((lines.length - 1) * lineHeight) / 2 + lineHeight * 0.35;
  for (const [i, line] of lines.entries()) write(pen, line, x + 12, first + i * lineHeight, font, family);
  pen.on.globalAlpha = 1;
  if (problem) sketchSign(pen, x + width - 26, y + height / 2, 13, problem === 'error' ? 'danger' : 'warning');
}

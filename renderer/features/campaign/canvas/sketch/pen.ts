import type { Activity } from '../../../../../core/model/activity';
import type { NoteRole } from '../../../../../core/model/annotations';
import type { Area } from '../../../../ui/picture';
import type { CountArrowType } from '../count-arrow';
import type { CanvasNode } from '../node-types';
import type { Ink, Inks } from './inks';

/** A flow and how what is in it is written. */
export interface SketchedFlow {
  nodes: readonly CanvasNode[];
  arrows: readonly CountArrowType[];
  label: (activity: Activity) => string;
  says: (activity: Activity) => string;
  output: (activity: Activity, output: string) => string;
  count: (activity: string, output: string) => string;
  role: (role: NoteRole) => string;
  /** What a group without a title is called. */
  newGroup: string;
}

/** What a sketch is drawn with; its units are those of the flow. */
export interface Pen {
  on: CanvasRenderingContext2D;
  inks: Inks;
  flow: SketchedFlow;
}

export const face = 'Inter Variable, system-ui, sans-serif';

export function box({ on, inks }: Pen, { x, y, width, height }: Area, radius: number, ground: Ink, border?: Ink, thick = 1): void {
  on.beginPath();
  on.roundRect(x, y, width, height, radius);
  on.fillStyle = inks[ground];
  on.fill();
  if (!border) return;
  on.lineWidth = thick;
  on.strokeStyle = inks[border];
  on.stroke();
}

export function write(
  { on, inks }: Pen,
  text: string,
  x: number,
  y: number,
  font: string,
  ink: Ink,
  align: CanvasTextAlign = 'left',
): void {
  on.font = font;
  on.fillStyle = inks[ink];
  on.textAlign = align;
  on.fillText(text, x, y);
}

import type { NoteRole } from '../../../../../core/model/annotations';
import { wrapped } from '../../picture/campaign-picture';
import type { GroupNodeType, NoteNodeType } from '../node-types';
import type { Ink } from './inks';
import { box, face, type Pen, write } from './pen';

const roles: Record<NoteRole, [ink: Ink, ground: Ink]> = {
  remark: ['steer', 'sunken'],
  question: ['source', 'source-soft'],
  decision: ['success', 'success-soft'],
  task: ['warning', 'warning-soft'],
  warning: ['danger', 'danger-soft'],
};
const lineHeight = 17;

export function sketchNote(pen: Pen, { data: { note }, position, width = 0, height = 0, selected }: NoteNodeType): void {
  const { x, y } = position;
  const [ink, ground] = roles[note.role];
  box(pen, { x, y, width, height }, 6, ground, selected ? 'focus' : ink, selected ? 4 : 0.5);
  box(pen, { x, y, width: 3, height }, 0, ink);
  write(pen, pen.flow.role(note.role), x + 32, y + 18, `600 11px ${face}`, ink);
  const lines = wrapped(note.text, Math.max(8, Math.floor((width - 24) / 6))).slice(0, Math.max(0, Math.floor((height - 32) / lineHeight)));
  for (const [i, line] of lines.entries()) write(pen, line, x + 13, y + 36 + i * lineHeight, `12px ${face}`, 'text');
}

export function sketchGroup(pen: Pen, { data, position, width = 0, height = 0, selected }: GroupNodeType): void {
  const { x, y } = position;
  pen.on.globalAlpha = data.collapsed ? 1 : 0.45;
  box(pen, { x, y, width, height }, 12, data.collapsed ? 'raised' : 'steer-soft', selected ? 'focus' : 'line-strong', selected ? 4 : 1);
  pen.on.globalAlpha = 1;
  write(pen, data.title || pen.flow.newGroup, x + 34, y + 22, `600 12px ${face}`, 'text');
}

import { CircleCheck, CircleHelp, ListChecks, type LucideIcon, StickyNote, TriangleAlert } from 'lucide-react';
import type { NoteRole } from '../../../../core/model/annotations';

export const noteIcons: Record<NoteRole, LucideIcon> = {
  remark: StickyNote,
  question: CircleHelp,
  decision: CircleCheck,
  task: ListChecks,
  warning: TriangleAlert,
};

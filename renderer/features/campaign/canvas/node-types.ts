import type { Node } from '@xyflow/react';
import type { Activity } from '../../../../core/model/activity';
import type { Note } from '../../../../core/model/annotations';

export type Severity = 'error' | 'warning';

export type ActivityNodeData = { activity: Activity; problem: Severity | undefined; connected: string[] };
export type ActivityNodeType = Node<ActivityNodeData, 'activity'>;

export type NoteNodeType = Node<{ note: Note }, 'note'>;

export type GroupNodeType = Node<
  {
    title: string;
    collapsed: boolean;
    contents: string;
    problem: Severity | undefined;
    outputs: { activity: Activity; output: string }[];
  },
  'activity-group'
>;

export type CanvasNode = ActivityNodeType | NoteNodeType | GroupNodeType;

import type { Campaign } from '../../../../core/model/campaign';
import type { Selection } from '../../../state/look';

/** What is selected by kind, groups with all that is in them. */
export interface Chosen {
  activities: string[];
  notes: string[];
  groups: string[];
}

export function chosenOf(
  { flow, notes = {}, groups = {} }: Campaign,
  { activities, annotations = [] }: Pick<Selection, 'activities' | 'annotations'>,
): Chosen {
  const frames = annotations.filter((id) => groups[id]);
  const members = frames.flatMap((id) => groups[id]?.members ?? []);
  const all = new Set([...activities, ...annotations, ...members]);
  return {
    activities: flow.activities.flatMap(({ id }) => (all.has(id) ? [id] : [])),
    notes: Object.keys(notes).filter((id) => all.has(id)),
    groups: frames,
  };
}

/** Whether anything is selected that a frame can stand around. */
export function canGroup(campaign: Campaign | null, { activities, annotations = [] }: Selection): boolean {
  return activities.length > 0 || annotations.some((id) => campaign?.notes?.[id] !== undefined);
}

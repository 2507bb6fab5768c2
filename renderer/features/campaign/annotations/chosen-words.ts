import type { Campaign } from '../../../../core/model/campaign';
import type { Text } from '../../../text/use-text';
import { labelOf } from '../sentence';

/** What an edit was done to: the one activity by its name, else how many of what. */
export function chosenWords({ flow, notes }: Campaign, ids: readonly string[], t: Text): string {
  const activities = flow.activities.filter(({ id }) => ids.includes(id));
  const others = ids.filter((id) => notes?.[id]).length;
  const [first] = activities;
  return first && activities.length === 1 && others === 0 ? labelOf(first, t) : t.annotations.contents(activities.length, others);
}

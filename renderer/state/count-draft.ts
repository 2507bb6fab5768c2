import { type Activity, activity } from '../../core/model/activity';
import type { Audience } from '../../core/model/audience';
import type { Rule } from '../../core/model/rule';
import { call } from './host';

/** Live definitions can be counted before they are saved. */
export type Draft = Pick<Audience, 'name' | 'dimension'> & { definition: { kind: 'rule'; rule: Rule } | { kind: 'sql'; sql: string } };

const step = 'draft';

/** Exact members of an audience that is not saved like that. @throws AppError why it cannot be counted */
export async function countDraft(draft: Draft, signal?: AbortSignal): Promise<number> {
  const flow = { activities: [gathering(draft)], transitions: [] };
  const campaign = { format: 1 as const, id: 'audience-draft', name: draft.name, seed: 'audience', flow, layout: {} };
  const population = { kind: 'output' as const, campaign, activity: step, output: 'out' };
  const { total } = await call('population.rows', { population, offset: 0, limit: 1 }, signal ? { signal } : {});
  if (total === null) throw new Error('what was computed was not counted');
  return total;
}

function gathering({ name, dimension, definition: { kind, ...made } }: Draft): Activity {
  const type = { rule: 'build-audience', sql: 'sql' }[kind];
  return activity.parse({ id: step, label: name, type, dimension, ...made });
}

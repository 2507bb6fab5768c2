import type { Problem } from '../../../core/base/problems';
import type { Campaign } from '../../../core/model/campaign';
import type { Text } from '../../text/use-text';
import { labelOf } from './sentence';

/** Problems that call an activity nobody has named as the canvas calls it, not by its id. */
export function namedProblems(problems: readonly Problem[], { flow }: Campaign, t: Text): Problem[] {
  const names = new Map(flow.activities.flatMap((a) => (a.label ? [] : [[a.id, labelOf(a, t)] as const])));
  return problems.map((problem) => {
    const name = names.get(String(problem.details.activity));
    return name === undefined ? problem : { ...problem, details: { ...problem.details, activity: name } };
  });
}

import type { Activity } from '../../model/activity';
import type { Reason } from '../../model/why';
import { anew, rulesOf } from '../asked';
import { explainRule } from './explain-rule';
import type { Tracing } from './tracing';

/** The rules an activity asks of rows of this dimension. */
export async function rules(activity: Activity, { lowering, row }: Tracing): Promise<Reason[]> {
  const found: Reason[] = [];
  for (const asked of rulesOf(activity, lowering.inputs, anew(lowering.compilation))) {
    if (asked.rows.entity.name !== row.dimension) continue;
    const rule = await explainRule(asked, row);
    if (rule) found.push({ kind: 'rule', rule });
  }
  return found;
}

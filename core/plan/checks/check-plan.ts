import type { Problem } from '../../base/problems';
import type { Check, Checked } from './checked';
import { hidingColumns, unequalInIntersection } from './columns';
import { guardrails } from './guardrails';
import { inputs } from './inputs';
import { afterDisabled, deadEnds, unreachable } from './reach';
import { splits } from './splits';

const checks: readonly Check[] = [afterDisabled, unreachable, deadEnds, splits, hidingColumns, unequalInIntersection, inputs, guardrails];

/** What can be seen in the documents and the plan without asking the data. What hinders a run is in the plan itself. */
export function checkPlan(checked: Checked): Problem[] {
  return checks.flatMap((check) => check(checked));
}

import { compileRule } from '../../segment/rule';
import type { ActivityKind } from '../lowering';
import { selectRows } from '../select-rows';

/** Selects rows of an entity by a rule; with an input, filters it. */
export const buildAudience: ActivityKind<'build-audience'> = {
  type: 'build-audience',
  inputs: { min: 0, max: 1 },
  outputs: () => ['out'],
  lower: (activity, lowering) => selectRows(activity, lowering, (scope) => compileRule(activity.rule, scope, [...lowering.place, 'rule'])),
};

import { compileRule } from '../../segment/rule';
import { and } from '../../sql/expression';
import { type ActivityKind, requireEntityOf } from '../lowering';
import { selectRows } from '../select-rows';
import { notSeenBefore } from '../unseen';

/** Selects rows by a rule that earlier confirmed runs have not passed on; with an input, filters it. */
export const incrementalQuery: ActivityKind<'incremental-query'> = {
  type: 'incremental-query',
  inputs: { min: 0, max: 1 },
  outputs: () => ['out'],
  lower(activity, lowering) {
    const [input] = lowering.inputs;
    // The lines of a file are other rows each time it is written.
    if (input && !requireEntityOf(lowering, input)) return undefined;
    return selectRows(activity, lowering, (scope) => {
      const asked = compileRule(activity.rule, scope, [...lowering.place, 'rule']);
      const unseen = notSeenBefore(activity, lowering, scope);
      return asked && unseen && and([asked, unseen]);
    });
  },
};

import { withAdditions } from '../additions';
import type { ActivityKind } from '../lowering';

/** Adds attributes along single-valued paths, aggregates of related rows and the first of them; never changes the number of rows. */
export const enrich: ActivityKind<'enrich'> = {
  type: 'enrich',
  inputs: { min: 1, max: 1 },
  passesAll: true,
  outputs: () => ['out'],
  lower(activity, lowering) {
    const [input] = lowering.inputs;
    const out = input && withAdditions(lowering, 'out', input, activity.additions, 'additions');
    return out && { out };
  },
};

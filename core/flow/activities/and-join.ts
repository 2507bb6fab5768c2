import { report } from '../../segment/scope';
import type { ActivityKind } from '../lowering';

/** Waits for all inputs and passes on the primary one. The others may have another dimension: they only have to be there. */
export const andJoin: ActivityKind<'and-join'> = {
  type: 'and-join',
  inputs: { min: 2, max: 20 },
  passesAll: true,
  outputs: () => ['out'],
  lower(activity, { inputs, compilation, place }) {
    const primary = activity.primary ?? 0;
    const out = inputs[primary];
    return out ? { out } : report(compilation, 'flow-unknown-input', place, { input: primary + 1, found: inputs.length });
  },
};

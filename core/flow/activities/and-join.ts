import { report } from '../../segment/scope';
import { type ActivityKind, passWhen } from '../lowering';
import { allOf } from '../when';

/** Waits for all inputs and passes on the primary one. The others may have another dimension: they only have to be there. */
export const andJoin: ActivityKind<'and-join'> = {
  type: 'and-join',
  inputs: { min: 2, max: 20 },
  passesAll: true,
  outputs: () => ['out'],
  lower(activity, lowering) {
    const { inputs, along, compilation, place } = lowering;
    const primary = activity.primary ?? 0;
    const out = inputs[primary];
    return out
      ? { out: passWhen(lowering, 'out', out, allOf(along.filter((when) => when !== along[primary]))) }
      : report(compilation, 'flow-unknown-input', place, { input: primary + 1, found: inputs.length });
  },
};

import type { Reason } from '../../model/why';
import { leadingTo, reachedFrom } from './others';
import type { Why } from './tracing';

/** The rows a row leads to, and those that lead to it. */
export const whyChangeDimension: Why<'change-dimension'> = async (activity, { lowering, row, inputs, on }) => {
  const [input] = lowering.inputs;
  if (!input) return [];
  const forward = inputs.length > 0 ? await reachedFrom(lowering, input, activity.path, row) : undefined;
  const back = on.includes('out') ? await leadingTo(lowering, input, activity.path, row) : undefined;
  return [
    ...(forward ? [{ kind: 'reaches', rows: forward } satisfies Reason] : []),
    ...(back ? [{ kind: 'reached-from', rows: back } satisfies Reason] : []),
  ];
};

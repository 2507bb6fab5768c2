import { complementOf } from '../../segment/population';
import { changeTo, distinctReached, reachesSomething } from '../change-to';
import { type ActivityKind, type Lowered, shapeOf } from '../lowering';

/** The rows of another entity that a path reaches. Rows that reach nothing are the complement. */
export const changeDimension: ActivityKind<'change-dimension'> = {
  type: 'change-dimension',
  inputs: { min: 1, max: 1 },
  outputs: () => ['out'],
  lower(activity, lowering): Lowered | undefined {
    const [input] = lowering.inputs;
    if (!input) return undefined;
    const reaching = activity.complement ? reachesSomething(lowering, input, activity.path) : undefined;
    if (activity.complement && !reaching) return undefined;
    const arrived = reaching && lowering.step('arrived', reaching.query, reaching.shape);
    const keys = activity.columns?.length ? undefined : reaching?.reached;
    const moved = arrived && keys ? distinctReached(arrived, keys) : changeTo(lowering, input, activity.path, activity.columns ?? []);
    if (!moved) return undefined;
    const out = lowering.step('out', moved.query, moved.shape);
    return arrived ? { out, complement: lowering.step('complement', complementOf(input, arrived), shapeOf(input)) } : { out };
  },
};

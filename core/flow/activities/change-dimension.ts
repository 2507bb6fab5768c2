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
    if (!activity.complement) {
      const moved = changeTo(lowering, input, activity.path, activity.columns ?? []);
      return moved && { out: lowering.step('out', moved.query, moved.shape) };
    }
    const reaching = reachesSomething(lowering, input, activity.path);
    if (!reaching) return undefined;
    const arrived = lowering.step('arrived', reaching.query, reaching.shape);
    const moved =
      reaching.reached && !activity.columns?.length
        ? distinctReached(arrived, reaching.reached)
        : changeTo(lowering, input, activity.path, activity.columns ?? []);
    if (!moved) return undefined;
    const out = lowering.step('out', moved.query, moved.shape);
    return { out, complement: lowering.step('complement', complementOf(input, arrived), shapeOf(input)) };
  },
};

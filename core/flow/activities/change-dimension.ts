import { complementOf } from '../../segment/population';
import { changeTo, reachesSomething } from '../change-to';
import { type ActivityKind, type Lowered, shapeOf } from '../lowering';

/** The rows of another entity that a path reaches. Rows that reach nothing are the complement. */
export const changeDimension: ActivityKind<'change-dimension'> = {
  type: 'change-dimension',
  inputs: { min: 1, max: 1 },
  outputs: () => ['out'],
  lower(activity, lowering): Lowered | undefined {
    const [input] = lowering.inputs;
    const moved = input && changeTo(lowering, input, activity.path, activity.columns ?? []);
    if (!input || !moved) return undefined;
    const out = lowering.step('out', moved.query, moved.shape);
    if (!activity.complement) return { out };
    const reaching = reachesSomething(lowering, input, activity.path);
    if (!reaching) return undefined;
    const arrived = lowering.step('arrived', reaching, { ...shapeOf(input), columns: [] });
    return { out, complement: lowering.step('complement', complementOf(input, arrived), shapeOf(input)) };
  },
};

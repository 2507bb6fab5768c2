import { unreachable } from '../../base/never';
import type { ActivityOf } from '../../model/activity';
import { type Population, sameDimension } from '../../segment/population';
import { report } from '../../segment/scope';
import { combineByLogic } from '../combine-by-logic';
import { exclusion } from '../combine-exclusion';
import { columnsAgree, mergedColumns, samenessOf } from '../combine-rows';
import { intersection, union } from '../combine-union';
import type { ActivityKind, Lowered, Lowering } from '../lowering';

/** Union, intersection or exclusion of populations of one dimension, by key or by chosen columns. */
export const combine: ActivityKind<'combine'> = {
  type: 'combine',
  inputs: { min: 2, max: 20 },
  outputs: () => ['out'],
  lower(activity, lowering): Lowered | undefined {
    const inputs = inOrder(activity, lowering);
    const [first] = inputs ?? [];
    if (!inputs || !first || !comeTogether(activity, lowering, first)) return undefined;
    const complement = activity.complement === true;
    const columns = mergedColumns(inputs);
    const plain = !activity.by && !activity.bring?.length && !inputs.some((i) => i.bound);
    const byLogic = plain ? combineByLogic(lowering, activity, inputs, columns) : undefined;
    if (byLogic) return byLogic;
    if (activity.operation === 'exclusion') return exclusion(lowering, activity, activity.primary ?? 0);
    const same = samenessOf(lowering, activity.by, inputs);
    const fits = (activity.operation === 'intersection' && !complement) || columnsAgree(lowering, inputs);
    if (!same || !fits) return undefined;
    switch (activity.operation) {
      case 'union':
        return union(lowering, inputs, same, columns, complement);
      case 'intersection':
        return intersection(lowering, inputs, same, columns, complement);
      default:
        return unreachable(activity.operation);
    }
  },
};

/** The inputs, beginning with the one the others are taken from. */
function inOrder({ operation, primary = 0, bring = [] }: ActivityOf<'combine'>, lowering: Lowering): Population[] | undefined {
  const { inputs, compilation, place } = lowering;
  const at = operation === 'exclusion' ? primary : 0;
  const unknown = [at, ...bring.map((b) => b.input)].find((i) => i >= inputs.length);
  if (unknown !== undefined) return report(compilation, 'flow-unknown-input', place, { input: unknown + 1, found: inputs.length });
  const first = inputs[at];
  return first && [first, ...inputs.filter((_, i) => i !== at)];
}

/** Inputs have the dimension of the first, unless it is said how their rows are brought to its rows. */
function comeTogether({ operation, bring = [] }: ActivityOf<'combine'>, lowering: Lowering, first: Population): boolean {
  const { compilation, place } = lowering;
  const brought = (i: number) => operation === 'exclusion' && bring.some((b) => b.input === i);
  const other = lowering.inputs.find((input, i) => !brought(i) && !sameDimension(input, first));
  if (!other) return true;
  if (other.file !== undefined && first.file !== undefined) report(compilation, 'flow-other-file', place);
  else report(compilation, 'flow-dimension-mismatch', place, { found: other.dimension, needed: first.dimension });
  return false;
}

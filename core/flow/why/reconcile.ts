import type { Reason } from '../../model/why';
import { findEntity, keyColumns } from '../../segment/population';
import { and, column } from '../../sql/expression';
import { anew } from '../asked';
import { findRows } from '../reconcile-rows';
import { equals } from './ask';
import { distinct } from './others';
import type { Why } from './tracing';

/** Every row of the entity that a row finds, and every row that finds it, whatever is done about several. */
export const whyReconcile: Why<'reconcile'> = async (activity, { lowering, row, inputs }) => {
  const [input] = lowering.inputs;
  const fresh = { ...lowering, compilation: anew(lowering.compilation) };
  const entity = findEntity(lowering.compilation.model, activity.entity);
  const found = input && entity && findRows({ ...activity, several: { kind: 'all' } }, fresh, input, entity);
  if (!input || !entity || !found) return [];
  const theirKey = keyColumns(entity);
  const from = { relation: found.query, alias: 'found' };
  const mine = input.key.map((k, i) => ({ name: k.name, is: column('found', found.mine[i] ?? '') }));
  const theirs = theirKey.map((k, i) => ({ name: k.name, is: column('found', found.theirs[i] ?? '') }));
  const reasons: Reason[] = [];
  if (inputs.length > 0) {
    const where = and(input.key.map((k, i) => equals(mine[i]?.is ?? column('found', ''), k, row.key[k.name] ?? null)));
    reasons.push({ kind: 'reaches', rows: await distinct(entity.name, theirKey, theirs, { from, where }, row) });
  }
  if (row.dimension === entity.name) {
    const where = and(theirKey.map((k, i) => equals(theirs[i]?.is ?? column('found', ''), k, row.key[k.name] ?? null)));
    reasons.push({ kind: 'reached-from', rows: await distinct(input.dimension, input.key, mine, { from, where }, row) });
  }
  return reasons;
};

import type { Population } from '../../segment/population';
import { and, column, compare } from '../../sql/expression';
import type { Output, Select } from '../../sql/query';
import { anew } from '../asked';
import { broughtRows } from '../combine-exclusion';
import { hasKey, type Row } from './ask';
import type { Why } from './tracing';

/** Which inputs have the row, one that is the same by the columns compared, or one that leads to it as it is brought. */
export const whyCombine: Why<'combine'> = async (activity, { lowering, row, inputs }) => {
  const { by, operation, bring, primary: at = 0 } = activity;
  const primary = lowering.inputs[at];
  const mine = lowering.inputs[inputs[0] ?? -1];
  const fresh = { ...lowering, compilation: anew(lowering.compilation) };
  const has: number[] = [];
  for (const [i, input] of lowering.inputs.entries()) {
    const brings = operation === 'exclusion' && i !== at && inputs.includes(at) && bring?.some((b) => b.input === i);
    const brought = brings ? broughtRows(fresh, activity, at, i) : undefined;
    if (brought && primary) {
      if (await hasAny({ ...brought, where: and([hasKey('input', primary.key, row.key), brought.where ?? and([])]) }, row)) has.push(i);
    } else if (inputs.includes(i) || (by && mine && (await hasSame(mine, input, by, row)))) has.push(i);
  }
  return [{ kind: 'inputs', operation, has, of: lowering.inputs.length }];
};

function hasSame(mine: Population, other: Population, by: readonly string[], row: Row): Promise<boolean> {
  const same = and(by.map((name) => compare('IS NOT DISTINCT FROM', column('other', name), column('mine', name))));
  return hasAny(
    {
      from: { relation: mine.table, alias: 'mine' },
      joins: [{ type: 'inner', source: { relation: other.table, alias: 'other' }, on: same }],
      where: hasKey('mine', mine.key, row.key),
    },
    row,
  );
}

const one: Output = { name: 'n', is: { kind: 'aggregate', function: 'count', args: [] } };

async function hasAny(rows: Pick<Select, 'from' | 'joins' | 'where'>, row: Row): Promise<boolean> {
  const [found] = await row.ask({ kind: 'select', columns: [one], ...rows });
  return Number(found?.n) > 0;
}

import type { Population } from '../../segment/population';
import { and, column, compare } from '../../sql/expression';
import type { Output } from '../../sql/query';
import { hasKey, type Row } from './ask';
import type { Why } from './tracing';

/** Which inputs have the row, or one that is the same by the columns compared. */
export const whyCombine: Why<'combine'> = async (activity, { lowering, row, inputs }) => {
  const { by, operation } = activity;
  const mine = lowering.inputs[inputs[0] ?? -1];
  const has: number[] = [];
  for (const [i, input] of lowering.inputs.entries()) {
    if (inputs.includes(i) || (by && mine && (await hasSame(mine, input, by, row)))) has.push(i);
  }
  return [{ kind: 'inputs', operation, has, of: lowering.inputs.length }];
};

async function hasSame(mine: Population, other: Population, by: readonly string[], row: Row): Promise<boolean> {
  const one: Output = { name: 'n', is: { kind: 'aggregate', function: 'count', args: [] } };
  const same = and(by.map((name) => compare('IS NOT DISTINCT FROM', column('other', name), column('mine', name))));
  const [found] = await row.ask({
    kind: 'select',
    columns: [one],
    from: { relation: mine.table, alias: 'mine' },
    joins: [{ type: 'inner', source: { relation: other.table, alias: 'other' }, on: same }],
    where: hasKey('mine', mine.key, row.key),
  });
  return Number(found?.n) > 0;
}

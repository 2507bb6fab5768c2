import type { Column } from '../segment/population';
import { and, column, compare, integer, isNull } from '../sql/expression';
import type { Expression, OrderTerm, Query, Select } from '../sql/query';

const stillIn = isNull(column('a', 'verdict so far'));
const assessed = { relation: { kind: 'part', name: 'assessed' } as Query, alias: 'a' };
const count: Expression = { kind: 'aggregate', function: 'count', args: [] };

/** Addresses that more than one row still in shares. Few, as a rule, so that ranking costs little. */
export function repeated(same: readonly string[]): Select {
  return {
    kind: 'select',
    columns: same.map((name) => ({ name, is: column('a', name) })),
    from: assessed,
    where: stillIn,
    groupBy: same.map((name) => column('a', name)),
    having: compare('>', count, integer(1)),
  };
}

/** Keys of the rows that another row of the same address beats: the message's order first, then the key. */
export function beaten(same: readonly string[], best: readonly OrderTerm[], rowKey: readonly Column[]): Select {
  const byKey = rowKey.map((k): OrderTerm => ({ by: column('a', k.name) }));
  const ranked: Select = {
    kind: 'select',
    columns: [
      ...rowKey.map((k) => ({ name: k.name, is: column('a', k.name) })),
      {
        name: 'place in line',
        is: { kind: 'row-number', partitionBy: same.map((name) => column('a', name)), orderBy: [...best, ...byKey] },
      },
    ],
    from: assessed,
    joins: [
      {
        type: 'inner',
        source: { relation: { kind: 'part', name: 'repeated' }, alias: 'd' },
        on: and(same.map((name) => compare('=', column('a', name), column('d', name)))),
      },
    ],
    where: stillIn,
  };
  return {
    kind: 'select',
    columns: rowKey.map((k) => ({ name: k.name, is: column('ranked', k.name) })),
    from: { relation: ranked, alias: 'ranked' },
    where: compare('>', column('ranked', 'place in line'), integer(1)),
  };
}

export function isBeaten(rowKey: readonly Column[]): Expression {
  return and(rowKey.map((k) => compare('=', column('beaten', k.name), column('a', k.name))));
}

import type { Cell } from '../../model/value';
import type { Column, Population } from '../../segment/population';
import { and, column, compare } from '../../sql/expression';
import type { Expression, Join, OrderTerm, Output, Select } from '../../sql/query';
import { equals, few, type Row, type Values } from './ask';

/** Rows in an order within their groups: a query with the columns `key_1`…, `group_1`… and `place`, which counts from 1. */
export interface Ranked {
  query: Select;
  key: readonly Column[];
  groups: number;
}

export interface Standing {
  /** `null` where the row is not among them. */
  place: number | null;
  /** Rows of its group; of all of them where the row is in none. */
  of: number;
  groups: Cell[];
  /** Keys of the first rows of its group. */
  first: Values[];
}

/** Puts rows in an order, the key last. */
export function ranked(
  rows: Pick<Select, 'from' | 'joins' | 'where'>,
  alias: string,
  key: readonly Column[],
  order: readonly OrderTerm[],
  groups: readonly Expression[] = [],
): Ranked {
  const ties = key.map((k): OrderTerm => ({ by: column(alias, k.name) }));
  const columns: Output[] = [
    ...key.map((k, i) => ({ name: `key_${i + 1}`, is: column(alias, k.name) })),
    ...groups.map((is, i) => ({ name: `group_${i + 1}`, is })),
    { name: 'place', is: { kind: 'row-number', partitionBy: [...groups], orderBy: [...order, ...ties] } },
  ];
  return { query: { kind: 'select', columns, ...rows }, key, groups: groups.length };
}

/** Where a row stands in its group. */
export async function standing(rows: Ranked, row: Row): Promise<Standing> {
  const { query, key } = rows;
  const names = groupNames(rows);
  const from = { relation: query, alias: 'ranked' };
  const [found] = await row.ask({ kind: 'select', columns: ['place', ...names].map(read), from, where: isRow(rows, row) });
  const group = found ? groupOf(rows, row) : { from };
  const [counted] = await row.ask({ kind: 'select', columns: [count], ...group });
  const keys = key.map((k, i) => ({ name: k.name, is: column('ranked', `key_${i + 1}`) }));
  const first = await row.ask({ kind: 'select', columns: keys, ...group, orderBy: [{ by: column('ranked', 'place') }], limit: few });
  return {
    place: found ? Number(found.place) : null,
    of: Number(counted?.count),
    groups: names.map((name) => found?.[name] ?? null),
    first: found ? first : [],
  };
}

/** How many rows of its group a population has. */
export async function takenInGroup(rows: Ranked, taken: Population, row: Row): Promise<number> {
  const on = and(rows.key.map((k, i) => compare('=', column('taken', k.name), column('ranked', `key_${i + 1}`))));
  const joins: Join[] = [{ type: 'inner', source: { relation: taken.table, alias: 'taken' }, on }];
  const [found] = await row.ask({ kind: 'select', columns: [count], ...groupOf(rows, row), joins });
  return Number(found?.count);
}

const count: Output = { name: 'count', is: { kind: 'aggregate', function: 'count', args: [] } };
const read = (name: string): Output => ({ name, is: column('ranked', name) });
const groupNames = ({ groups }: Ranked): string[] => Array.from({ length: groups }, (_, i) => `group_${i + 1}`);

function isRow({ key }: Ranked, row: Row): Expression {
  return and(key.map((k, i) => equals(column('ranked', `key_${i + 1}`), k, row.key[k.name] ?? null)));
}

/** Rows with the same values to group by as the row. */
function groupOf(rows: Ranked, row: Row): Pick<Select, 'from' | 'where'> {
  const from = { relation: rows.query, alias: 'ranked' };
  const same = groupNames(rows).map((name): Expression => {
    const mine: Select = { kind: 'select', columns: [read(name)], from, where: isRow(rows, row) };
    return compare('IS NOT DISTINCT FROM', column('ranked', name), { kind: 'scalar', query: mine });
  });
  return { from, where: and(same) };
}

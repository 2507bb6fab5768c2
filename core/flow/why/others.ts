import type { Others } from '../../model/why';
import { type Column, keyColumns, type Population } from '../../segment/population';
import { reach } from '../../segment/reach';
import { and, column, compare } from '../../sql/expression';
import type { Expression, Output, Select } from '../../sql/query';
import { anew } from '../asked';
import { inputScope, type Lowering } from '../lowering';
import { few, hasKey, personalIn, type Row } from './ask';

/** Rows of a path and of a population, side by side. */
interface Led {
  rows: Pick<Select, 'from' | 'joins'>;
  /** The path's end. */
  end: { entity: string; alias: string; key: Column[] };
}

function lead(lowering: Lowering, input: Population, path: readonly string[]): Led | undefined {
  const fresh: Lowering = { ...lowering, compilation: anew(lowering.compilation) };
  const scope = inputScope(fresh, input);
  const reached = scope && reach(scope, path, lowering.place);
  if (!scope || !reached) return undefined;
  const tie = and(reached.pairs.map(({ outer, inner }): Expression => compare('=', column(reached.firstAlias, inner), outer)));
  const joins = [...scope.joins, { type: 'inner' as const, source: reached.from, on: tie }, ...reached.joins];
  const { entity, alias } = reached.scope;
  return { rows: { from: { relation: input.table, alias: 'input' }, joins }, end: { entity: entity.name, alias, key: keyColumns(entity) } };
}

/** Rows that a path reaches from a row of the input. */
export async function reachedFrom(lowering: Lowering, input: Population, path: readonly string[], row: Row): Promise<Others | undefined> {
  const led = lead(lowering, input, path);
  if (!led) return undefined;
  const { entity, alias, key } = led.end;
  return distinct(entity, key, keysOf(alias, key), { ...led.rows, where: hasKey('input', input.key, row.key) }, row);
}

/** Rows of the input from which a path reaches a row. */
export async function leadingTo(lowering: Lowering, input: Population, path: readonly string[], row: Row): Promise<Others | undefined> {
  const led = lead(lowering, input, path);
  if (!led) return undefined;
  const where = hasKey(led.end.alias, led.end.key, row.key);
  return distinct(input.dimension, input.key, keysOf('input', input.key), { ...led.rows, where }, row);
}

const keysOf = (alias: string, key: readonly Column[]): Output[] => key.map((k) => ({ name: k.name, is: column(alias, k.name) }));

/** Counts different keys and shows the first few. @param keys where each part of the key is read */
export async function distinct(
  entity: string,
  key: readonly Column[],
  keys: Output[],
  rows: Pick<Select, 'from' | 'joins' | 'where'>,
  { ask }: Pick<Row, 'ask'>,
): Promise<Others> {
  const from = { relation: { kind: 'select' as const, distinct: true, columns: keys, ...rows }, alias: 'found' };
  const n: Output = { name: 'n', is: { kind: 'aggregate', function: 'count', args: [] } };
  const [counted] = await ask({ kind: 'select', columns: [n], from });
  const columns = keys.map(({ name }) => ({ name, is: column('found', name) }));
  const first = await ask({ kind: 'select', columns, from, orderBy: columns.map((c) => ({ by: c.is })), limit: few });
  return { entity, count: Number(counted?.n), ...personalIn(key), first };
}

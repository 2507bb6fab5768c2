import { allColumns, type Column, type Population } from '../segment/population';
import { report } from '../segment/scope';
import type { BoundSql } from '../segment/written';
import { column } from '../sql/expression';
import type { Lowering } from './lowering';
import { gatheredFromSql } from './rule-in-sql';

/**
 * SQL a person wrote as a population: it must return keys the dimension's entity has, each once and never empty,
 * which is verified when the step has run; every other column is kept. Over members who may be gone it may return those too.
 * What a rule says as well is gathered like one.
 * @param bound what its `$names` stand for, where it may have any
 */
export async function populationOfSql(
  lowering: Lowering,
  step: string,
  sql: string,
  dimension: { name: string; key: Column[] },
  inputs: readonly { name: string; population: Population }[],
  bound?: BoundSql,
): Promise<Population | undefined> {
  const described = await lowering.describe(bound?.sample ?? sql, inputs);
  if (!described) return undefined;
  const missing = dimension.key.find((k) => !described.some((c) => c.name === k.name));
  if (missing) {
    const key = dimension.key.map((k) => k.name).join(', ');
    return report(lowering.compilation, 'sql-missing-key', [...lowering.place, 'sql'], {
      column: missing.name,
      entity: dimension.name,
      key,
    });
  }
  const columns = described.filter((c) => !dimension.key.some((k) => k.name === c.name));
  const tables = inputs.map((i) => ({
    name: i.name,
    relation: i.population.table,
    columns: allColumns(i.population).map((c) => c.name),
  }));
  const alone = inputs.length === 0 && Object.values(bound?.values ?? {}).every((of) => of.every((value) => value.kind === 'literal'));
  const gathered = alone ? await gatheredFromSql(lowering, sql, dimension.name, columns) : undefined;
  const mayBeGone = inputs.some((i) => i.population.dimension === dimension.name && !i.population.known);
  return lowering.step(
    step,
    {
      kind: 'select',
      columns: [...dimension.key, ...columns].map((c) => ({
        name: c.name,
        is:
          c.type === 'list'
            ? column('written', c.name)
            : { kind: 'cast', inner: column('written', c.name), type: c.type, scale: c.scale ?? 0 },
      })),
      from: { relation: { kind: 'written', sql, tables, ...(bound ? { values: bound.values } : {}) }, alias: 'written' },
    },
    { dimension: dimension.name, key: dimension.key, columns, ...(mayBeGone ? {} : { known: true }) },
    { verifyKey: true, ...(gathered ? { gathered } : {}) },
  );
}

import type { Cell } from '../../model/value';
import type { Connection, StatementOptions } from '../../ports/engine';
import { finite, placeOf } from './bins';
import type { Cut, Place } from './cut-fields';
import { inAudience, inBase } from './side-by-side';

/** Values told one by one; the rest of a field's values are counted together. */
const valuesTold = 50;

/** One group of one field as it was counted. `range` is its place among the ranges; -1 is no place at all. */
export interface CountedGroup {
  field: number;
  value: Cell;
  range: number | null;
  audience: number;
  base: number;
  both: number;
  /** Different values of the field; 1 for the empty ones. */
  distinct: number;
}

/** Counts the groups of all fields in one scan: the empty ones, and those with most rows in the base. */
export async function countGroups(
  connection: Connection,
  from: string,
  fields: readonly { value: string; cut: Exclude<Cut, { kind: 'skip' }> }[],
  signal?: StatementOptions['signal'],
): Promise<CountedGroup[]> {
  const names = fields.map((_, i) => `g${i}`);
  const grouped = fields.map(({ value, cut }, i) => `${cut.kind === 'values' ? value : rangeSql(value, cut)} AS ${names[i]}`);
  // A bit of GROUPING is 0 for what was grouped by, the first name being the highest bit. The first groups of each field are
  // taken one by one, since ranking all of them together would sort every value of every field.
  const setOf = (i: number) => 2 ** fields.length - 1 - 2 ** (fields.length - 1 - i);
  const firsts = names.flatMap((n, i) => {
    const own = `SELECT ${i} AS field, audience, base, common, count(*) OVER () AS different, ${names.join(', ')} FROM counted WHERE grouped = ${setOf(i)}`;
    return [`(${own} AND ${n} IS NULL)`, `(${own} AND ${n} IS NOT NULL ORDER BY base DESC, audience DESC, ${n} LIMIT ${valuesTold})`];
  });
  const sql = `WITH cut AS (SELECT ${grouped.join(', ')}, ${inAudience}, ${inBase} FROM ${from}),
counted AS MATERIALIZED (
  SELECT GROUPING(${names.join(', ')}) AS grouped, ${names.join(', ')}, count(*) FILTER (WHERE ${inAudience}) AS audience,
    count(*) FILTER (WHERE ${inBase}) AS base, count(*) FILTER (WHERE ${inAudience} AND ${inBase}) AS common
  FROM cut GROUP BY GROUPING SETS (${names.map((n) => `(${n})`).join(', ')})
)
${firsts.join('\nUNION ALL\n')}`;
  const page = await connection.query(sql, { limit: fields.length * (valuesTold + 1), ...(signal ? { signal } : {}) });
  return Array.from({ length: page.rows }, (_, r) => {
    const at = (c: number) => page.values[c]?.[r] ?? null;
    const field = Number(at(0));
    const found = at(5 + field);
    const ranged = fields[field]?.cut.kind === 'ranges' && found !== null;
    return {
      field,
      value: ranged ? null : found,
      range: ranged ? Number(found) : null,
      audience: Number(at(1)),
      base: Number(at(2)),
      both: Number(at(3)),
      distinct: Number(at(4)),
    };
  });
}

/** The first and the last range are open, since the audience may hold what the base does not. */
function rangeSql(value: string, { column, ends }: Extract<Cut, { kind: 'ranges' }>): string {
  const place = placeOf(value, column);
  const literal = (p: Place) => `CAST('${p}' AS ${column.type === 'number' ? 'DOUBLE' : 'BIGINT'})`;
  const branches = ends.slice(0, -1).map((end, i) => `WHEN ${place} <= ${literal(end)} THEN ${i}`);
  return `CASE WHEN ${value} IS NULL THEN NULL WHEN NOT ${finite(value, column)} THEN -1 ${branches.join(' ')} ELSE ${ends.length - 1} END`;
}

import type { Cell } from '../../model/value';
import type { Connection, StatementOptions } from '../../ports/engine';
import { finite, placeLiteral, placeOf } from './bins';
import type { Cut } from './cut-fields';
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
  /** Different values of the field, as its groups that are not empty tell it. */
  distinct: number;
}

type Grouped = { value: string; cut: Exclude<Cut, { kind: 'skip' }> };

/** `weight` is the column that tells how many rows one of these stands for; itself alone without it. */
export interface CountedApart {
  base: string;
  audience: string;
  weight?: string | undefined;
}

/**
 * Counts the groups of fields: the empty ones, and those with most rows in the base.
 * @param sources both sides in the same rows, or each by itself where everyone of the audience is in the base
 */
export async function countGroups(
  connection: Connection,
  sources: { together: string } | CountedApart,
  fields: readonly Grouped[],
  signal?: StatementOptions['signal'],
): Promise<CountedGroup[]> {
  const sql = 'together' in sources ? togetherSql(sources.together, fields) : apartSql(sources, fields);
  const page = await connection.query(sql, { limit: fields.length * (valuesTold + 1), ...(signal ? { signal } : {}) });
  const groups = Array.from({ length: page.rows }, (_, r): CountedGroup => {
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
  return firstsOf(groups);
}

/** All fields in one scan, in which every row knows whose it is. */
function togetherSql(from: string, fields: readonly Grouped[]): string {
  const names = fields.map((_, i) => `g${i}`);
  const grouped = fields.map((field, i) => `${groupSql(field)} AS ${names[i]}`);
  // A bit of GROUPING is 0 for what was grouped by, the first name being the highest bit. The first groups of each field are
  // taken one by one, since ranking all of them together would sort every value of every field.
  const setOf = (i: number) => 2 ** fields.length - 1 - 2 ** (fields.length - 1 - i);
  const firsts = names.flatMap((n, i) => {
    const own = `SELECT ${i} AS field, audience, base, common, count(*) OVER () AS different, ${names.join(', ')} FROM counted WHERE grouped = ${setOf(i)}`;
    return [`(${own} AND ${n} IS NULL)`, `(${own} AND ${n} IS NOT NULL ORDER BY base DESC, audience DESC, ${n} LIMIT ${valuesTold})`];
  });
  return `WITH cut AS (SELECT ${grouped.join(', ')}, ${inAudience}, ${inBase} FROM ${from}),
counted AS MATERIALIZED (
  SELECT GROUPING(${names.join(', ')}) AS grouped, ${names.join(', ')}, count(*) FILTER (WHERE ${inAudience}) AS audience,
    count(*) FILTER (WHERE ${inBase}) AS base, count(*) FILTER (WHERE ${inAudience} AND ${inBase}) AS common
  FROM cut GROUP BY GROUPING SETS (${names.map((n) => `(${n})`).join(', ')})
)
${firsts.join('\nUNION ALL\n')}`;
}

/** Each field in a scan of its own, which a column alone makes many times as fast; the audience is counted by itself. */
function apartSql({ base, audience, weight }: CountedApart, fields: readonly Grouped[]): string {
  const grouped = fields.map((field, i) => `${groupSql(field)} AS g${i}`);
  const names = fields.map((_, i) => `g${i}`);
  const rowsOf = weight === undefined ? 'count(*)' : `CAST(sum(${weight}) AS BIGINT)`;
  const chosen = [...grouped, ...(weight === undefined ? [] : [weight])].join(', ');
  // What is read along a link is read once.
  const members = weight === undefined ? '' : `members AS MATERIALIZED (SELECT * FROM ${base}),\n`;
  const counted = fields.map((field, i) => {
    const own = names.map((n, at) => `${at === i ? 'b.g' : 'NULL'} AS ${n}`).join(', ');
    // Empty ones are not asked for by themselves, since that would be looked at in every row.
    return `(SELECT ${i} AS field, coalesce(a.audience, 0) AS audience, b.base, coalesce(a.audience, 0) AS common, count(b.g) OVER () AS different, ${own}
  FROM (${countedSql(weight === undefined ? base : 'members', field, rowsOf)}) AS b
  LEFT JOIN (SELECT g${i} AS g, ${rowsOf} AS audience FROM chosen GROUP BY 1) AS a ON a.g IS NOT DISTINCT FROM b.g
  ORDER BY b.g IS NOT NULL, b.base DESC, audience DESC, b.g LIMIT ${valuesTold + 1})`;
  });
  return `WITH ${members}chosen AS MATERIALIZED (SELECT ${chosen} FROM ${audience})
SELECT * FROM (
${counted.join('\nUNION ALL\n')}
) ORDER BY field, base DESC, audience DESC, ${names.join(', ')}`;
}

/** Where there are ranges, a value is placed once. */
function countedSql(from: string, { value, cut }: Grouped, rowsOf: string): string {
  if (cut.kind === 'values') return `SELECT ${value} AS g, ${rowsOf} AS base FROM ${from} GROUP BY 1`;
  return `SELECT ${rangeSql('v', cut)} AS g, sum(n) AS base FROM (SELECT ${value} AS v, ${rowsOf} AS n FROM ${from} GROUP BY 1) GROUP BY 1`;
}

/** The empty ones, and the first of the others. */
function firstsOf(groups: readonly CountedGroup[]): CountedGroup[] {
  const told = new Map<number, number>();
  return groups.filter(({ field, value, range }) => {
    if (value === null && range === null) return true;
    told.set(field, (told.get(field) ?? 0) + 1);
    return (told.get(field) ?? 0) <= valuesTold;
  });
}

const groupSql = ({ value, cut }: Grouped) => (cut.kind === 'values' ? value : rangeSql(value, cut));

/** The first and the last range are open, since the audience may hold what the base does not. */
function rangeSql(value: string, { column, ends }: Extract<Cut, { kind: 'ranges' }>): string {
  const place = placeOf(value, column);
  const branches = ends.slice(0, -1).map((end, i) => `WHEN ${place} <= ${placeLiteral(end, column)} THEN ${i}`);
  return `CASE WHEN ${value} IS NULL THEN NULL WHEN NOT ${finite(value, column)} THEN -1 ${branches.join(' ')} ELSE ${ends.length - 1} END`;
}

import { unreachable } from '../../base/never';
import type { Cell } from '../../model/value';
import type { Connection, StatementOptions } from '../../ports/engine';
import type { Column } from '../../segment/population';
import { finite, placeLiteral, placeOf } from './bins';
import { type Cut, endsOf, type Ranges } from './cut-fields';
import { filledSql } from './field-values';
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

interface Grouped {
  value: string;
  column: Column;
  cut: Exclude<Cut, { kind: 'skip' }>;
}

/** Rows as SQL that can stand in FROM. */
export type CountedSources =
  /** Every row knows whose it is. */
  | { kind: 'together'; from: string }
  /** Each side by itself where everyone of the audience is in the base: of that, each field alone and as it is. */
  | { kind: 'each'; base: readonly string[]; audience: string }
  /** Rows that stand for as many of the base and of the audience as two of their columns tell. */
  | { kind: 'grouped'; from: string; ofBase: string; ofAudience: string };

/** Counts the groups of fields: the empty ones, and those with most rows in the base. */
export async function countGroups(
  connection: Connection,
  sources: CountedSources,
  fields: readonly Grouped[],
  signal?: StatementOptions['signal'],
): Promise<CountedGroup[]> {
  const sql = sqlOf(sources, fields);
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

function sqlOf(sources: CountedSources, fields: readonly Grouped[]): string {
  switch (sources.kind) {
    case 'together':
      return togetherSql(sources.from, fields);
    case 'each':
      return eachSql(sources, fields);
    case 'grouped':
      return groupedSql(sources, fields);
    default:
      return unreachable(sources);
  }
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
function eachSql({ base, audience }: Extract<CountedSources, { kind: 'each' }>, fields: readonly Grouped[]): string {
  const chosen = fields.map((field, i) => `${groupSql(field)} AS g${i}`).join(', ');
  const counted = fields.map((field, i) =>
    firstSql(
      fields,
      i,
      `(SELECT b.g, coalesce(a.audience, 0) AS audience, b.base FROM (${countedSql(base[i] ?? '', field)}) AS b
  LEFT JOIN (SELECT g${i} AS g, count(*) AS audience FROM chosen GROUP BY 1) AS a ON a.g IS NOT DISTINCT FROM b.g)`,
    ),
  );
  return `WITH chosen AS MATERIALIZED (SELECT ${chosen} FROM ${audience})\n${inOrder(fields, counted)}`;
}

/** What is read along a link is read once for both sides. */
function groupedSql({ from, ofBase, ofAudience }: Extract<CountedSources, { kind: 'grouped' }>, fields: readonly Grouped[]): string {
  const groups = fields.map((field, i) => `${groupSql(field)} AS g${i}`).join(', ');
  const sum = (of: string) => `CAST(sum(${of}) AS BIGINT)`;
  const counted = fields.map((_, i) =>
    firstSql(fields, i, `(SELECT g${i} AS g, ${sum(ofAudience)} AS audience, ${sum(ofBase)} AS base FROM members GROUP BY 1)`),
  );
  return `WITH members AS MATERIALIZED (SELECT ${groups}, ${ofBase}, ${ofAudience} FROM ${from})\n${inOrder(fields, counted)}`;
}

/** Empty ones are not asked for by themselves, since that would be looked at in every row. */
function firstSql(fields: readonly Grouped[], field: number, counted: string): string {
  const own = fields.map((_, at) => `${at === field ? 'g' : 'NULL'} AS g${at}`).join(', ');
  return `(SELECT ${field} AS field, audience, base, audience AS common, count(g) OVER () AS different, ${own}
  FROM ${counted} ORDER BY g IS NOT NULL, base DESC, audience DESC, g LIMIT ${valuesTold + 1})`;
}

function inOrder(fields: readonly Grouped[], counted: readonly string[]): string {
  return `SELECT * FROM (\n${counted.join('\nUNION ALL\n')}\n) ORDER BY field, base DESC, audience DESC, ${fields.map((_, i) => `g${i}`).join(', ')}`;
}

/** A value is placed, and looked at whether it is empty, once. */
function countedSql(from: string, { value, column, cut }: Grouped): string {
  const group = cut.kind === 'values' ? filledSql('v', column) : rangeSql('v', cut);
  return `SELECT ${group} AS g, CAST(sum(n) AS BIGINT) AS base FROM (SELECT ${value} AS v, count(*) AS n FROM ${from} GROUP BY 1) GROUP BY 1`;
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
function rangeSql(value: string, cut: Ranges): string {
  const { line } = cut;
  const place = placeOf(value, line);
  const ends = endsOf(cut);
  const branches = ends.slice(0, -1).map((end, i) => `WHEN ${place} <= ${placeLiteral(end, line)} THEN ${i}`);
  return `CASE WHEN ${value} IS NULL THEN NULL WHEN NOT ${finite(value, line)} THEN -1 ${branches.join(' ')} ELSE ${ends.length - 1} END`;
}

import { AppError } from '../../base/errors';
import type { Field } from '../../model/population';
import type { Connection } from '../../ports/engine';
import { findHop, sameKey } from '../../segment/population';
import { uniqueNames } from '../../segment/unique-names';
import { exists } from '../../sql/exists';
import { column, integer, truth } from '../../sql/expression';
import type { Output } from '../../sql/query';
import { ident } from '../../sql/quote';
import { modelOf } from '../campaign/plan-for';
import type { Context } from '../context';
import { oneBlockOf, oneRowOf } from '../one-row-of';
import { type FieldValues, fieldValues } from './field-values';
import { type AtMoment, isWhole, type Members } from './members';
import { overlay } from './overlay';
import type { GroupCounts } from './score';

/** An audience and a base as one set of rows. */
export interface SideBySide {
  /** The values of fields for every row, with `in_audience` and `in_base`, which are never NULL. */
  values(fields: readonly Field[]): Promise<FieldValues>;
  /** Where the base is all rows: both sides by themselves. */
  apart?: (fields: readonly Field[]) => Promise<Apart>;
  all: GroupCounts;
  /** Members of the audience that have no row; all their fields are empty. */
  gone: number;
}

/** The values of the base, and of those rows of the audience that are in it. */
export type Apart = Readonly<{
  /** Some rows of the base where there are many: one of `every`, and of fields that are read along no link, where joining is all the work, one of `every` block of rows. */
  sample?: { rows: FieldValues; blocks?: FieldValues; every: number };
}> &
  (
    | { kind: 'each'; base: FieldValues; audience: FieldValues }
    /** All fields are read along the same link: rows that it leads from the same values are one, with how many they are in the base and in the audience. */
    | { kind: 'grouped'; base: FieldValues; ofBase: string; ofAudience: string }
  );

/** Rows of a sample of the base, at least. */
const sampled = 150_000;

export const inAudience = 'in_audience';
export const inBase = 'in_base';

/** @throws AppError `flow-dimension-mismatch` */
export async function sideBySide(
  ctx: Context,
  connection: Connection,
  audience: Members,
  base: Members,
  at: AtMoment,
): Promise<SideBySide> {
  if (audience.dimension !== base.dimension)
    throw new AppError('flow-dimension-mismatch', { found: base.dimension, needed: audience.dimension });
  return isWhole(base) ? againstAll(ctx, connection, audience, base, at) : againstSome(ctx, connection, audience, base, at);
}

/** Every row of the entity is in the base; the audience is looked up. */
async function againstAll(ctx: Context, connection: Connection, audience: Members, base: Members, at: AtMoment): Promise<SideBySide> {
  const member = exists({
    kind: 'select',
    columns: [{ name: 'one', is: integer(1) }],
    from: { relation: audience.table, alias: 'chosen' },
    where: sameKey('chosen', 'member', audience.key),
  });
  const flags = [
    { name: inAudience, is: member },
    { name: inBase, is: truth(true) },
  ];
  const key = base.key.map((k) => `chosen.${ident(k.name)} = member.${ident(k.name)}`).join(' AND ');
  const from = ({ table }: Members) => `${ident(table.schema)}.${ident(table.name)}`;
  const sql = `SELECT count(*) FROM ${from(audience)} AS chosen JOIN ${from(base)} AS member ON ${key}`;
  const page = await connection.query(sql, { limit: 1, ...(at.signal ? { signal: at.signal } : {}) });
  const both = Number(page.values[0]?.[0]);
  const chosen = `SELECT member.* FROM ${from(base)} AS member SEMI JOIN ${from(audience)} AS chosen ON ${key}`;
  const valuesOf = (fields: readonly Field[], sql: string, beside: Output[] = []) =>
    fieldValues(ctx, connection, base, fields, at, { beside, from: { kind: 'written', sql, tables: [] } });
  return {
    values: (fields) => fieldValues(ctx, connection, base, fields, at, { beside: flags }),
    async apart(fields) {
      const every = Math.floor(base.rows / sampled);
      const some = (condition: string) => valuesOf(fields, `SELECT * FROM ${from(base)} WHERE ${condition}`);
      const rows = every > 1 ? await some(oneRowOf(every)) : undefined;
      const ends = linkedBy(ctx, base, fields);
      if (!ends) {
        const values = await fieldValues(ctx, connection, base, fields, at);
        const sample = rows && { sample: { rows, blocks: await some(oneBlockOf(every)), every } };
        return { kind: 'each', base: values, audience: await valuesOf(fields, chosen), ...sample };
      }
      const named = uniqueNames(ends);
      const [isChosen, ofBase, ofAudience] = [named('is_chosen'), named('of_base'), named('of_audience')];
      const flagged = `SELECT ${ends.map(ident).join(', ')}, EXISTS (SELECT 1 FROM ${from(audience)} AS chosen WHERE ${key}) AS ${isChosen} FROM ${from(base)} AS member`;
      const grouped = `SELECT ${ends.map(ident).join(', ')}, count(*) AS ${ofBase}, count(*) FILTER (${isChosen}) AS ${ofAudience} FROM (${flagged}) GROUP BY ALL`;
      const beside = [ofBase, ofAudience].map((name) => ({ name, is: column('member', name) }));
      return {
        kind: 'grouped',
        base: await valuesOf(fields, grouped, beside),
        ofBase,
        ofAudience,
        ...(rows && { sample: { rows, every } }),
      };
    },
    all: { audience: audience.rows, base: base.rows, both },
    gone: audience.rows - both,
  };
}

/** The columns that a link begins with which all of the fields are read along. */
function linkedBy(ctx: Context, { dimension }: Members, fields: readonly Field[]): string[] | undefined {
  const [first] = fields[0]?.path ?? [];
  if (first === undefined || fields.some(({ path = [] }) => path[0] !== first)) return undefined;
  return findHop(modelOf(ctx), dimension, first)?.on.map((pair) => pair.here);
}

async function againstSome(ctx: Context, connection: Connection, audience: Members, base: Members, at: AtMoment): Promise<SideBySide> {
  const laid = await overlay(ctx, connection, [audience, base], at.signal);
  const { dimension, key, table, mask, regions } = laid;
  const rows: Members = { dimension, key, columns: [], table, rows: [...regions.values()].reduce((sum, n) => sum + n, 0) };
  const has = (...masks: number[]): Output['is'] => ({ kind: 'in', inner: column('member', mask), list: masks.map(integer) });
  const flags = [
    { name: inAudience, is: has(1, 3) },
    { name: inBase, is: has(2, 3) },
  ];
  return {
    values: (fields) => fieldValues(ctx, connection, rows, fields, at, { beside: flags }),
    all: { audience: audience.rows, base: base.rows, both: regions.get(3) ?? 0 },
    gone: 0,
  };
}

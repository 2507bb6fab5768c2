import { AppError } from '../../base/errors';
import type { Field, FieldFilter, PopulationChoice } from '../../model/population';
import type { RowsPage } from '../../model/report';
import { worktableSchema } from '../../plan/plan';
import type { Connection } from '../../ports/engine';
import { uniqueNames } from '../../segment/unique-names';
import { column } from '../../sql/expression';
import type { Written } from '../../sql/query';
import { ident } from '../../sql/quote';
import type { Context } from '../context';
import { labelled } from '../labelled';
import { readPage } from '../read-page';
import { withConnection } from '../with-connection';
import { chosenMembers } from './choose';
import { fieldValues, measuredSql, valueName } from './field-values';
import { filteredMembers } from './filtered-members';
import type { AtMoment, Members } from './members';

export interface PopulationRowsRequest extends AtMoment {
  population: PopulationChoice;
  /** Shown beside the key and the columns; named by their path and attribute, `store › town`. */
  fields?: readonly Field[] | undefined;
  /** All of these a row has to pass; `total` are those that do. */
  filters?: readonly FieldFilter[] | undefined;
  offset: number;
  limit: number;
  sort?: { column: string; descending: boolean } | undefined;
}

/** Rows of any population from any offset, as stored or sorted. @throws AppError `not-found`, `rule-unknown-attribute`, `rule-path-many` */
export function readPopulation(ctx: Context, request: PopulationRowsRequest): Promise<RowsPage> {
  return withConnection(ctx, async (connection) => {
    const all = await chosenMembers(ctx, connection, request.population, request);
    const members = await filteredMembers(ctx, connection, all, request.filters ?? [], request);
    const own = [...members.key, ...members.columns].map((c) => c.name);
    const fields = (request.fields ?? []).filter((f) => !own.includes(fieldName(f)));
    const { offset, limit, sort, signal } = request;
    const { table, rows: total } = members;
    if (fields.length > 0) return readFieldsPage(ctx, connection, members, fields, request);
    const page = await readPage(connection, { table, offset, limit, sort, total, unchanged: table.schema === worktableSchema, signal });
    const columns = [...members.key, ...members.columns];
    return labelled(onlyOwn(page, own), (name) => columns.find((c) => c.name === name)?.personal);
  });
}

export const fieldName = ({ path = [], attribute }: Field): string => [...path, attribute].join(' › ');

/** An entity's table holds more than its key. */
function onlyOwn(page: RowsPage, own: readonly string[]): RowsPage {
  const kept = page.columns.flatMap((c, i) => (own.includes(c.name) ? [i] : []));
  return { ...page, columns: kept.flatMap((i) => page.columns[i] ?? []), values: kept.map((i) => page.values[i] ?? []) };
}

/** Unsorted, only the rows shown are joined to what the fields need. */
async function readFieldsPage(
  ctx: Context,
  connection: Connection,
  members: Members,
  fields: readonly Field[],
  request: PopulationRowsRequest,
): Promise<RowsPage> {
  const { offset, limit, sort, signal } = request;
  const own = [...members.key, ...members.columns].map((c) => c.name);
  const names = [...own, ...fields.map(fieldName)];
  const at = names.indexOf(sort?.column ?? '');
  if (sort && at < 0) throw new AppError('not-found', { kind: 'column', name: sort.column, known: names.join(', ') });
  const order = uniqueNames([...own, ...fields.map((_, i) => valueName(i))])('place');
  const beside = own.map((name) => ({ name, is: column('member', name) }));
  const shown = sort
    ? await fieldValues(ctx, connection, members, fields, request, { beside })
    : await fieldValues(ctx, connection, members, fields, request, {
        beside: [...beside, { name: order, is: column('member', order) }],
        from: rowsShown(members, order, offset, limit),
      });
  const values = [...own.map(ident), ...fields.map((_, i) => valueName(i))];
  const list = values.map((value, i) => `${value} AS ${ident(names[i] ?? '')}`).join(', ');
  const direction = sort?.descending ? 'DESC' : 'ASC';
  const terms = sort ? [`${values[at]} ${direction} NULLS LAST`, ...members.key.map((k) => ident(k.name))].join(', ') : ident(order);
  const window = sort ? ` LIMIT ${limit} OFFSET ${offset}` : '';
  const sql = `SELECT ${list} FROM ${measuredSql(shown)} ORDER BY ${terms}${window}`;
  const page = await connection.query(sql, { limit, ...(signal ? { signal } : {}) });
  const labels = [...members.key, ...members.columns, ...shown.columns].map((c) => c.personal);
  return labelled({ columns: page.columns, values: page.values, rows: page.rows, offset, total: members.rows }, (_, i) => labels[i]);
}

/** A worktable is never changed, so that its rows are numbered without a gap. */
function rowsShown({ table }: Members, order: string, offset: number, limit: number): Written {
  const from = `${ident(table.schema)}.${ident(table.name)}`;
  const window =
    table.schema === worktableSchema
      ? `WHERE rowid >= ${offset} AND rowid < ${offset + limit}`
      : `ORDER BY rowid LIMIT ${limit} OFFSET ${offset}`;
  return { kind: 'written', sql: `SELECT *, rowid AS ${ident(order)} FROM ${from} ${window}`, tables: [] };
}

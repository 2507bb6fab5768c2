import { AppError } from '../../base/errors';
import type { Field } from '../../model/population';
import type { Connection } from '../../ports/engine';
import { asOfIn } from '../../segment/as-of';
import { type Column, fileRows } from '../../segment/population';
import { readFields } from '../../segment/reading';
import { newCompilation } from '../../segment/scope';
import { withPlainAliases } from '../../sql/aliases';
import { duckdb } from '../../sql/dialect/duckdb';
import { call, text } from '../../sql/expression';
import { printQuery } from '../../sql/print';
import type { Expression, Output, Select, Source } from '../../sql/query';
import { fanOuts } from '../campaign/fan-outs';
import { modelOf } from '../campaign/plan-for';
import type { Context } from '../context';
import { findDocument } from '../find-document';
import { type AtMoment, isWhole, type Members } from './members';

export interface FieldValues {
  /** One row per member: `value_1`, `value_2`, … in the order of the fields, NULL where empty; then what was asked beside them. */
  select: Select;
  /** The same with texts as they are, of which one without a letter is empty too: many times as fast to group by where few differ. */
  asIs: Select;
  columns: Column[];
}

export const valueName = (index: number): string => `value_${index + 1}`;

/**
 * The values of fields for every member. A text without a letter is empty.
 * @param options `beside`: further columns of the members' table, called `member`; `from`: some of its rows instead of all
 * @throws AppError `rule-unknown-attribute`, `rule-unknown-link`, `rule-path-many`, `link-repeats-rows`, `cancelled`
 */
export async function fieldValues(
  ctx: Context,
  connection: Connection,
  members: Members,
  fields: readonly Field[],
  at: AtMoment,
  { beside = [], from = members.table }: { beside?: readonly Output[]; from?: Source['relation'] } = {},
): Promise<FieldValues> {
  // Fields ask for no relative dates, so any zone will do.
  const compilation = newCompilation(modelOf(ctx), asOfIn(at.asOf, 'UTC'));
  const entity = members.file === undefined ? findDocument(ctx, 'entity', members.dimension) : fileRows;
  const rows = { alias: 'member', key: members.key, columns: members.columns, whole: isWhole(members) };
  const read = readFields(compilation, rows, entity, fields, (i) => ['fields', i]);
  const problems = read ? await fanOuts(ctx, connection, { compilation }, at.signal) : compilation.problems;
  const first = problems.find((p) => p.severity === 'error');
  if (first) throw new AppError(first.code, first.details);
  if (!read) throw new Error('the fields cannot be read');
  const outputs = read.values.map((v, i): Output => ({ name: valueName(i), is: v.is }));
  const nonempty = read.values.map((v, i): Output => ({ name: valueName(i), is: filled(v.is, v.column) }));
  const selected = (columns: Output[]): Select => ({
    kind: 'select',
    columns: [...columns, ...beside],
    from: { relation: from, alias: 'member' },
    joins: read.joins,
  });
  return { select: selected(nonempty), asIs: selected(outputs), columns: read.values.map((v) => v.column) };
}

/** As SQL that can stand in FROM. */
export function measuredSql({ select }: Pick<FieldValues, 'select'>): string {
  return `(\n${printQuery(withPlainAliases(select), duckdb)}\n) AS measured`;
}

/** One field by itself and as it is, since columns that nobody reads would still have to be planned. */
export function measuredAsIs({ asIs }: FieldValues, index: number): string {
  return measuredSql({ select: { ...asIs, columns: asIs.columns.filter((c) => c.name === valueName(index)) } });
}

/** SQL of a value that is as it is. */
export function filledSql(value: string, { type }: Column): string {
  return type === 'text' ? `nullif(${value}, '')` : value;
}

function filled(is: Expression, { type }: Column): Expression {
  return type === 'text' ? call('nullif', is, text('')) : is;
}

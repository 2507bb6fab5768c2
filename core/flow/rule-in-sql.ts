import { AppError } from '../base/errors';
import type { Place } from '../base/problems';
import { sameName } from '../base/same-name';
import type { ReadValue } from '../rewrite/read/returned';
import { type ReadRows, rowsOf } from '../rewrite/read/select';
import { parseStatement } from '../rewrite/tree/parse';
import { aggregateOrNull, aggregateValue } from '../segment/aggregate';
import { type Gathered, rowAlias } from '../segment/condition';
import type { Column } from '../segment/population';
import { compileRule } from '../segment/rule';
import { type Compilation, entityScope, type Found, lookUp, type Scope } from '../segment/scope';
import type { Expression } from '../sql/query';
import type { Lowering } from './lowering';

/**
 * SQL a person wrote as a condition over rows of an entity and values beside them, where a rule says exactly the same, so that it is
 * read with whatever else is asked of that entity. `undefined` for all other SQL.
 * @param columns what it returns beside the key
 */
export async function gatheredFromSql(
  lowering: Pick<Lowering, 'compilation' | 'place' | 'parse'>,
  sql: string,
  dimension: string,
  columns: readonly Column[],
): Promise<Gathered | undefined> {
  const read = await readRows(lowering, sql);
  if (read?.entity.name !== dimension) return undefined;
  const compilation: Compilation = { ...lowering.compilation, problems: [], written: [], walks: [] };
  const place = [...lowering.place, 'sql'];
  const scope = entityScope(compilation, read.entity, rowAlias);
  const where = compileRule(read.rule, scope, place);
  const found = columns.map((c) => valueOf(c, read, scope, place));
  const repeats = compilation.walks.some(
    ({ single, hop }) => single && !hop.target.key.every((key) => hop.on.some((o) => o.there === key)),
  );
  if (!where || compilation.problems.length + compilation.written.length > 0 || repeats) return undefined;
  const { joins } = scope;
  const values = found.flatMap((is, i) =>
    is && columns[i] ? [{ name: columns[i].name, value: { kind: 'read' as const, is, joins } }] : [],
  );
  return values.length < columns.length ? undefined : { condition: { kind: 'leaf', where, joins }, values };
}

async function readRows({ parse, compilation }: Pick<Lowering, 'compilation' | 'parse'>, sql: string): Promise<ReadRows | undefined> {
  try {
    return parse && rowsOf(parseStatement(await parse(sql)), compilation);
  } catch (error) {
    if (error instanceof AppError) return undefined;
    throw error;
  }
}

function valueOf({ name, type, scale = 0 }: Column, { values }: ReadRows, scope: Scope, place: Place): Expression | undefined {
  const [, value] = [...values].find(([of]) => sameName(of, name)) ?? [];
  const found = value && look(value, scope, place);
  if (!found || type === 'list') return undefined;
  const same = found.column.type === type && (found.column.scale ?? 0) === scale;
  return same ? found.is : { kind: 'cast', inner: found.is, type, scale };
}

function look(value: ReadValue, scope: Scope, place: Place): Found | undefined {
  if (value.kind === 'attribute') return lookUp(scope, value.path, value.attribute, place);
  const aggregate = value.sumless === 'nothing' ? aggregateOrNull : aggregateValue;
  return aggregate(value.of, scope, place, compileRule);
}

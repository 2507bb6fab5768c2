import type { Place } from '../base/problems';
import type { Literal } from '../model/value';
import { duckdb } from '../sql/dialect/duckdb';
import { text } from '../sql/expression';
import { printExpression } from '../sql/print';
import type { Expression, Values } from '../sql/query';
import { literalText } from '../sql/quote';
import { namesIn, withValues } from '../sql/values-in-sql';
import { type Compilation, report } from './scope';
import { type Binding, findVariable, variableNames } from './variables';

/** SQL a person wrote, with what its `$names` stand for. */
export interface BoundSql {
  values: Values;
  /** The same with a stand-in for each value that only a run brings, to be checked before there is a run. */
  sample: string;
}

/** Reports `$names` that are no variables or have no value. */
export function bindSql(compilation: Compilation, sql: string, place: Place): BoundSql | undefined {
  const names = namesIn(sql);
  const found = names.map((name) => [name, valuesOf(compilation, name, place)] as const);
  const good = found.filter((entry): entry is readonly [string, Expression[]] => entry[1] !== undefined);
  if (good.length < found.length) return undefined;
  const samples = new Map(good.map(([name, values]) => [name, values.map((v) => printExpression(early(v), duckdb))]));
  return { values: Object.fromEntries(good), sample: withValues(sql, (name) => samples.get(name)) };
}

function valuesOf(compilation: Compilation, variable: string, place: Place): Expression[] | undefined {
  const bound = findVariable(variable, compilation);
  if (!bound) return report(compilation, 'variable-unknown', place, { variable, known: variableNames(compilation.variables) });
  return plainValues(bound) ?? (bound.is ? [bound.is] : report(compilation, 'variable-no-value', place, { variable }));
}

/** The values of a variable that has some, each in its type. */
export function plainValues({ type, plain }: Binding): Expression[] | undefined {
  if (plain === undefined) return undefined;
  if (typeof plain === 'object') return plain.map((value) => literalOf(value, false));
  return [type === 'date' ? { kind: 'literal', type: 'date', value: plain } : literalOf(plain, type === 'number')];
}

function literalOf(value: Literal, numeric: boolean): Expression {
  if (typeof value === 'boolean') return { kind: 'literal', type: 'boolean', value };
  if (typeof value === 'string' && !numeric) return { kind: 'literal', type: 'text', value };
  const type = (['integer', 'decimal'] as const).find((t) => literalText(t, value) !== undefined) ?? 'number';
  return { kind: 'literal', type, value };
}

/** On one line, so that lines of problems are those of what the person wrote. */
function early(value: Expression): Expression {
  if (value.kind !== 'literal') return { kind: 'null', type: 'integer' };
  return value.type === 'text' ? text(String(value.value).replaceAll(/[\r\n]/g, ' ')) : value;
}

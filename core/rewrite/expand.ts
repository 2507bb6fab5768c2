import type { Filter } from '../model/filter';
import type { Rule } from '../model/rule';
import type { Argument, Literal, VariableReference } from '../model/value';
import type { VariableType } from '../model/variable';
import { plainValues } from '../segment/written';
import { duckdb } from '../sql/dialect/duckdb';
import { printExpression } from '../sql/print';
import { withNames } from '../sql/values-in-sql';

/** The rule with its saved filters in place, their parameters replaced by what is given. It has been compiled without problems. */
export function expanded(rule: Rule, filters: readonly Filter[]): Rule {
  switch (rule.kind) {
    case 'all':
    case 'any':
      return { ...rule, rules: rule.rules.map((r) => expanded(r, filters)) };
    case 'not':
      return { ...rule, rule: expanded(rule.rule, filters) };
    case 'related':
    case 'ordered':
      return { ...rule, ...amongOf(rule, filters), where: expanded(rule.where, filters) };
    case 'aggregate':
      return rule.where ? { ...rule, where: expanded(rule.where, filters) } : rule;
    case 'top':
      return { ...rule, ...amongOf(rule, filters) };
    case 'filter': {
      const filter = filters.find((f) => f.id === rule.filter);
      if (!filter) throw new Error(`no filter ${rule.filter}`);
      const values = new Map<string, Value>();
      for (const { name, type, value } of filter.parameters) {
        const given = rule.arguments[name] ?? value;
        if (given !== undefined) values.set(name, { type, given });
      }
      return expanded(withArguments(filter.rule, values), filters);
    }
    default:
      return rule;
  }
}

function amongOf(rule: Rule, filters: readonly Filter[]): { among?: Rule } {
  return 'among' in rule && rule.among ? { among: expanded(rule.among, filters) } : {};
}

interface Value {
  type: VariableType;
  given: Argument;
}

type Values = ReadonlyMap<string, Value>;

/** The same rule, in which every reference to a parameter has become what is given for it. */
function withArguments(rule: Rule, values: Values): Rule {
  return replaced(rule, values) as Rule;
}

function replaced(value: unknown, values: Values): unknown {
  if (Array.isArray(value)) return value.flatMap<unknown>((item: unknown) => listOf(item, values) ?? [replaced(item, values)]);
  if (typeof value !== 'object' || value === null) return value;
  if (isReference(value)) return values.get(value.variable)?.given ?? value;
  if ('kind' in value && value.kind === 'sql' && 'sql' in value) return { ...value, sql: sqlWith(String(value.sql), values) };
  return Object.fromEntries(
    Object.entries(value).map(([field, inner]) => [field, field === 'count' ? countOf(inner, values) : replaced(inner, values)]),
  );
}

/** A list in the place of one of several values becomes several. */
function listOf(item: unknown, values: Values): readonly Literal[] | undefined {
  const given = typeof item === 'object' && item !== null && isReference(item) ? values.get(item.variable)?.given : undefined;
  return Array.isArray(given) ? given : undefined;
}

/** A number of periods is a number, though a parameter may hold it as text. */
function countOf(value: unknown, values: Values): unknown {
  const count = replaced(value, values);
  return typeof count === 'string' ? Number(count) : count;
}

function isReference(value: object): value is VariableReference {
  return 'variable' in value && typeof value.variable === 'string' && Object.keys(value).length === 1;
}

function sqlWith(sql: string, values: Values): string {
  return withNames(sql, (name) => {
    const bound = values.get(name);
    if (!bound) return undefined;
    const { type, given } = bound;
    if (typeof given === 'object' && 'variable' in given) return `$${given.variable}`;
    const texts = plainValues({ type, plain: given })?.map((e) => `(${printExpression(e, duckdb)})`) ?? [];
    return texts.length > 0 ? texts.join(', ') : 'SELECT NULL WHERE FALSE';
  });
}

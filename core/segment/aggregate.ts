import { unreachable } from '../base/never';
import type { Place } from '../base/problems';
import type { aggregateFunctions, Rule } from '../model/rule';
import { and, call, column, compare, integer } from '../sql/expression';
import type { Expression, Select } from '../sql/query';
import { pathTies } from './joined';
import { compileTest } from './operators/test';
import type { Column } from './population';
import { reach } from './reach';
import { type Found, type Grouped, lookUp, type RuleCompiler, report, type Scope } from './scope';

export interface AggregateSpec {
  path: string[];
  function: (typeof aggregateFunctions)[number];
  attribute?: string | undefined;
  where?: Rule | undefined;
}

export function aggregateTest(
  rule: Extract<Rule, { kind: 'aggregate' }>,
  scope: Scope,
  place: Place,
  compile: RuleCompiler,
): Expression | undefined {
  const value = aggregateValue(rule, scope, place, compile);
  return value && compileTest(rule.test, value, rule.attribute ?? rule.function, scope, place);
}

/**
 * An aggregate over the rows a path reaches. They are grouped once by what ties them to the outer row and joined to it,
 * so that no engine has to unnest a correlated query. Count and sum over nothing are 0, the others NULL.
 */
export function aggregateValue(spec: AggregateSpec, scope: Scope, place: Place, compile: RuleCompiler): Found | undefined {
  const value = aggregateOrNull(spec, scope, place, compile);
  const zero = spec.function === 'count' || spec.function === 'count-distinct' || spec.function === 'sum';
  return value && zero ? { ...value, is: call('coalesce', value.is, integer(0)) } : value;
}

/** The same, NULL over nothing whatever the function. */
export function aggregateOrNull(spec: AggregateSpec, scope: Scope, place: Place, compile: RuleCompiler): Found | undefined {
  const group = groupOf(spec, scope, place, compile);
  const measured = group && measure(spec, group.rows, place);
  if (!measured) return undefined;
  const name = `value_${group.query.columns.length - (group.query.groupBy?.length ?? 0) + 1}`;
  group.query.columns.push({ name, is: measured.is });
  return { is: column(group.alias, name), column: measured.column };
}

/** Aggregates of the same rows share one grouping, so that those are read once. */
function groupOf(spec: AggregateSpec, scope: Scope, place: Place, compile: RuleCompiler): Grouped | undefined {
  const same = JSON.stringify([spec.path, spec.where]);
  const known = scope.grouped.get(same);
  // The same words may mean another value where other variables are in reach.
  if (known && (!spec.where || known.rows.compilation.variables === scope.compilation.variables)) return known;
  const reached = reach(scope, spec.path, place);
  if (!reached) return undefined;
  const where = spec.where && compile(spec.where, reached.scope, [...place, 'where']);
  if (spec.where && !where) return undefined;
  const ties = pathTies(reached);
  const query: Select = {
    kind: 'select',
    columns: ties.map(({ name, is }) => ({ name, is })),
    from: reached.from,
    joins: [...reached.joins, ...reached.scope.joins],
    ...(where ? { where } : {}),
    groupBy: ties.map((t) => t.is),
  };
  const group: Grouped = { alias: scope.compilation.nextAlias(), query, rows: reached.scope };
  const on = and(ties.map((t) => compare('=', column(group.alias, t.name), t.outer)));
  scope.joins.push({ type: 'left', source: { relation: query, alias: group.alias }, on });
  scope.grouped.set(same, group);
  return group;
}

function measure(spec: AggregateSpec, scope: Scope, place: Place): Found | undefined {
  if (spec.function === 'count' && spec.attribute === undefined) {
    return { is: { kind: 'aggregate', function: 'count', args: [] }, column: { name: 'count', type: 'integer' } };
  }
  if (spec.attribute === undefined) return report(scope, 'rule-no-attribute', place, { function: spec.function });
  const found = lookUp(scope, [], spec.attribute, place);
  if (!found) return undefined;
  const type = found.column.type;
  const numeric = type === 'integer' || type === 'decimal' || type === 'number';
  if ((spec.function === 'sum' || spec.function === 'average') && !numeric) {
    return report(scope, 'rule-wrong-type', place, { attribute: spec.attribute, type, op: spec.function });
  }
  return { is: aggregateOf(spec.function, found.is, found.column), column: resultColumn(spec.function, found.column) };
}

function aggregateOf(name: AggregateSpec['function'], value: Expression, of: Column): Expression {
  switch (name) {
    case 'count':
      return { kind: 'aggregate', function: 'count', args: [value] };
    case 'count-distinct':
      return { kind: 'aggregate', function: 'count', args: [value], distinct: true };
    case 'sum': {
      const sum: Expression = { kind: 'aggregate', function: 'sum', args: [value] };
      if (of.type === 'list' || of.type === 'number') return sum;
      return { kind: 'cast', inner: sum, type: of.type, scale: of.scale ?? 0 };
    }
    case 'average':
      return { kind: 'aggregate', function: 'avg', args: [value] };
    case 'min':
    case 'max':
      return { kind: 'aggregate', function: name, args: [value] };
    default:
      return unreachable(name);
  }
}

function resultColumn(name: AggregateSpec['function'], of: Column): Column {
  if (name === 'count' || name === 'count-distinct') return { name, type: 'integer' };
  if (name === 'average') return { name, type: 'number', ...(of.personal === undefined ? {} : { personal: of.personal }) };
  return { ...of, name };
}

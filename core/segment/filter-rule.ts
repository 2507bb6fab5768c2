import type { Place } from '../base/problems';
import type { Entity } from '../model/entity';
import type { Filter } from '../model/filter';
import type { Rule } from '../model/rule';
import type { Argument } from '../model/value';
import type { Parameter } from '../model/variable';
import type { Expression } from '../sql/query';
import { insideSaved } from './saved';
import { type Compilation, type RuleCompiler, report, type Scope, scopeOfSaved } from './scope';
import { type Binding, findVariable, fitsType, noVariables, type Variables, variableNames } from './variables';

/** A saved filter, in whose rule the parameters stand for the arguments given here. */
export function filterTest(
  rule: Extract<Rule, { kind: 'filter' }>,
  scope: Scope,
  place: Place,
  compile: RuleCompiler,
): Expression | undefined {
  const expanded = expandFilter(rule, scope.compilation, scope.entity, place);
  return expanded && compile(expanded.rule, scopeOfSaved(scope, expanded.compilation), expanded.place);
}

/** The rule a filter stands for, and what it is compiled with. */
export function expandFilter(
  rule: Extract<Rule, { kind: 'filter' }>,
  compilation: Compilation,
  entity: Entity,
  place: Place,
): { rule: Rule; compilation: Compilation; place: Place } | undefined {
  const filter = compilation.filters.find((f) => f.id === rule.filter);
  if (!filter) {
    const known = compilation.filters.map((f) => f.id).join(', ') || '–';
    return report(compilation, 'rule-unknown-filter', place, { filter: rule.filter, known });
  }
  if (filter.entity !== entity.name) return report(compilation, 'rule-other-entity', place, { found: entity.name, needed: filter.entity });
  const variables = bindParameters(filter, rule.arguments, compilation, place);
  const inner = variables && insideSaved(compilation, `filter ${filter.id}`, variables, place);
  return inner && { rule: filter.rule, compilation: inner, place: [...place, 'filter', filter.id] };
}

function bindParameters(
  filter: Filter,
  given: Readonly<Record<string, Argument>>,
  compilation: Compilation,
  place: Place,
): Variables | undefined {
  const { parameters } = filter;
  const extra = Object.keys(given).filter((name) => !parameters.some((p) => p.name === name));
  for (const parameter of extra) {
    const known = parameters.map((p) => p.name).join(', ') || '–';
    report(compilation, 'rule-unknown-parameter', [...place, 'arguments', parameter], { parameter, filter: filter.name, known });
  }
  const bound = parameters.map((p) => [p.name, bindOne(p, given[p.name], compilation, [...place, 'arguments', p.name])] as const);
  const good = bound.filter((entry): entry is readonly [string, Binding] => entry[1] !== undefined);
  if (extra.length > 0 || good.length < bound.length) return undefined;
  return good.length === 0 ? noVariables : new Map(good);
}

function bindOne(parameter: Parameter, given: Argument | undefined, compilation: Compilation, place: Place): Binding | undefined {
  const { name, type } = parameter;
  if (typeof given === 'object' && 'variable' in given) {
    const { variable } = given;
    const bound = findVariable(variable, compilation);
    if (!bound) return report(compilation, 'variable-unknown', place, { variable, known: variableNames(compilation.variables) });
    if (bound.type !== type) return report(compilation, 'variable-wrong-type', place, { variable, type: bound.type, needed: type });
    return bound;
  }
  const plain = given ?? parameter.value;
  if (plain === undefined) return report(compilation, 'variable-no-value', place, { variable: name });
  if (!fitsType(type, plain)) return report(compilation, 'variable-bad-value', place, { variable: name, type });
  return { type, plain };
}

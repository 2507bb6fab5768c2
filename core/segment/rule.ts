import { unreachable } from '../base/never';
import type { Place } from '../base/problems';
import type { Rule } from '../model/rule';
import { and, isNotTrue, or } from '../sql/expression';
import type { Expression } from '../sql/query';
import { aggregateTest } from './aggregate';
import { audienceTest } from './audience-rule';
import { filterTest } from './filter-rule';
import { historyTest } from './history-rule';
import { compileTest } from './operators/test';
import { orderedTest } from './ordered';
import { relatedTest } from './related';
import { lookUp, type Scope } from './scope';
import { sqlTest } from './sql-rule';
import { topTest } from './top';

/**
 * A rule over the rows of a scope as one SQL condition; rows are selected where it is TRUE.
 * Problems go to the compilation with their place; `undefined` means there was at least one.
 */
export function compileRule(rule: Rule, scope: Scope, place: Place): Expression | undefined {
  switch (rule.kind) {
    case 'all':
    case 'any': {
      const parts = rule.rules.map((r, i) => compileRule(r, scope, [...place, 'rules', i]));
      const good = parts.filter((p): p is Expression => p !== undefined);
      if (good.length < parts.length) return undefined;
      return rule.kind === 'all' ? and(good) : or(good);
    }
    case 'not': {
      const inner = compileRule(rule.rule, scope, [...place, 'rule']);
      return inner && isNotTrue(inner);
    }
    case 'attribute': {
      const found = lookUp(scope, rule.path ?? [], rule.attribute, place);
      return found && compileTest(rule.test, found, rule.attribute, scope, place);
    }
    case 'related':
      return relatedTest(rule, scope, place, compileRule);
    case 'aggregate':
      return aggregateTest(rule, scope, place, compileRule);
    case 'ordered':
      return orderedTest(rule, scope, place, compileRule);
    case 'top':
      return topTest(rule, scope, place, compileRule);
    case 'audience':
      return audienceTest(rule, scope, place, compileRule);
    case 'history':
      return historyTest(rule, scope, place);
    case 'filter':
      return filterTest(rule, scope, place, compileRule);
    case 'sql':
      return sqlTest(rule, scope, place);
    default:
      return unreachable(rule);
  }
}

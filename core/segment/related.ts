import type { Place } from '../base/problems';
import type { Rule } from '../model/rule';
import { isNotTrue } from '../sql/expression';
import type { Expression } from '../sql/query';
import { someReached } from './joined';
import { reach } from './reach';
import type { RuleCompiler, Scope } from './scope';

/** Some / none / every related row: all inner conditions hold for the same related row. `every` is true where there are none. */
export function relatedTest(
  rule: Extract<Rule, { kind: 'related' }>,
  scope: Scope,
  place: Place,
  compile: RuleCompiler,
): Expression | undefined {
  const reached = reach(scope, rule.path, place);
  const where = reached && compile(rule.where, reached.scope, [...place, 'where']);
  if (!reached || !where) return undefined;
  const some = someReached(scope, reached, rule.quantifier === 'every' ? isNotTrue(where) : where);
  return rule.quantifier === 'some' ? some : isNotTrue(some);
}

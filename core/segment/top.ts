import type { Place } from '../base/problems';
import type { Rule } from '../model/rule';
import { and, column, compare, integer } from '../sql/expression';
import type { Expression, Select } from '../sql/query';
import { isJoined, keyTies } from './joined';
import { orNull } from './or-null';
import { orderOf } from './order';
import { entityTable } from './population';
import { entityScope, lookUp, type RuleCompiler, type Scope } from './scope';

type TopRule = Extract<Rule, { kind: 'top' }>;

/**
 * The row is among the first rows of its whole entity, or of its group in it: rows without a value to group by are one group.
 * Ties by key.
 */
export function topTest(rule: TopRule, scope: Scope, place: Place, compile: RuleCompiler): Expression | undefined {
  const ranking = topRanking(rule, scope, place, compile);
  if (!ranking) return undefined;
  const { ranked, key, group, orderBy } = ranking;
  const firstOfAll: Select = { ...ranked, columns: key.map(({ name, is }) => ({ name, is })), orderBy, limit: rule.count };
  const firstOfEach: Select = {
    kind: 'select',
    columns: key.map(({ name }) => ({ name, is: column('ranked', name) })),
    from: { relation: ranked, alias: 'ranked' },
    where: compare('<=', column('ranked', 'place'), integer(rule.count)),
  };
  return isJoined(scope, group.length > 0 ? firstOfEach : firstOfAll, key);
}

/** Every row that takes part: its key, and its `place` in the group it is in, from 1. */
export function topRanking(rule: TopRule, scope: Scope, place: Place, compile: RuleCompiler) {
  const rows = entityScope(scope.compilation, scope.entity);
  const key = keyTies(scope, rows.alias);
  const order = orderOf(rule.order, rows, place);
  const per = rule.per && lookUp(rows, rule.per.path ?? [], rule.per.attribute, [...place, 'per']);
  const among = rule.among ? compile(rule.among, rows, [...place, 'among']) : and([]);
  if (!order || !among || (rule.per && !per)) return undefined;
  const group = per ? [orNull(per)] : [];
  const orderBy = [...order, ...key.map((k) => ({ by: k.is }))];
  const ranked: Select = {
    kind: 'select',
    columns: [...key.map(({ name, is }) => ({ name, is })), { name: 'place', is: { kind: 'row-number', partitionBy: group, orderBy } }],
    from: { relation: entityTable(rows.entity.name), alias: rows.alias },
    joins: rows.joins,
    where: among,
  };
  return { ranked, key, group, orderBy };
}

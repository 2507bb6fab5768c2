import type { Place } from '../base/problems';
import type { Rule } from '../model/rule';
import { and, column } from '../sql/expression';
import type { Expression, Select } from '../sql/query';
import { isJoined, pathTies } from './joined';
import { keyColumns } from './population';
import { reach } from './reach';
import { lookUp, type RuleCompiler, type Scope } from './scope';

/** First / last related row by an attribute: the condition on that one row; empties last, ties by key. FALSE where there is none. */
export function orderedTest(
  rule: Extract<Rule, { kind: 'ordered' }>,
  scope: Scope,
  place: Place,
  compile: RuleCompiler,
): Expression | undefined {
  const reached = reach(scope, rule.path, place);
  if (!reached) return undefined;
  const rows = reached.scope;
  const by = lookUp(rows, [], rule.by, [...place, 'by']);
  const among = rule.among ? compile(rule.among, rows, [...place, 'among']) : and([]);
  const where = compile(rule.where, rows, [...place, 'where']);
  if (!by || !among || !where) return undefined;
  const ties = pathTies(reached);
  const key = keyColumns(rows.entity).map((k) => ({ by: column(rows.alias, k.name) }));
  const orderBy = [{ by: by.is, descending: rule.position === 'last' }, ...key];
  const query: Select = {
    kind: 'select',
    columns: ties.map(({ name, is }) => ({ name, is })),
    from: reached.from,
    joins: [...reached.joins, ...rows.joins],
    where: among,
    groupBy: ties.map((t) => t.is),
    having: { kind: 'aggregate', function: 'arg-first', args: [where], orderBy },
  };
  return isJoined(scope, query, ties);
}

import type { Place } from '../base/problems';
import type { Rule } from '../model/rule';
import { isOneExpression } from '../sql/one-expression';
import type { Expression } from '../sql/query';
import { ident } from '../sql/quote';
import { isJoined, keyTies } from './joined';
import { entityTable } from './population';
import { report, type Scope } from './scope';
import { bindSql } from './written';

/**
 * A boolean expression a person wrote over the attributes of this entity; queries inside it may read others. It is read in a
 * SELECT of its own, so that no name can mean anything else, and checked as a condition of just such a SELECT before it runs.
 */
export function sqlTest(rule: Extract<Rule, { kind: 'sql' }>, scope: Scope, place: Place): Expression | undefined {
  const { compilation, entity } = scope;
  const at = [...place, 'sql'];
  if (!isOneExpression(rule.sql)) return report(compilation, 'rule-sql-not-one', at);
  const bound = bindSql(compilation, rule.sql, at);
  if (!bound) return undefined;
  const alias = /^t\d+$/.test(entity.name) ? 'row' : entity.name;
  const lines = bound.sample.split('\n').length;
  compilation.written.push({
    // As a condition, since neither aggregates nor window functions may stand there; cast, since that takes one expression and no query.
    sql: `SELECT (\n${bound.sample}\n) AS holds FROM main.${ident(entity.name)} AS ${ident(alias)} WHERE CAST(\n${bound.sample}\nAS BOOLEAN)`,
    tables: compilation.model.entities.map((e) => e.name),
    place: at,
    judge([holds]) {
      if (holds?.type !== 'boolean') report(compilation, 'rule-sql-not-boolean', at, { type: holds?.type ?? '–' });
    },
    lineOf: (line) => ((line - 2) % (lines + 1)) + 1,
  });
  const key = keyTies(scope, alias);
  return isJoined(
    scope,
    {
      kind: 'select',
      columns: key.map(({ name, is }) => ({ name, is })),
      from: { relation: entityTable(entity.name), alias },
      where: { kind: 'written-expression', sql: rule.sql, values: bound.values },
    },
    key,
  );
}

import type { Problem } from '../../base/problems';
import type { Connection } from '../../ports/engine';
import { expanded } from '../../rewrite/expand';
import { keptSelect } from '../../rewrite/kept';
import { parsedParts } from '../../rewrite/parsed';
import { printTree } from '../../rewrite/tree/print';
import { selectOf } from '../../rewrite/write/select';
import { findEntity } from '../../segment/population';
import { modelOf } from '../campaign/plan-for';
import type { Context } from '../context';
import { withConnection } from '../with-connection';
import { onlyWorkspace } from '../workspace/only-workspace';
import { type AskedRule, checkRule } from './check-rule';

export type RuleSql = { kind: 'sql'; sql: string } | { kind: 'problems'; problems: Problem[] };

/**
 * A rule as a SELECT of the keys it selects, to be read and to be run. Days and moments that depend on as-of are said with
 * `$today` and `$now`; saved filters are written out, saved audiences are tables of the schema `audience`. A SELECT that was kept
 * as SQL is that SELECT.
 */
export function ruleToSql(ctx: Context, asked: AskedRule): Promise<RuleSql> {
  return withConnection(ctx, async (connection) => {
    const problems = await checkRule(ctx, connection, asked);
    if (problems.length > 0) return { kind: 'problems', problems };
    return { kind: 'sql', sql: await writtenRule(ctx, connection, asked) };
  });
}

/** The rule has been checked. */
async function writtenRule(ctx: Context, connection: Connection, asked: Omit<AskedRule, 'variables'>): Promise<string> {
  const model = modelOf(ctx);
  const entity = findEntity(model, asked.entity);
  if (!entity) throw new Error(`no entity ${asked.entity}`);
  const kept = keptSelect(asked.rule, entity);
  if (kept !== undefined) return kept;
  const rule = expanded(asked.rule, ctx.store.list('filter'));
  const parsed = await parsedParts(rule, (sql) => connection.parseSelect(sql));
  return printTree(selectOf(rule, entity, { model, profile: onlyWorkspace(ctx).profile, parsed }));
}

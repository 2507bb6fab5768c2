import { AppError } from '../../base/errors';
import type { Place } from '../../base/problems';
import { type Asked, anew, partsOf, rulesOf, scopeOf } from '../../flow/asked';
import { inputsOf, type Plan } from '../../plan/plan';
import type { Connection } from '../../ports/engine';
import { compileRule } from '../../segment/rule';
import { duckdb } from '../../sql/dialect/duckdb';
import { printQuery } from '../../sql/print';

/** The smallest part of an activity's rules that fails when it is asked alone, if one does. */
export async function blamedRule(connection: Connection, plan: Plan, activity: string): Promise<Place | undefined> {
  const found = plan.request.campaign.flow.activities.find((a) => a.id === activity);
  for (const asked of found ? rulesOf(found, inputsOf(plan, activity), anew(plan.compilation)) : []) {
    // Where the rows themselves cannot be read, the rule is not to blame.
    if (await fails(connection, { ...asked, rule: { kind: 'all', rules: [] } })) return undefined;
    if (await fails(connection, asked)) return smallest(connection, asked);
  }
  return undefined;
}

async function smallest(connection: Connection, asked: Asked): Promise<Place> {
  for (const part of partsOf(asked)) {
    if (await fails(connection, part)) return smallest(connection, part);
  }
  return asked.place;
}

async function fails(connection: Connection, asked: Asked): Promise<boolean> {
  const { scope, from } = scopeOf(asked);
  const where = compileRule(asked.rule, scope, asked.place);
  if (!where) return false;
  const count = { name: 'n', is: { kind: 'aggregate' as const, function: 'count' as const, args: [] } };
  try {
    await connection.query(printQuery({ kind: 'select', columns: [count], from, joins: scope.joins, where }, duckdb), { limit: 1 });
    return false;
  } catch (error) {
    if (error instanceof AppError && error.code === 'sql-error') return true;
    throw error;
  }
}

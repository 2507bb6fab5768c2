import { type Plan, worktableSchema } from '../../core/plan/plan';
import type { Connection, Page } from '../../core/ports/engine';
import { allColumns, type Population } from '../../core/segment/population';
import { ident } from '../../core/sql/quote';
import { computeSteps } from '../../core/usecases/campaign/compute-steps';
import { loadFiles } from '../../core/usecases/campaign/load-files';
import type { Context } from '../../core/usecases/context';

/** Forgets every worktable, and what was counted. */
export async function forgetWorktables(connection: Connection): Promise<void> {
  await connection.run(`DETACH DATABASE IF EXISTS ${worktableSchema}`);
  await connection.run('DROP SCHEMA IF EXISTS muster CASCADE');
}

/** Makes every table of a plan as its steps say, one after another. */
export async function runSteps(ctx: Context, connection: Connection, plan: Plan): Promise<void> {
  await connection.run(`ATTACH IF NOT EXISTS ':memory:' AS ${worktableSchema}`);
  const { problems } = await loadFiles(ctx, plan, plan.steps, new Map(), undefined);
  if (problems.length > 0) throw new Error(`files have problems when they are read: ${JSON.stringify(problems)}`);
  for (const step of plan.steps) await connection.run(`CREATE OR REPLACE TABLE ${worktableSchema}.${step.table.name} AS ${step.sql}`);
}

/** Counts a plan as the window does, at once and then table by table. @returns rows by table; @throws Error on any problem */
export async function countPlan(
  ctx: Context,
  connection: Connection,
  plan: Plan,
  rowsOf: readonly { population: Population }[] = [],
): Promise<Map<string, number>> {
  const computed = await computeSteps(ctx, connection, plan, {
    countsFirst: 0,
    needRows: new Set(rowsOf.map((o) => o.population.table.name)),
  });
  if (computed.problems.length > 0) throw new Error(`the flow has problems when it runs: ${JSON.stringify(computed.problems)}`);
  return computed.rows;
}

/** Rows of an output that was made: its key, then its added columns. */
export function readRows(connection: Connection, population: Population): Promise<Page> {
  const columns = allColumns(population).map((c) => ident(c.name));
  return connection.query(`SELECT ${columns.join(', ')} FROM ${worktableSchema}.${population.table.name}`, { limit: 1000 });
}

import { type Plan, worktableSchema } from '../../core/plan/plan';
import type { Connection, Page } from '../../core/ports/engine';
import { allColumns, type Population } from '../../core/segment/population';
import { ident } from '../../core/sql/quote';

/** Makes every table of a plan as its steps say, one after another. */
export async function runPlan(connection: Connection, plan: Plan): Promise<void> {
  await connection.run(`CREATE SCHEMA IF NOT EXISTS ${worktableSchema}`);
  for (const step of plan.steps) await connection.run(`CREATE OR REPLACE TABLE ${worktableSchema}.${step.table.name} AS ${step.sql}`);
}

/** Rows of an output that was made: its key, then its added columns. */
export function rowsOf(connection: Connection, population: Population): Promise<Page> {
  const columns = allColumns(population).map((c) => ident(c.name));
  return connection.query(`SELECT ${columns.join(', ')} FROM ${worktableSchema}.${population.table.name}`, { limit: 1000 });
}

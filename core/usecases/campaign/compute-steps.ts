import { throwIfCancelled } from '../../base/cancellation';
import type { Code } from '../../base/codes';
import { AppError } from '../../base/errors';
import type { Problem } from '../../base/problems';
import { type Plan, type Step, worktableSchema } from '../../plan/plan';
import type { Connection, StatementOptions } from '../../ports/engine';
import { ident } from '../../sql/quote';
import type { Context } from '../context';
import { loadFiles } from './load-files';
import { stepProblem } from './step-problem';
import {
  type CountedTable,
  dropTable,
  evictTables,
  type KnownTable,
  knownTables,
  prepareWorktables,
  rememberCounts,
  touchTables,
} from './worktables';

export interface Computed {
  /** Exact rows of every table that could be computed, by name. */
  rows: Map<string, number>;
  reused: number;
  computed: number;
  /** What went wrong while computing, at the activity that made it. */
  problems: Problem[];
}

export interface ComputeOptions {
  signal?: StatementOptions['signal'];
  onStep?: (done: number, steps: number, rows: ReadonlyMap<string, number>) => void;
  /** Tables whose rows are needed, not only their counts. */
  needRows?: ReadonlySet<string>;
}

/** Computes what is not known yet, in order, and keeps it. A step that fails takes what depends on it along; the rest goes on. */
export function computeSteps(ctx: Context, connection: Connection, plan: Plan, options: ComputeOptions = {}): Promise<Computed> {
  return ctx.worktables.run(async () => {
    await prepareWorktables(connection);
    const known = await knownTables(connection, plan.steps);
    const needRows = options.needRows ?? new Set();
    const missing = stepsToRun(plan, known, needRows);
    const kept = new Set([...needRows, ...plan.steps.flatMap((s) => s.reads)]);
    const result: Computed = {
      rows: new Map([...known].map(([name, k]) => [name, k.rows])),
      reused: plan.steps.length - missing.length,
      computed: 0,
      problems: [],
    };
    const files = await loadFiles(ctx, plan, missing, await knownTables(connection, plan.loads), options.signal);
    result.problems.push(...files.problems);
    const fresh: CountedTable[] = [...files.loaded];
    try {
      await runSteps(connection, plan, missing, kept, result, fresh, files.failed, options);
    } finally {
      await rememberCounts(connection, fresh, ctx.clock.now());
    }
    const all = [...plan.loads, ...plan.steps].map((s) => s.table.name);
    await touchTables(connection, all, ctx.clock.now());
    if (missing.length > 0) await evictTables(connection, new Set(all));
    options.onStep?.(missing.length, missing.length, result.rows);
    return result;
  }, options.signal);
}

async function runSteps(
  connection: Connection,
  plan: Plan,
  missing: readonly Step[],
  kept: ReadonlySet<string>,
  result: Computed,
  fresh: CountedTable[],
  failed: Set<string>,
  options: ComputeOptions,
): Promise<void> {
  for (const [i, step] of missing.entries()) {
    throwIfCancelled(options.signal);
    options.onStep?.(i, missing.length, result.rows);
    const { name } = step.table;
    if (step.reads.some((read) => failed.has(read))) {
      failed.add(name);
      continue;
    }
    const found = await runStep(connection, plan, step, kept.has(name) || step.verifyKey, options);
    if (typeof found === 'number') {
      result.rows.set(name, found);
      result.computed++;
      fresh.push({ name, rows: found, columns: step.population.key.length + step.population.columns.length });
    } else {
      result.problems.push(found);
      failed.add(name);
    }
  }
}

/** Steps whose count is unknown or whose rows are needed, with the evicted inputs those have to read again. */
function stepsToRun(plan: Plan, known: ReadonlyMap<string, KnownTable>, needRows: ReadonlySet<string>): Step[] {
  const wanted = new Set<string>();
  for (const step of [...plan.steps].reverse()) {
    const { name } = step.table;
    const have = known.get(name);
    const needed = wanted.has(name) || needRows.has(name);
    if (have?.stored || (have && !needed)) wanted.delete(name);
    else {
      wanted.add(name);
      for (const read of step.reads) wanted.add(read);
    }
  }
  return plan.steps.filter((s) => wanted.has(s.table.name));
}

/** After these nothing else can be computed either. */
const hopeless: readonly Code[] = ['cancelled', 'engine-lost'];

/** A problem of the data is told at its activity; nothing of the step stays. */
async function runStep(connection: Connection, plan: Plan, step: Step, keep: boolean, options: ComputeOptions): Promise<number | Problem> {
  try {
    return await (keep ? keepStep(connection, step, options) : countStep(connection, step, options));
  } catch (error) {
    if (error instanceof AppError && !hopeless.includes(error.code)) return stepProblem(connection, plan, step, error);
    throw error;
  }
}

async function keepStep(connection: Connection, step: Step, options: ComputeOptions): Promise<number> {
  const table = `${worktableSchema}.${ident(step.table.name)}`;
  const rows = await connection.run(`CREATE OR REPLACE TABLE ${table} AS\n${step.sql}`, statement(options));
  if (step.verifyKey) {
    await verifyKey(connection, step, table).catch(async (error: unknown) => {
      await dropTable(connection, step.table.name);
      throw error;
    });
  }
  return rows;
}

/** Rows that nobody reads cost the most to write; they are made when somebody looks. */
async function countStep(connection: Connection, step: Step, options: ComputeOptions): Promise<number> {
  const page = await connection.query(`SELECT count(*) FROM (\n${step.sql}\n) AS counted`, { limit: 1, ...statement(options) });
  return Number(page.values[0]?.[0]);
}

function statement({ signal }: ComputeOptions): StatementOptions {
  return signal ? { signal } : {};
}

/** @throws AppError `sql-key-empty`, `sql-key-repeated` with the first offending key */
async function verifyKey(connection: Connection, step: Step, table: string): Promise<void> {
  const key = step.population.key.map((k) => ident(k.name));
  const empty = await connection.query(`SELECT count(*) FROM ${table} WHERE ${key.map((k) => `${k} IS NULL`).join(' OR ')}`, { limit: 1 });
  const without = Number(empty.values[0]?.[0] ?? 0);
  if (without > 0) throw new AppError('sql-key-empty', { rows: without });
  const list = key.join(', ');
  const repeated = await connection.query(
    `SELECT ${list}, count(*) AS times FROM ${table} GROUP BY ${list} HAVING count(*) > 1 ORDER BY ${list}`,
    { limit: 1 },
  );
  if (repeated.rows > 0) {
    const values = repeated.values.map((column) => String(column[0]));
    throw new AppError('sql-key-repeated', { key: values.slice(0, -1).join(' / '), times: Number(values.at(-1)) });
  }
}

import { throwIfCancelled } from '../../base/cancellation';
import type { Code } from '../../base/codes';
import { AppError } from '../../base/errors';
import type { Arranged } from '../../plan/optimise/arrange';
import { countedAtOnce, countedTogether, tallied } from '../../plan/optimise/at-once';
import type { Node } from '../../plan/optimise/node';
import type { Registry } from '../../plan/optimise/stored';
import { type Tally, tableNamed, talliesOf } from '../../plan/optimise/tallies';
import { type Plan, type Step, worktableSchema, worktablesIn } from '../../plan/plan';
import type { Clock } from '../../ports/clock';
import type { Connection, StatementOptions } from '../../ports/engine';
import { withPlainAliases } from '../../sql/aliases';
import { duckdb } from '../../sql/dialect/duckdb';
import { printQuery } from '../../sql/print';
import type { Query, Source } from '../../sql/query';
import { ident } from '../../sql/quote';
import { inTransaction } from '../in-transaction';
import type { Computed, ComputeOptions } from './computed';
import { stepProblem } from './step-problem';
import { verifyKey } from './verify-key';
import { since } from './work-log';
import { type CountedTable, dropTable } from './worktables';

/** After these nothing else can be computed either. */
const hopeless: readonly Code[] = ['cancelled', 'engine-lost'];

export interface Run {
  connection: Connection;
  plan: Plan;
  arranged: Arranged;
  registry: Registry;
  result: Computed;
  options: ComputeOptions;
  clock: Clock;
  /** Names of what the statement under way has told the rows of. */
  told: string[];
  /** What was counted or kept, to be remembered. */
  fresh: CountedTable[];
  /** Tables that could not be made. */
  failed: Set<string>;
}

/** Runs every statement of an arrangement. What cannot be computed together is computed step by step, so that the one at fault is found. */
export async function runArranged(run: Run): Promise<void> {
  const { nodes, readings } = run.arranged;
  const making = new Set(nodes.map((n) => n.name));
  const total = nodes.length;
  for (const name of [...readings.keys()].filter((n) => !making.has(n) && run.registry.kept.has(n)))
    await read(run, name, tableNamed(name));
  const { countsFirst, onStep } = run.options;
  const heavy = countedTogether(run.arranged, countsFirst ?? Number.POSITIVE_INFINITY);
  for (const [done, node] of nodes.entries()) {
    throwIfCancelled(run.options.signal);
    onStep?.(done, total, run.result.rows);
    const ahead = heavy.get(done);
    if (ahead && (await timed(run, () => toldAtOnce(run, ahead)))) onStep?.(done, total, run.result.rows);
    await timed(run, () => compute(run, node));
  }
}

/** Notes what is told meanwhile as made by one statement. */
async function timed<T>(run: Run, work: () => Promise<T>): Promise<T> {
  const began = run.clock.now();
  const result = await work();
  const tables = run.told.splice(0);
  if (tables.length > 0) run.options.onMade?.({ tables, milliseconds: since(run.clock, began) });
  return result;
}

/** Counts all of these before anything of them is kept. @returns false when that cannot be: whose fault it is, each by itself will show */
async function toldAtOnce(run: Run, nodes: readonly Node[]): Promise<boolean> {
  // Whether a key is one can only be asked of a table.
  if (nodes.some((node) => node.step?.verifyKey || readsFailed(run, node))) return false;
  const counted = countedAtOnce(run.arranged, nodes);
  if (!counted) return false;
  try {
    await count(run, counted.query, counted.tallies);
  } catch (error) {
    if (!(error instanceof AppError) || hopeless.includes(error.code)) throw error;
    return false;
  }
  for (const { as, step } of nodes) if (as === 'view' && step) tell(run, step, rowsOfView(run, step));
  return true;
}

async function compute(run: Run, node: Node): Promise<void> {
  try {
    if (readsFailed(run, node)) await stepByStep(run, node);
    else await together(run, node);
  } catch (error) {
    if (!(error instanceof AppError) || hopeless.includes(error.code)) throw error;

    await stepByStep(run, node);
  }
}

const readsFailed = (run: Run, node: Node) => worktablesIn(node.query).some((name) => run.failed.has(name));

async function together(run: Run, node: Node): Promise<void> {
  const { connection, registry } = run;
  const sql = printed(node.query);
  const name = `${worktableSchema}.${ident(node.name)}`;
  switch (node.as) {
    case 'table': {
      const rows = await makeTable(run, node.name, sql, node.step);
      keep(run, node, rows);
      if (node.step) tell(run, node.step, rows);
      return read(run, node.name, tableNamed(node.name));
    }
    case 'view': {
      const { query: reading, measures, readBy, step } = node;
      if (reading.kind !== 'select') throw new Error(`${node.name} cannot be a view`);
      const rows = step && rowsOfView(run, step);
      await connection.run(`CREATE OR REPLACE VIEW ${name} AS\n${sql}`);
      registry.kept.set(node.name, { reading, carried: new Map(), ...(measures ? { measures } : {}), ...(readBy ? { readBy } : {}) });
      if (step && rows !== undefined) tell(run, step, rows);
      return read(run, node.name, tableNamed(node.name));
    }
    case 'count':
      return read(run, node.name, node.query, node.step);
  }
}

/** Counts the parts of a relation, and lets those that are read be read by their own names. */
async function read(run: Run, name: string, relation: Source['relation'], whole?: Step): Promise<void> {
  const { views, tallies } = talliesOf(run.arranged, name, relation, whole);
  for (const { step, select } of views) {
    await run.connection.run(`CREATE OR REPLACE VIEW ${worktableSchema}.${ident(step.table.name)} AS\n${printed(select)}`);
    run.registry.kept.set(step.table.name, { reading: select, carried: new Map() });
  }
  for (const tally of tallies) if (tally.counted.some(({ step }) => !isTold(run, step))) await count(run, tallied(tally), [tally]);
}

/** @param query gives one row with the counts of the tallies, in their order */
async function count(run: Run, query: Query, tallies: readonly Tally[]): Promise<void> {
  const page = await run.connection.query(printed(query), { limit: 1, ...statement(run.options) });
  tallies
    .flatMap(({ counted }) => counted)
    .forEach(({ step }, i) => {
      tell(run, step, Number(page.values[i]?.[0]));
    });
}

/** Every step by its own statement. A problem of the data is told at its activity; nothing of the step stays. */
async function stepByStep(run: Run, node: Node): Promise<void> {
  run.failed.add(node.name);
  for (const step of [...computedWith(run, node), ...stepsOf(run, node)]) {
    const { name } = step.table;
    if (step.reads.some((r) => run.failed.has(r) && !run.registry.kept.has(r))) {
      run.failed.add(name);
      forget(run, name);
      continue;
    }
    try {
      await alone(run, step);
      run.failed.delete(name);
    } catch (error) {
      if (!(error instanceof AppError) || hopeless.includes(error.code)) throw error;
      run.failed.add(name);
      forget(run, name);
      await dropTable(run.connection, run.registry, name);
      run.result.problems.push(await stepProblem(run.connection, run.plan, step, error));
    }
  }
}

async function alone(run: Run, step: Step): Promise<void> {
  const { name } = step.table;
  const isRead = run.arranged.kept.has(name) || run.arranged.readings.has(name);
  if (!isRead && !step.verifyKey) {
    const tally = { of: step.query, counted: [{ step, where: undefined }] };
    return count(run, tallied(tally), [tally]);
  }
  const rows = await makeTable(run, name, step.sql, step);
  run.registry.kept.set(name, { carried: new Map() });
  tell(run, step, rows);
}

/** Steps of views that the node computes as it reads them. */
function computedWith(run: Run, node: Node): Step[] {
  const read = new Set(stepsOf(run, node).flatMap((s) => s.reads));
  return run.arranged.nodes.flatMap((n) => (n.as === 'view' && n.step && read.has(n.name) ? [...computedWith(run, n), n.step] : []));
}

function stepsOf(run: Run, node: Node): Step[] {
  const parts = (name: string): Step[] => (run.arranged.readings.get(name) ?? []).flatMap(({ step }) => [step, ...parts(step.table.name)]);
  return [...(node.step ? [node.step] : []), ...parts(node.name)];
}

const isTold = (run: Run, step: Step) => run.fresh.some((f) => f.name === step.table.name);

function tell(run: Run, step: Step, rows: number): void {
  if (isTold(run, step)) return;
  run.result.rows.set(step.table.name, rows);
  run.result.computed++;
  run.told.push(step.table.name);
  run.fresh.push({ name: step.table.name, rows, columns: step.population.key.length + step.population.columns.length });
}

/** As many as what it adds columns to. */
function rowsOfView({ result }: Run, { sameRows, table }: Step): number {
  const rows = sameRows === undefined ? undefined : result.rows.get(sameRows);
  if (rows === undefined) throw new Error(`${table.name} cannot be a view`);
  return rows;
}

/** What was counted at once, or by what it reads, may turn out not to be computable. */
function forget(run: Run, name: string): void {
  run.result.rows.delete(name);
  run.fresh = run.fresh.filter((f) => f.name !== name);
}

function keep(run: Run, node: Node, rows: number): void {
  const { carried, marks, measures } = node;
  run.registry.kept.set(node.name, { carried, ...(marks ? { marks } : {}), ...(measures ? { measures } : {}) });
  if (node.step) return;
  const columns = (marks?.columns.size ?? 0) + (measures?.columns.size ?? 0) + carried.size + 1;
  run.fresh.push({ name: node.name, rows, columns });
}

/** A view of that name makes room for the table in the same moment; it stays when the table cannot be made. */
async function makeTable({ connection, registry, options }: Run, name: string, sql: string, step?: Step): Promise<number> {
  const table = `${worktableSchema}.${ident(name)}`;
  const make = async () => {
    const rows = await connection.run(`CREATE OR REPLACE TABLE ${table} AS\n${sql}`, statement(options));
    if (step?.verifyKey) await verifyKey(connection, step, table);
    return rows;
  };
  if (registry.kept.get(name)?.reading)
    return inTransaction(connection, async () => {
      await connection.run(`DROP VIEW ${table}`);
      return make();
    });
  try {
    return await make();
  } catch (error) {
    // One that was cancelled in its last moment may be there.
    await dropTable(connection, registry, name);
    throw error;
  }
}

const printed = (query: Query) => printQuery(withPlainAliases(query), duckdb);

function statement({ signal }: ComputeOptions): StatementOptions {
  return signal ? { signal } : {};
}

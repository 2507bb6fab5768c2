import { throwIfCancelled } from '../../base/cancellation';
import type { Code } from '../../base/codes';
import { AppError } from '../../base/errors';
import type { Arranged } from '../../plan/optimise/arrange';
import type { Node, Reading } from '../../plan/optimise/node';
import type { Registry } from '../../plan/optimise/stored';
import { type Plan, type Step, worktableSchema, worktablesIn } from '../../plan/plan';
import type { Clock } from '../../ports/clock';
import type { Connection, StatementOptions } from '../../ports/engine';
import { withPlainAliases } from '../../sql/aliases';
import { duckdb } from '../../sql/dialect/duckdb';
import { printQuery } from '../../sql/print';
import type { Expression, Query, Source, Table } from '../../sql/query';
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
  for (const [done, node] of nodes.entries()) {
    throwIfCancelled(run.options.signal);
    run.options.onStep?.(done, total, run.result.rows);
    const began = run.clock.now();
    await compute(run, node);
    const tables = run.told.splice(0);
    if (tables.length > 0) run.options.onMade?.({ tables, milliseconds: since(run.clock, began) });
  }
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
      const rows = step?.sameRows === undefined ? undefined : run.result.rows.get(step.sameRows);
      if (reading.kind !== 'select' || (step && rows === undefined)) throw new Error(`${node.name} cannot be a view`);
      await connection.run(`CREATE OR REPLACE VIEW ${name} AS\n${sql}`);
      registry.kept.set(node.name, { reading, carried: new Map(), ...(measures ? { measures } : {}), ...(readBy ? { readBy } : {}) });
      if (step && rows !== undefined) tell(run, step, rows);
      return read(run, node.name, tableNamed(node.name));
    }
    case 'count':
      return read(run, node.name, node.query, node.step);
  }
}

/** Counts the parts of a relation by one reading, and lets those that are read be read by their own names. */
async function read(run: Run, name: string, relation: Source['relation'], whole?: Step): Promise<void> {
  const parts = partsOf(run, name);
  const counted = [
    ...(whole ? [{ step: whole, where: undefined }] : []),
    ...parts.map(({ step, select }) => ({ step, where: select.where })),
  ];
  if (counted.length > 0) await count(run, relation, counted);
  for (const { step, select } of parts) {
    const kept = run.arranged.kept.has(step.table.name) && relation.kind === 'table';
    if (kept) {
      await run.connection.run(`CREATE OR REPLACE VIEW ${worktableSchema}.${ident(step.table.name)} AS\n${printed(select)}`);
      run.registry.kept.set(step.table.name, { reading: select, carried: new Map() });
    }
    await read(run, step.table.name, kept ? step.table : { ...select, from: { relation, alias: 'input' } });
  }
}

const partsOf = (run: Run, name: string): Reading[] => run.arranged.readings.get(name) ?? [];

async function count(
  run: Run,
  relation: Source['relation'],
  counted: readonly { step: Step; where: Expression | undefined }[],
): Promise<void> {
  const query: Query = {
    kind: 'select',
    columns: counted.map(({ where }, i) => ({
      name: `count_${i + 1}`,
      is: { kind: 'aggregate', function: 'count', args: [], ...(where ? { filter: where } : {}) },
    })),
    from: { relation, alias: 'input' },
  };
  const page = await run.connection.query(printed(query), { limit: 1, ...statement(run.options) });
  counted.forEach(({ step }, i) => {
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
  const isRead = run.arranged.kept.has(name) || partsOf(run, name).length > 0;
  if (!isRead && !step.verifyKey) return count(run, step.query, [{ step, where: undefined }]);
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

function tell(run: Run, step: Step, rows: number): void {
  run.result.rows.set(step.table.name, rows);
  run.result.computed++;
  run.told.push(step.table.name);
  run.fresh.push({ name: step.table.name, rows, columns: step.population.key.length + step.population.columns.length });
}

/** A view is counted by what it reads before it is known whether it can be computed. */
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
const tableNamed = (name: string): Table => ({ kind: 'table', schema: worktableSchema, name });

function statement({ signal }: ComputeOptions): StatementOptions {
  return signal ? { signal } : {};
}

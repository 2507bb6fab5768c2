import type { Problem } from '../../../core/base/problems';
import { keyPart, memoryColumns, memorySchema, memoryTable } from '../../../core/flow/remembered';
import { campaign } from '../../../core/model/campaign';
import type { FoundMemory } from '../../../core/model/memory';
import { planCampaign } from '../../../core/plan/plan-campaign';
import type { Connection } from '../../../core/ports/engine';
import { describeSql } from '../../../core/usecases/sql/describe-sql';
import { entityOf, typeOf } from '../evaluator/columns';
import { sortedByName, toldBy } from '../evaluator/told';
import { noFiles } from '../no-files';
import { rowsOf, runPlan } from '../run-plan';
import type { Case } from './case';
import { reordered } from './data';
import { loadRows } from './load';
import { randomModel, randomWorkspace } from './model';
import { seed } from './seed';

/** What a transition has, as texts. */
export interface Told {
  dimension: string;
  columns: string[];
  keys: string[];
  rows: string[];
}

export type Compiled = { problems: Problem[]; outputs: Map<string, Told> };

/** Gives the tables of a case to an engine. @param order of rows, which must not matter */
export async function load(connection: Connection, of: Case, order: string): Promise<void> {
  const data = reordered(of.data, order);
  const snapshots = reordered(of.snapshots, order);
  for (const entity of randomModel.entities) await loadRows(connection, `"${entity.name}"`, entity.attributes, data[entity.name] ?? []);
  await connection.run('CREATE SCHEMA IF NOT EXISTS audience');
  for (const { dimension, definition } of of.audiences) {
    if (definition.kind !== 'snapshot') continue;
    const { key, attributes } = entityOf(randomModel, dimension);
    const columns = [...attributes.filter((a) => key.includes(a.name)), ...(definition.columns ?? [])];
    await loadRows(connection, `audience."${definition.table}"`, columns, snapshots[definition.table] ?? []);
  }
  await loadMemory(connection, of);
}

/** Each memory with its table where keys are remembered. */
function memoriesOf({ memory, flow }: Case) {
  return Object.entries(memory).flatMap(([id, earlier]) => {
    const query = flow.activities.find((a) => a.id === id);
    if (query?.type !== 'incremental-query') return [];
    const entity = entityOf(randomModel, query.dimension);
    return [{ id, earlier, entity, ...(query.memory.kind === 'key' ? { table: memoryTable('random', id, entity) } : {}) }];
  });
}

function foundIn(of: Case): FoundMemory[] {
  return memoriesOf(of).map(({ id, earlier, table }) => ({
    activity: id,
    version: 1,
    run: 'earlier',
    asOf: earlier.asOf,
    ...(table ? { table: table.name, rows: earlier.passed.length, found: earlier.passed.length } : {}),
  }));
}

async function loadMemory(connection: Connection, of: Case): Promise<void> {
  await connection.run(`CREATE SCHEMA IF NOT EXISTS ${memorySchema}`);
  for (const { earlier, entity, table } of memoriesOf(of)) {
    if (!table) continue;
    const keys = entity.key.map((name, i) => ({ name: keyPart(i), type: typeOf(randomModel, entity.name, name) }));
    const columns = [
      ...keys,
      { name: memoryColumns.version, type: 'integer' as const },
      { name: memoryColumns.passedAt, type: 'timestamp' as const },
    ];
    const rows = earlier.passed.map(({ key, asOf }) => ({
      ...Object.fromEntries(entity.key.map((name, i) => [keyPart(i), key[name] ?? null])),
      [memoryColumns.version]: 1,
      [memoryColumns.passedAt]: asOf.slice(0, 19).replace('T', ' '),
    }));
    await loadRows(connection, `${memorySchema}."${table.name}"`, columns, rows);
  }
}

/** Compiles the flow of a case whose tables are loaded, and runs it. */
export async function compiled(connection: Connection, of: Case): Promise<Compiled> {
  const plan = await planCampaign({
    campaign: campaign.parse({ format: 1, id: 'random', name: 'Random', seed, flow: of.flow, variables: of.variables }),
    workspace: randomWorkspace,
    model: randomModel,
    audiences: of.audiences,
    filters: of.filters,
    memory: foundIn(of),
    asOf: of.asOf,
    stamp: noFiles,
    describe: (sql, tables, preface) => describeSql(connection, sql, tables, preface),
  });
  const outputs = new Map<string, Told>();
  if (plan.problems.length > 0) return { problems: plan.problems, outputs };
  await runPlan(connection, plan);
  for (const { activity, output, population } of plan.outputs) {
    const columns = sortedByName(population.columns);
    const page = await rowsOf(connection, { ...population, columns });
    const types = [...population.key, ...columns].map((c) => c.type);
    const rows = Array.from({ length: page.rows }, (_, r) => page.values.map((column) => column[r] ?? null));
    outputs.set(`${activity}:${output}`, {
      dimension: population.dimension,
      columns: columns.map((c) => `${c.name} ${c.type}`),
      keys: rows.map((row) => toldBy(types, row.slice(0, population.key.length))).sort(),
      rows: rows.map((row) => toldBy(types, row)).sort(),
    });
  }
  return { problems: [], outputs };
}

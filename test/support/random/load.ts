import { keyPart, memoryColumns, memorySchema, memoryTable } from '../../../core/flow/remembered';
import type { DataType } from '../../../core/model/entity';
import type { FoundMemory } from '../../../core/model/memory';
import type { Connection } from '../../../core/ports/engine';
import { duckdb } from '../../../core/sql/dialect/duckdb';
import { ident } from '../../../core/sql/quote';
import type { Context } from '../../../core/usecases/context';
import { entityOf, typeOf } from '../evaluator/columns';
import type { Row, Value } from '../evaluator/rows';
import type { Case } from './case';
import { reordered } from './data';
import { writeFiles } from './files';
import { randomModel } from './model';

export interface Bench {
  ctx: Context;
  connection: Connection;
  /** Where files that flows read are put. */
  folder: string;
}

/** Gives the tables of a case to an engine, and its files to the folder. @param order of rows, which must not matter */
export async function load({ connection, folder }: Bench, of: Case, order: string): Promise<void> {
  await writeFiles(of, folder);
  const snapshots = reordered(of.snapshots, order);
  for (const entity of randomModel.entities) await loadEntity(connection, of, entity.name, order);
  await connection.run('CREATE SCHEMA IF NOT EXISTS audience');
  for (const { dimension, definition } of of.audiences) {
    if (definition.kind !== 'snapshot') continue;
    const { key, attributes } = entityOf(randomModel, dimension);
    const columns = [...attributes.filter((a) => key.includes(a.name)), ...(definition.columns ?? [])];
    await loadRows(connection, `audience.${ident(definition.table)}`, columns, snapshots[definition.table] ?? []);
  }
  await loadMemory(connection, of);
}

export async function loadEntity(connection: Connection, of: Case, name: string, order: string): Promise<void> {
  const { attributes } = entityOf(randomModel, name);
  await loadRows(connection, ident(name), attributes, reordered(of.data, order)[name] ?? []);
}

/** What the case's incremental queries remember, as a plan is told. */
export function foundIn(of: Case): FoundMemory[] {
  return memoriesOf(of).map(({ id, earlier, table }) => ({
    activity: id,
    version: 1,
    run: 'earlier',
    asOf: earlier.asOf,
    ...(table ? { table: table.name, rows: earlier.passed.length, found: earlier.passed.length } : {}),
  }));
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

async function loadMemory(connection: Connection, of: Case): Promise<void> {
  await connection.run(`CREATE SCHEMA IF NOT EXISTS ${memorySchema}`);
  for (const { earlier, entity, table } of memoriesOf(of)) {
    if (!table) continue;
    const keys = entity.key.map((name, i) => ({ name: keyPart(i), type: typeOf(randomModel, entity.name, name) }));
    const columns: TableColumn[] = [
      ...keys,
      { name: memoryColumns.version, type: 'integer' },
      { name: memoryColumns.passedAt, type: 'timestamp' },
    ];
    const rows = earlier.passed.map(({ key, asOf }) => ({
      ...Object.fromEntries(entity.key.map((name, i) => [keyPart(i), key[name] ?? null])),
      [memoryColumns.version]: 1,
      [memoryColumns.passedAt]: asOf.slice(0, 19).replace('T', ' '),
    }));
    await loadRows(connection, `${memorySchema}.${ident(table.name)}`, columns, rows);
  }
}

interface TableColumn {
  name: string;
  type: DataType;
  scale?: number | undefined;
}

/** Makes a table of rows, in the order they have. */
export async function loadRows(
  connection: Connection,
  table: string,
  columns: readonly TableColumn[],
  rows: readonly Row[],
): Promise<void> {
  const typed = columns.map((a) => `CAST(${ident(a.name)} AS ${duckdb.typeName(a.type, a.scale ?? 0)}) AS ${ident(a.name)}`).join(', ');
  const names = columns.map((a) => ident(a.name)).join(', ');
  const values = rows.map((row) => `(${columns.map((a) => literal(row[a.name] ?? null, a.type)).join(', ')})`);
  const nothing = `(${columns.map(() => 'NULL').join(', ')})`;
  const from = `(VALUES ${values.length > 0 ? values.join(', ') : nothing}) AS given(${names})`;
  await connection.run(`CREATE OR REPLACE TABLE ${table} AS SELECT ${typed} FROM ${from}${values.length > 0 ? '' : ' WHERE FALSE'}`);
}

function literal(value: Value, type: DataType): string {
  if (value === null) return 'NULL';
  if (typeof value === 'string') return `'${value.replaceAll("'", "''")}'`;
  return type === 'decimal' ? (Number(value) / 100).toFixed(2) : String(value);
}

import type { DataType } from '../../../core/model/entity';
import type { Connection } from '../../../core/ports/engine';
import { duckdb } from '../../../core/sql/dialect/duckdb';
import { ident } from '../../../core/sql/quote';
import type { Row, Value } from '../evaluator/rows';

/** Makes a table of rows, in the order they have. */
export async function loadRows(
  connection: Connection,
  table: string,
  columns: readonly { name: string; type: DataType; scale?: number | undefined }[],
  rows: readonly Row[],
): Promise<void> {
  const empty = columns.map((a) => `CAST(NULL AS ${duckdb.typeName(a.type, a.scale ?? 0)}) AS ${ident(a.name)}`);
  await connection.run(`CREATE OR REPLACE TABLE ${table} AS SELECT ${empty.join(', ')} WHERE FALSE`);
  if (rows.length === 0) return;
  const values = rows.map((row) => `(${columns.map((a) => literal(row[a.name] ?? null, a.type)).join(', ')})`);
  await connection.run(`INSERT INTO ${table} VALUES ${values.join(', ')}`);
}

function literal(value: Value, type: DataType): string {
  if (value === null) return 'NULL';
  if (typeof value === 'string') return `'${value.replaceAll("'", "''")}'`;
  return type === 'decimal' ? (Number(value) / 100).toFixed(2) : String(value);
}

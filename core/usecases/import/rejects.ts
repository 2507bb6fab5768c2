import type { Connection } from '../../ports/engine';
import type { Sources } from '../../ports/sources';
import { ident } from '../../sql/quote';
import type { OpenSource, SourceText } from './open-source';
import { badTable, numbers, stageTable } from './stage-records';

/**
 * Keeps what was refused as `rejects.<entity>` inside the caller's transaction. `line` is the line of the file on which the
 * record begins, counted from 1; of a sheet its row; of a JSON array and Parquet the number of the record, counted from 1.
 */
export async function keepRejects(connection: Connection, sources: Sources, source: OpenSource, entity: string): Promise<void> {
  const table = `rejects.${ident(entity)}`;
  await connection.run(`CREATE OR REPLACE TABLE ${table} (line BIGINT, "column" VARCHAR, value VARCHAR, reason VARCHAR)`);
  await connection.run('CREATE OR REPLACE TEMP TABLE muster_lines (record BIGINT, place BIGINT, line BIGINT)');
  if (source.text) await locate(connection, sources, source, source.text);
  else if (source.lined)
    await connection.run(
      `INSERT INTO muster_lines SELECT rowid, NULL, line FROM ${stageTable} WHERE rowid IN (SELECT record FROM ${badTable})`,
    );
  else await connection.run(`INSERT INTO muster_lines SELECT DISTINCT record, NULL, record + 1 FROM ${badTable}`);
  await connection.run(
    `INSERT INTO ${table} SELECT l.line, b.col, b.value, b.reason FROM ${badTable} b
     JOIN muster_lines l ON b.record IS NOT DISTINCT FROM l.record AND b.place IS NOT DISTINCT FROM l.place ORDER BY l.line`,
  );
}

async function locate(connection: Connection, sources: Sources, source: OpenSource, text: SourceText): Promise<void> {
  const refused = await numbers(connection, `SELECT DISTINCT place FROM ${badTable} WHERE place IS NOT NULL ORDER BY place`);
  const records = await numbers(connection, `SELECT DISTINCT record FROM ${badTable} WHERE record IS NOT NULL ORDER BY record`);
  const lines = await sources.lines(text.path, { ...text, sheet: source.format === 'xlsx', refused, records });
  const rows = [
    ...refused.map((place, n) => `(NULL, ${place}, ${lines.refused[n]})`),
    ...records.map((record, n) => `(${record}, NULL, ${lines.records[n]})`),
  ];
  for (let start = 0; start < rows.length; start += 5000) {
    await connection.run(`INSERT INTO muster_lines VALUES ${rows.slice(start, start + 5000).join(', ')}`);
  }
}

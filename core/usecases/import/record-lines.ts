import type { Connection } from '../../ports/engine';
import type { Sources } from '../../ports/sources';
import type { OpenSource } from './open-source';
import { refusedTable } from './read-csv';
import { numbers } from './stage-records';

/**
 * The lines on which these records begin, counted as in rejects. @param table has the records of the source, in their order
 * @param records its row numbers from 0, rising
 */
export async function recordLines(
  connection: Connection,
  sources: Sources,
  source: OpenSource,
  table: string,
  records: readonly number[],
): Promise<number[]> {
  if (records.length === 0) return [];
  if (source.lined) return numbers(connection, `SELECT line FROM ${table} WHERE rowid IN (${records.join(', ')}) ORDER BY rowid`);
  if (!source.text) return records.map((record) => record + 1);
  const refused = await numbers(connection, `SELECT DISTINCT line_byte_position - 1 FROM ${refusedTable} ORDER BY 1`);
  return (await sources.lines(source.text.path, { ...source.text, sheet: source.format === 'xlsx', refused, records })).records;
}

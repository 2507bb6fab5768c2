import type { Connection } from '../../ports/engine';
import type { OpenSource } from './open-source';
import { refusedTable } from './read-csv';

/** The engine took several records for one. */
export class Misread extends Error {}

/** Told from what the reader refused: quotes that go wrong, or line ends within what it took for one record. @throws Misread */
export async function requireRead(connection: Connection, source: OpenSource): Promise<void> {
  if (!source.text) return;
  const lost = `error_type::VARCHAR IN ('UNQUOTED VALUE', 'INVALID STATE') OR regexp_matches(trim(csv_line, chr(10) || chr(13)), '[\\r\\n]')`;
  const page = await connection.query(`SELECT 1 FROM ${refusedTable} WHERE ${lost}`, { limit: 1 });
  if (page.rows > 0) throw new Misread();
}

/** Whether some of the records that were read do not fit, as the reader or our own reading tells. */
export async function refusesRecords(connection: Connection, source: OpenSource, limit: number): Promise<boolean> {
  if (!source.text && !source.lined) return false;
  const refused = source.text
    ? `SELECT 1 FROM ${refusedTable}`
    : `SELECT 1 FROM (SELECT flaw FROM ${source.fromRefusing} LIMIT ${limit}) WHERE flaw IS NOT NULL`;
  return (await connection.query(`${refused} LIMIT 1`, { limit: 1 })).rows > 0;
}

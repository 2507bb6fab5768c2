import { AppError } from '../../core/base/errors';
import type { Connection } from '../../core/ports/engine';

/** The rows of a SELECT as text, in an order of their own; `undefined` for what the engine refuses. */
export async function sortedRows(connection: Connection, sql: string): Promise<string[] | undefined> {
  try {
    const page = await connection.query(sql, { limit: 1000 });
    return Array.from({ length: page.rows }, (_, r) => JSON.stringify(page.values.map((v) => v[r]))).sort();
  } catch (error) {
    if (error instanceof AppError) return undefined;
    throw error;
  }
}

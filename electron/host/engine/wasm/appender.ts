import type { Cell } from '../../../../core/model/value';
import type { Appender, Connection } from '../../../../core/ports/engine';
import { quoteText } from '../copy';

const ROWS_PER_INSERT = 500;

/** Inserts on a connection of its own, in one transaction until it is closed. */
export async function insertingAppender(
  own: Connection,
  table: { schema: string; name: string },
  onClosed: () => Promise<void>,
): Promise<Appender> {
  const target = `${quoteName(table.schema)}.${quoteName(table.name)}`;
  let width: number;
  try {
    width = (await own.describe(`FROM ${target}`)).length;
    await own.run('BEGIN');
  } catch (error) {
    await onClosed();
    throw error;
  }
  let waiting: string[] = [];

  async function flush() {
    const rows = waiting;
    waiting = [];
    for (let at = 0; at < rows.length; at += ROWS_PER_INSERT) {
      await own.run(`INSERT INTO ${target} VALUES ${rows.slice(at, at + ROWS_PER_INSERT).join(', ')}`);
    }
  }

  return {
    append(row) {
      if (row.length !== width) throw new Error(`a row of ${row.length} values for ${width} columns`);
      waiting.push(`(${row.map(written).join(', ')})`);
    },
    flush,
    async close() {
      try {
        await flush();
        await own.run('COMMIT');
      } finally {
        await onClosed();
      }
    },
  };
}

function quoteName(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}

/** As text: DuckDB casts it to the column's type. */
function written(value: Cell): string {
  if (value === null) return 'NULL';
  return quoteText(typeof value === 'object' ? JSON.stringify(value) : String(value));
}

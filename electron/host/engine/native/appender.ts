import type { DuckDBAppender } from '@duckdb/node-api';
import type { Cell } from '../../../../core/model/value';
import type { Appender } from '../../../../core/ports/engine';
import type { Link } from './instance';
import { library } from './library';

/** DuckDB's own vector size. */
const CHUNK_ROWS = 2048;
const SEND_ROWS = CHUNK_ROWS * 8;

/**
 * Rows go in as text and DuckDB casts them, so a value means what it means in SQL. The appender has a connection of its own,
 * in one transaction until it is closed; closing the connection it came from drops what was not closed.
 */
export async function openAppender(link: Link, table: { schema: string; name: string }, onClosed: () => void): Promise<Appender> {
  const target = await link
    .use(async (raw) => {
      await raw.run('BEGIN');
      return raw.createAppender(table.name, table.schema);
    })
    .catch(async (error: unknown) => {
      onClosed();
      await link.close();
      throw error;
    });
  const width = target.columnCount;
  let waiting: (string | null)[][] = [];

  function send(to: DuckDBAppender) {
    for (let start = 0; start < waiting.length; start += CHUNK_ROWS) {
      const rows = waiting.slice(start, start + CHUNK_ROWS);
      const chunk = library.DuckDBDataChunk.create(
        Array.from({ length: width }, () => library.VARCHAR),
        rows.length,
      );
      chunk.setRows(rows);
      to.appendDataChunk(chunk);
    }
    waiting = [];
  }

  return {
    append(row) {
      if (row.length !== width) throw new Error(`a row of ${row.length} values for ${width} columns`);
      waiting.push(row.map(castable));
      if (waiting.length >= SEND_ROWS) send(target);
    },
    flush: () =>
      link.use(
        async () => {
          send(target);
          target.flushSync();
        },
        { once: true },
      ),
    async close() {
      try {
        await link.use(
          async (raw) => {
            send(target);
            target.closeSync();
            await raw.run('COMMIT');
          },
          { once: true },
        );
      } finally {
        onClosed();
        await link.close();
      }
    },
  };
}

function castable(value: Cell): string | null {
  if (value === null || typeof value === 'string') return value;
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

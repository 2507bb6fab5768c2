import { type CancelSignal, throwIfCancelled } from '../../base/cancellation';
import { renderText } from '../../content/render';
import type { FileColumn } from '../../mail/file-columns';
import type { Connection } from '../../ports/engine';
import { ident } from '../../sql/quote';

const pageRows = 2000;

/** Two tables of our own that live for one export. */
export interface Scratch {
  /** Recipients, in stored order. */
  rows: string;
  /** `recipient_id`, then one text per column of the file. */
  rendered: string;
}

/**
 * Renders the columns that SQL cannot say, page by page; memory does not grow with the audience.
 * @throws AppError `content-render`, `sql-error`, `cancelled`
 */
export async function renderRows(
  connection: Connection,
  scratch: Scratch,
  columns: readonly FileColumn[],
  onRows: (done: number) => void,
  signal?: CancelSignal,
): Promise<void> {
  const labels = columns.map((_, i) => `${ident(`c${i}`)} VARCHAR`);
  await connection.run(`CREATE OR REPLACE TABLE ${ident(scratch.rendered)} (${['recipient_id VARCHAR', ...labels].join(', ')})`);
  const appender = await connection.appender({ schema: 'main', name: scratch.rendered });
  try {
    for (let from = 0; ; from += pageRows) {
      throwIfCancelled(signal);
      const page = await connection.query(
        `SELECT * FROM ${ident(scratch.rows)} WHERE rowid >= ${from} AND rowid < ${from + pageRows} ORDER BY rowid`,
        { limit: pageRows },
      );
      const id = page.columns.findIndex((c) => c.name === 'recipient_id');
      for (let r = 0; r < page.rows; r++) {
        const values = Object.fromEntries(page.columns.map((c, i) => [c.name, page.values[i]?.[r] ?? null]));
        appender.append([page.values[id]?.[r] ?? null, ...columns.map((c) => renderText(c.templates, values, c.label))]);
      }
      await appender.flush();
      onRows(from + page.rows);
      if (page.rows < pageRows) return;
    }
  } finally {
    await appender.close();
  }
}

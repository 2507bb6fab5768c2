import type { SaveChange } from '../../model/report';
import type { Connection, StatementOptions } from '../../ports/engine';
import { duckdb } from '../../sql/dialect/duckdb';
import { printQuery } from '../../sql/print';
import type { PlannedSave, SavePlan } from './plan-saves';
import { inBoth } from './put-on';

/** What each save of one audience would change, in their order; nothing is written. */
export async function measureSaves(
  connection: Connection,
  { audience, before, steps }: SavePlan,
  signal?: StatementOptions['signal'],
): Promise<SaveChange[]> {
  const changes: SaveChange[] = [];
  let rows = steps[0]?.before && before?.definition.kind === 'snapshot' ? before.definition.rows : 0;
  for (const step of steps) {
    const change = { audience, mode: step.save.mode, ...(await changeOf(connection, step, rows, signal)) };
    changes.push(change);
    rows = change.rows;
  }
  return changes;
}

async function changeOf(connection: Connection, { save, before, saved }: PlannedSave, rows: number, signal: StatementOptions['signal']) {
  const both = before ? await countOf(connection, printQuery(inBoth(before, saved), duckdb), signal) : 0;
  switch (save.mode) {
    case 'create':
    case 'overwrite':
      return { added: save.rows - both, removed: rows - both, kept: both, rows: save.rows };
    case 'append':
      return { added: save.rows - both, removed: 0, kept: rows, rows: rows + save.rows - both };
    case 'remove':
      return { added: 0, removed: both, kept: rows - both, rows: rows - both };
  }
}

async function countOf(connection: Connection, sql: string, signal: StatementOptions['signal']): Promise<number> {
  const page = await connection.query(`SELECT count(*) FROM (\n${sql}\n) AS counted`, { limit: 1, ...(signal ? { signal } : {}) });
  return Number(page.values[0]?.[0]);
}

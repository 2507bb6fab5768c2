import { AppError } from '../../base/errors';
import type { ColumnMapping, FileRecipe } from '../../model/recipe';
import type { Connection } from '../../ports/engine';
import { ident, textLiteral } from '../../sql/quote';
import { requireHeader } from './header-change';
import type { OpenSource } from './open-source';
import { badTable, number, stageRecords, stageTable } from './stage-records';

export const changeColumn = '_change_request_type';

export interface Staged {
  columns: ColumnMapping[];
  read: number;
  rejected: number;
}

/**
 * Stages what a recipe loads, and notes the records its key refuses.
 * @throws AppError `import-header-changed`, `import-change-column`
 */
export async function stage(
  connection: Connection,
  source: OpenSource,
  recipe: FileRecipe,
  onProgress: (share: number) => void,
): Promise<Staged> {
  if (recipe.key.length === 0) throw new AppError('import-no-key', { file: source.file });
  const columns = recipe.columns.filter((c) => !c.ignore);
  const changes = recipe.mode === 'changes';
  requireHeader(recipe.columns, changes ? source.names.filter((n) => n !== changeColumn) : source.names);
  if (changes && !source.names.includes(changeColumn)) {
    throw new AppError('import-change-column', { file: source.path, column: changeColumn });
  }
  const extras = changes ? [{ source: changeColumn, as: 'change', of: (text: string) => `lower(trim(${text}))` }] : [];
  const refused = await stageRecords(connection, source, columns, extras, onProgress);
  if (changes) await noteChanges(connection);
  await noteKeys(connection, columns, recipe.key, changes ? isChange : undefined);
  const staged = await number(connection, `SELECT count(*) FROM ${stageTable}`);
  const bad = await number(connection, `SELECT count(DISTINCT record) FROM ${badTable}`);
  return { columns, read: staged + refused, rejected: bad + refused };
}

/**
 * A key must be whole, and the first record of a key in the file is the one that counts.
 * @param within SQL that is false of records refused otherwise, whose keys do not count
 * @throws AppError `import-key-unknown`
 */
export async function noteKeys(
  connection: Connection,
  columns: readonly ColumnMapping[],
  names: readonly string[],
  within = 'TRUE',
): Promise<void> {
  const parts = names.map((name) => {
    const n = columns.findIndex((c) => c.attribute === name);
    if (n < 0) throw new AppError('import-key-unknown', { key: name, known: columns.map((c) => c.attribute).join(', ') });
    return { n, numbered: columns[n]?.generated !== undefined };
  });
  // A number of its own makes any key unique.
  const numbered = parts.some((p) => p.numbered);
  const key = parts.filter((p) => !p.numbered).map((p) => `a${p.n}`);
  if (key.length === 0) return;
  const name = textLiteral(names.join(', '));
  const empty = key.map((k) => `${k} IS NULL`).join(' OR ');
  await connection.run(
    `INSERT INTO ${badTable} SELECT rowid, NULL, ${name}, NULL, 'empty-key' FROM ${stageTable} WHERE bad IS NULL AND ${within} AND (${empty})`,
  );
  if (numbered) return;
  const value = key.length === 1 ? `${key[0]}` : `(${key.join(', ')})`;
  const sound = `FROM ${stageTable} WHERE bad IS NULL AND ${within} AND NOT (${empty})`;
  if ((await number(connection, `SELECT count(*) - count(DISTINCT ${value}) ${sound}`)) === 0) return;
  const shown = key.map((k) => `${k}::VARCHAR`).join(` || ', ' || `);
  await connection.run(
    `INSERT INTO ${badTable} SELECT r, NULL, ${name}, shown, 'duplicate-key' FROM (
       SELECT rowid AS r, ${shown} AS shown, row_number() OVER (PARTITION BY ${key.join(', ')} ORDER BY rowid) AS n ${sound}) WHERE n > 1`,
  );
}

const isChange = "coalesce(change IN ('u', 'd'), FALSE)";

async function noteChanges(connection: Connection): Promise<void> {
  await connection.run(
    `INSERT INTO ${badTable} SELECT rowid, NULL, '${changeColumn}', change, 'bad-change-type' FROM ${stageTable}
     WHERE NOT ${isChange}`,
  );
}

/** The staged records that stand, under their attributes' names. @param staged `firstNumber` is where records begin to be numbered */
export function goodRows({ columns, rejected, firstNumber = 1 }: Staged & { firstNumber?: number }, extra = ''): string {
  const names = columns.map((c, n) => `${c.generated ? `rowid + ${firstNumber}` : `a${n}`} AS ${ident(c.attribute)}`);
  const where = rejected > 0 ? ` WHERE rowid NOT IN (SELECT record FROM ${badTable} WHERE record IS NOT NULL)` : '';
  return `SELECT ${names.join(', ')}${extra} FROM ${stageTable}${where}`;
}

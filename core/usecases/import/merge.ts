import { AppError } from '../../base/errors';
import type { Entity } from '../../model/entity';
import type { ColumnMapping, FileRecipe } from '../../model/recipe';
import type { Connection } from '../../ports/engine';
import { ident, textLiteral } from '../../sql/quote';
import { sqlType } from './cast';
import { compareRows, differ, type Merged, sameKeys } from './compare-rows';
import { goodRows, type Staged } from './stage';
import { badTable, number } from './stage-records';

interface Merge {
  recipe: FileRecipe;
  staged: Staged;
  before: Entity | undefined;
}

/** Changes the entity's table inside the caller's transaction. @throws AppError `import-type-differs`, `import-key-differs` */
export async function merge(connection: Connection, merge: Merge): Promise<Merged> {
  const { recipe, before } = merge;
  const table = `main.${ident(recipe.entity)}`;
  if (recipe.mode === 'replace' || before === undefined) return replace(connection, table, merge);
  await align(connection, table, merge.staged.columns, recipe, before);
  return into(connection, table, merge);
}

async function replace(connection: Connection, table: string, merge: Merge): Promise<Merged> {
  const { recipe, staged, before } = merge;
  const changes = recipe.mode === 'changes';
  const all = goodRows(staged, changes ? ', change' : '');
  const good = changes ? `SELECT * EXCLUDE (change) FROM (${all}) WHERE change = 'u'` : all;
  const counted =
    before === undefined ? undefined : await compareRows(connection, { before, table, now: good }, staged.columns, recipe.key);
  await connection.run(`CREATE OR REPLACE TABLE ${table} AS ${good}`);
  if (counted) return counted;
  const unchanged = changes ? await number(connection, `SELECT count(*) FROM (${all}) WHERE change = 'd'`) : 0;
  return { added: await number(connection, `SELECT count(*) FROM ${table}`), changed: 0, unchanged, deleted: 0 };
}

/** New attributes are added empty; known ones must keep their type and the key. */
async function align(
  connection: Connection,
  table: string,
  columns: readonly ColumnMapping[],
  recipe: FileRecipe,
  before: Entity,
): Promise<void> {
  if (recipe.key.join('\n') !== before.key.join('\n')) {
    throw new AppError('import-key-differs', { entity: before.name, key: before.key.join(', '), given: recipe.key.join(', ') });
  }
  for (const c of columns) {
    const known = before.attributes.find((a) => a.name === c.attribute);
    if (known === undefined) await connection.run(`ALTER TABLE ${table} ADD COLUMN ${ident(c.attribute)} ${sqlType(c)}`);
    else if (known.type !== c.type || (known.scale ?? 0) !== (c.scale ?? 0)) {
      throw new AppError('import-type-differs', { attribute: c.attribute, type: known.type, given: c.type });
    }
  }
}

/** The number after the last, where records are numbered. */
async function nextNumber(connection: Connection, table: string, columns: readonly ColumnMapping[]): Promise<number> {
  const numbered = columns.find((c) => c.generated);
  return numbered ? number(connection, `SELECT coalesce(max(${ident(numbered.attribute)}), 0) + 1 FROM ${table}`) : 1;
}

async function into(connection: Connection, table: string, { recipe, staged }: Merge): Promise<Merged> {
  const { columns } = staged;
  const firstNumber = recipe.mode === 'append' ? await nextNumber(connection, table, columns) : 1;
  const extra = recipe.mode === 'changes' ? ', change' : ', rowid AS record';
  await connection.run(`CREATE OR REPLACE TEMP TABLE muster_good AS ${goodRows({ ...staged, firstNumber }, extra)}`);
  const names = columns.map((c) => ident(c.attribute)).join(', ');
  const wanted = recipe.mode === 'changes' ? `(SELECT * FROM muster_good WHERE change = 'u')` : 'muster_good';
  const absent = `FROM ${wanted} n WHERE NOT EXISTS (FROM ${table} o WHERE ${sameKeys(recipe.key)})`;
  if (recipe.mode === 'append') {
    const shown = recipe.key.map((k) => `n.${ident(k)}::VARCHAR`).join(` || ', ' || `);
    await connection.run(
      `INSERT INTO ${badTable} SELECT n.record, NULL, ${textLiteral(recipe.key.join(', '))}, ${shown}, 'key-exists'
       FROM muster_good n WHERE EXISTS (FROM ${table} o WHERE ${sameKeys(recipe.key)})`,
    );
    const added = await connection.run(`INSERT INTO ${table} (${names}) SELECT ${names} ${absent}`);
    return { added, changed: 0, unchanged: 0, deleted: 0 };
  }
  const good = await number(connection, 'SELECT count(*) FROM muster_good');
  const rest = columns.filter((c) => !recipe.key.includes(c.attribute)).map((c) => `${ident(c.attribute)} = n.${ident(c.attribute)}`);
  const changed =
    rest.length === 0
      ? 0
      : await connection.run(
          `UPDATE ${table} o SET ${rest.join(', ')} FROM ${wanted} n WHERE ${sameKeys(recipe.key)} AND (${differ(columns, recipe.key)})`,
        );
  const deleted =
    recipe.mode === 'changes'
      ? await connection.run(`DELETE FROM ${table} o USING (SELECT * FROM muster_good WHERE change = 'd') n WHERE ${sameKeys(recipe.key)}`)
      : 0;
  const added = await connection.run(`INSERT INTO ${table} (${names}) SELECT ${names} ${absent}`);
  return { added, changed, deleted, unchanged: good - added - changed - deleted };
}

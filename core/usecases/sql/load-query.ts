import { throwIfCancelled } from '../../base/cancellation';
import { AppError } from '../../base/errors';
import { instantOf } from '../../base/instant';
import type { ImportSummary } from '../../model/data-report';
import { type Entity, entity as entitySchema, type PersonalLabel } from '../../model/entity';
import { parseDocument } from '../../model/parse';
import { type ColumnMapping, type QueryRecipe, queryRecipe } from '../../model/recipe';
import type { Connection, EngineColumn, StatementOptions } from '../../ports/engine';
import { dataTypeOf } from '../../sql/dialect/duckdb-types';
import { ident } from '../../sql/quote';
import { readWhole } from '../../sql/read-whole';
import type { Context } from '../context';
import { brokenLinks } from '../data/broken-links';
import { deriveAttributes } from '../data/derive';
import { attributesAfter } from '../import/attributes-after';
import { cancellable } from '../import/cancellable';
import { sqlType } from '../import/cast';
import { commitLoad, loadId } from '../import/commit-load';
import { compareRows, type Merged } from '../import/compare-rows';
import { prepareLoads } from '../import/loads';
import { withConnection } from '../with-connection';
import { labelsOfWritten } from './labels-of-written';
import { placed } from './placed';
import { queryStateOf } from './query-state';
import { requireAttributes } from './require-attributes';
import { type CheckedSql, checkSql, watching } from './written-request';

export interface QueryLoadOptions {
  /** UTC; what `$today` and `$now` stand for. */
  asOf: string;
  /** Computes the summary and changes nothing. */
  dryRun?: boolean | undefined;
  /** Undo takes an entity back that was not there before. */
  undoable?: boolean | undefined;
  signal?: StatementOptions['signal'];
  onProgress?: StatementOptions['onProgress'];
}

/**
 * Runs the query of a recipe and has its rows replace those of the entity: everything or, on an error or a cancel, nothing.
 * @throws AppError `sql-*`, `variable-*` with the place in what was written, `sql-key-repeated`, `sql-key-empty`, `not-found` for a key
 *   that is no column, `query-reads-itself`, `refresh-attribute-gone`, `derived-failed`, `disk-full`, `cancelled`
 */
export function loadQuery(ctx: Context, recipe: QueryRecipe, options: QueryLoadOptions): Promise<ImportSummary> {
  const { dryRun = false, signal } = options;
  parseDocument(queryRecipe, recipe, `recipe ${recipe.id}`);
  return withConnection(ctx, async (plain) => {
    throwIfCancelled(signal);
    const connection = cancellable(plain, signal);
    const query = await checkSql(ctx, connection, { ...recipe, ...options });
    const columns = query.columns.map(columnOf);
    for (const part of recipe.key) requireColumn(query.columns, part);
    const before = ctx.store.read('entity', recipe.entity);
    if (before) requireAttributes(ctx, before, columns);
    const loadedFrom = await queryStateOf(ctx, connection, recipe.entity, query);
    const labels = await labelsOfWritten(ctx, connection, query);
    await prepareLoads(connection);
    await connection.run('BEGIN');
    try {
      const merged = await replaceRows(connection, { recipe, query, columns, before }, options);
      const rows = merged.added + merged.changed + merged.unchanged;
      const document: Entity = {
        name: recipe.entity,
        attributes: labelled(attributesAfter(before?.attributes ?? [], columns, 'replace'), columns, labels),
        key: recipe.key,
        rows,
        dataVersion: (before?.dataVersion ?? 0) + 1,
        loadedAt: instantOf(ctx.clock.now()),
        recipe: recipe.id,
        loadedFrom,
      };
      const entity = parseDocument(entitySchema, document, recipe.entity);
      await deriveAttributes(connection, entity);
      const problems = await brokenLinks(ctx, connection, entity);
      throwIfCancelled(signal);
      if (dryRun) await plain.run('ROLLBACK');
      else await commitLoad(ctx, plain, recipe, entity, options.undoable === true && before === undefined);
      const figures = { read: rows, loaded: rows, rejected: 0, ...merged };
      return { load: loadId(entity), entity, mode: 'replace', ...figures, recipe, committed: !dryRun, problems };
    } catch (error) {
      await plain.run('ROLLBACK').catch(() => undefined);
      throw error;
    }
  });
}

/** Lines that stand before the query where it is run. */
const linesAbove = 2;

interface Replacing {
  recipe: QueryRecipe;
  query: CheckedSql;
  columns: readonly ColumnMapping[];
  before: Entity | undefined;
}

/** Inside the caller's transaction. */
async function replaceRows(
  connection: Connection,
  { recipe, query, columns, before }: Replacing,
  options: QueryLoadOptions,
): Promise<Merged> {
  const table = `main.${ident(recipe.entity)}`;
  // Rows of before are compared with, and may be read by what the query reads.
  const made = before ? 'muster_made' : table;
  const casts = columns.map((c) => `CAST(${ident(c.source)} AS ${sqlType(c)}) AS ${ident(c.attribute)}`).join(', ');
  const create = `CREATE ${before ? 'TEMP ' : ''}TABLE ${made} AS`;
  const rows = await placed(query, linesAbove, () =>
    connection.run(`${create}\nSELECT ${casts} FROM (\n${readWhole(query.sql)}\n) AS "written"`, watching({ ...recipe, ...options })),
  );
  await requireKey(connection, made, recipe.key);
  if (!before) return { added: rows, changed: 0, unchanged: 0, deleted: 0 };
  const merged = await compareRows(connection, { before, table, now: `FROM ${made}` }, columns, recipe.key);
  await connection.run(`CREATE OR REPLACE TABLE ${table} AS FROM ${made}`);
  await connection.run(`DROP TABLE ${made}`);
  return merged;
}

function columnOf({ name, type }: EngineColumn): ColumnMapping {
  const known = dataTypeOf(type);
  return {
    source: name,
    attribute: name,
    type: known.type === 'list' ? 'text' : known.type,
    ...(known.scale === undefined ? {} : { scale: known.scale }),
  };
}

/** Those a person gave stay; none is lost. */
function labelled(attributes: Entity['attributes'], columns: readonly ColumnMapping[], labels: readonly (PersonalLabel | undefined)[]) {
  return attributes.map((attribute) => {
    const label = labels[columns.findIndex((c) => c.attribute === attribute.name)];
    return label === undefined || attribute.personal !== undefined ? attribute : { ...attribute, personal: label };
  });
}

function requireColumn(columns: readonly EngineColumn[], name: string): void {
  if (!columns.some((c) => c.name === name)) {
    throw new AppError('not-found', { kind: 'column', name, known: columns.map((c) => c.name).join(', ') });
  }
}

async function requireKey(connection: Connection, table: string, key: readonly string[]): Promise<void> {
  const columns = key.map(ident);
  const empty = await connection.query(`SELECT count(*) FROM ${table} WHERE ${columns.map((c) => `${c} IS NULL`).join(' OR ')}`, {
    limit: 1,
  });
  const rows = Number(empty.values[0]?.[0]);
  if (rows > 0) throw new AppError('sql-key-empty', { rows });
  const page = await connection.query(
    `SELECT count(*) AS n, ${columns.join(', ')} FROM ${table} GROUP BY ${columns.join(', ')} HAVING n > 1 ORDER BY ALL DESC LIMIT 1`,
    { limit: 1 },
  );
  const [times, ...values] = page.values.map((v) => v[0] ?? null);
  if (page.rows > 0) throw new AppError('sql-key-repeated', { key: values.map(String).join(', '), times: Number(times) });
}

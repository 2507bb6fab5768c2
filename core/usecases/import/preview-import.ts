import type { CancelSignal } from '../../base/cancellation';
import { instantOf } from '../../base/instant';
import { type Problem, warning } from '../../base/problems';
import { sameName } from '../../base/same-name';
import type { ImportPreview } from '../../model/data-report';
import type { ColumnMapping, FileRecipe } from '../../model/recipe';
import type { Connection } from '../../ports/engine';
import type { Sources } from '../../ports/sources';
import { asOfIn } from '../../segment/as-of';
import { ident } from '../../sql/quote';
import type { Context } from '../context';
import { fileRecipeOf } from '../recipe-of';
import { withConnection } from '../with-connection';
import { cancellable } from './cancellable';
import { asDeclared, declaredEntity } from './declared';
import { detectTypes, nativeMapping } from './detect';
import { columnNames, entityName } from './header';
import { headerChange } from './header-change';
import { asLoadedBefore } from './loaded-before';
import { refusesRecords, requireRead } from './misread';
import type { OpenSource, SourceRequest } from './open-source';
import { proposeKey } from './propose-key';
import { proposeLabels } from './propose-labels';
import { recordLines } from './record-lines';
import { rowsLooked } from './rows-looked';
import { textOf } from './stage-records';
import { withSource } from './with-source';

const shownRows = 100;
/** Formats whose columns are the fields of records. */
const fieldsLooked: ReadonlySet<string> = new Set(['json', 'ndjson']);
const sample = 'muster_sample';

/**
 * Reads up to 50,000 rows (fewer of very wide files) and proposes dialect, types, labels and key from all of them. Writes nothing.
 * `keyUnique` is null when the file has more rows than were read. Where nothing is a key, the proposal is to number the records.
 * An entity that was declared before it had data gives its types and key; one that was loaded from a file, its names and key.
 * @throws AppError `import-*` when the file cannot be read at all
 */
export async function previewImport(
  ctx: Context,
  sources: Sources,
  { entity, ...request }: SourceRequest & { entity?: string | undefined },
  signal?: CancelSignal,
): Promise<ImportPreview> {
  return withConnection(ctx, async (plain) => {
    const connection = cancellable(plain, signal);
    await ctx.engine.registerFile(request.path);
    try {
      return await withSource(
        { connection, sources, request: { ...request, look: true }, signal },
        (source) => preview(ctx, connection, sources, source, asKnown(ctx, entity ?? nameOf(source))),
        async (_, found) => found,
      );
    } finally {
      await plain.run(`DROP TABLE IF EXISTS temp.${sample}`);
    }
  });
}

const nameOf = ({ file, sheet, sheets }: OpenSource) => entityName(file, sheets.length > 1 ? sheet : undefined);

/** An entity that is there is meant, however its name is spelt. */
function asKnown(ctx: Context, entity: string): string {
  return ctx.store.list('entity').find((e) => sameName(e.name, entity))?.name ?? entity;
}

async function preview(ctx: Context, connection: Connection, sources: Sources, source: OpenSource, entity: string): Promise<ImportPreview> {
  const limit = rowsLooked(source.names.length);
  const asText = source.types.map((type, c) => (type === 'VARCHAR' ? `c${c}` : `${textOf(type, `c${c}`, true)} AS c${c}`));
  if (source.lined) asText.push('line');
  const records = source.lined ? `${source.fromRefusing} WHERE flaw IS NULL` : source.fromRefusing;
  await connection.run(`CREATE OR REPLACE TEMP TABLE ${sample} AS SELECT ${asText.join(', ')} FROM ${records} LIMIT ${limit}`);
  await requireRead(connection, source);
  const broken = await refusesRecords(connection, source, limit);
  const rows = Number((await connection.query(`SELECT count(*) FROM ${sample}`, { limit: 1 })).values[0]?.[0]);
  const whole = rows < limit && !source.cut;
  const known = declaredEntity(ctx, entity);
  const read = await propose(ctx, connection, sources, source);
  const proposed = { ...read, columns: await withoutEmptyEnds(connection, read.columns, source) };
  const before = fileRecipeOf(ctx, entity);
  const { columns, problems, key } = known
    ? asDeclared(known, proposed)
    : { ...proposed, key: undefined, ...(before ? asLoadedBefore(before, proposed.columns) : {}) };
  const found = key ?? (rows === 0 ? [] : await proposeKey(connection, sample, columns, entity));
  const numbered = found.length === 0 ? [rowNumber(columns)] : [];
  const shown = source.names.map((name, c) => `c${c} AS ${ident(name)}`);
  const page = await connection.query(`SELECT ${shown.join(', ')} FROM ${sample} LIMIT ${shownRows}`, { limit: shownRows });
  return {
    path: source.path,
    format: source.format,
    bytes: source.bytes,
    ...(source.dialect
      ? {
          dialect: source.dialect,
          confidence: source.dialect.tolerant ? ('tolerant' as const) : broken ? ('broken' as const) : ('strict' as const),
        }
      : {}),
    sheets: source.sheets,
    hidden: source.hidden,
    ...(source.sheet === undefined ? {} : { sheet: source.sheet }),
    ...(source.members === undefined ? {} : { members: source.members }),
    ...(source.member === undefined ? {} : { member: source.member }),
    columns: [...columns, ...numbered],
    labels: await proposeLabels(connection, sample, columns),
    sample: { columns: page.columns, values: page.values, rows: page.rows, offset: 0, total: whole ? rows : null },
    entity: known?.name ?? entity,
    key: found.length === 0 ? numbered.map((c) => c.attribute) : found,
    keyUnique: key === undefined && (whole || found.length === 0) ? true : null,
    problems: [
      ...source.problems,
      ...problems,
      ...(found.length === 0 ? [warning('import-no-key', ['key'], { file: source.file })] : []),
      ...(source.cut && fieldsLooked.has(source.format) ? [warning('import-fields-of-beginning', ['columns'], { file: source.file })] : []),
      ...(before ? headerProblems(before, columns) : []),
    ],
  };
}

async function propose(
  ctx: Context,
  connection: Connection,
  sources: Sources,
  source: OpenSource,
): Promise<{ columns: ColumnMapping[]; problems: Problem[] }> {
  const zone = ctx.store.list('workspace')[0]?.zone ?? 'UTC';
  if (source.format !== 'parquet') {
    const lineOf = async (record: number) => (await recordLines(connection, sources, source, sample, [record]))[0] ?? 0;
    const { today } = asOfIn(instantOf(ctx.clock.now()), zone);
    return detectTypes(connection, sample, source.names, { today, zone, lineOf });
  }
  return { columns: source.names.map((name, c) => nativeMapping(name, source.types[c] ?? 'VARCHAR', zone)), problems: [] };
}

/** Columns at the end without a name or a value are made by a delimiter at the end of every line. */
async function withoutEmptyEnds(connection: Connection, columns: ColumnMapping[], source: OpenSource): Promise<ColumnMapping[]> {
  const unnamed = columns.findLastIndex((c, n) => c.source !== `column_${n + 1}`) + 1;
  if (unnamed === 0 || unnamed === columns.length || !source.dialect?.header) return columns;
  const filled = columns.slice(unnamed).map((_, n) => `count(c${unnamed + n}) > 0`);
  const page = await connection.query(`SELECT ${filled.join(', ')} FROM ${sample}`, { limit: 1 });
  const keep = unnamed + filled.findLastIndex((_, n) => page.values[n]?.[0] === true) + 1;
  return columns.map((c, n) => (n < keep ? c : { ...c, ignore: true }));
}

function rowNumber(columns: readonly ColumnMapping[]): ColumnMapping {
  const names = columnNames([...columns.map((c) => c.attribute), 'row_number']);
  const name = names.at(-1) ?? 'row_number';
  return { source: name, attribute: name, type: 'integer', generated: 'row-number' };
}

/** What the last load of this entity read and this file does not have, and the other way round. */
function headerProblems({ columns: before, source: { only } }: FileRecipe, columns: readonly ColumnMapping[]): Problem[] {
  const names = columns.map((c) => c.source);
  // What a load leaves aside is nothing new.
  const read = only ? names.filter((name) => only.includes(name)) : names;
  const changed = headerChange(before, read);
  return changed ? [warning('import-header-changed', ['columns'], changed)] : [];
}

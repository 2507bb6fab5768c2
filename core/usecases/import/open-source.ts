import type { CancelSignal } from '../../base/cancellation';
import { AppError } from '../../base/errors';
import type { Dialect, Recipe } from '../../model/recipe';
import type { Connection } from '../../ports/engine';
import type { Sources } from '../../ports/sources';
import { ident, textLiteral } from '../../sql/quote';
import { columnNames } from './header';
import { readCsv, sniffCsv } from './read-csv';

export type Format = Recipe['source']['format'];

/** What to read; anything left out is found. */
export interface SourceRequest {
  path: string;
  format?: Format | undefined;
  dialect?: Partial<Dialect> | undefined;
  sheet?: string | undefined;
}

/** A file the engine is ready to read. `from` is a FROM item with columns c0, c1… named `names` in the file. */
export interface OpenSource {
  path: string;
  file: string;
  bytes: number;
  format: Format;
  dialect?: Dialect;
  sheet?: string;
  sheets: string[];
  names: string[];
  /** The engine's types; all VARCHAR but for Parquet. */
  types: string[];
  from: string;
  /** Reads the same, setting aside records that do not fit. */
  fromRefusing: string;
  /** `from` and `fromRefusing` have a column `malformed` too: the line, where it is no record. */
  malformed: boolean;
  /** Where to look for line numbers, when lines mean something. */
  text?: SourceText;
  release(): Promise<void>;
}

export interface SourceText {
  path: string;
  dialect: Dialect;
  /** With several, blank lines are no records. */
  columns: number;
}

/** @throws AppError `import-*` when the file cannot be read at all */
export async function openSource(
  connection: Connection,
  sources: Sources,
  request: SourceRequest,
  signal?: CancelSignal,
): Promise<OpenSource> {
  const { bytes, name } = await sources.stat(request.path);
  if (bytes === 0) throw new AppError('import-file-empty', { file: request.path });
  const format = request.format ?? (await guessFormat(sources, request.path));
  const base = { path: request.path, file: name, bytes, format, sheets: [], malformed: false, release: async () => {} };
  switch (format) {
    case 'csv': {
      const encoding = request.dialect?.encoding ?? (await sources.sniffEncoding(request.path));
      const prepared = await sources.prepareText(request.path, encoding, signal);
      return guarded(prepared, async () => ({
        ...base,
        ...(await csv(connection, prepared.path, { ...request.dialect, encoding })),
        release: prepared.release,
      }));
    }
    case 'xlsx': {
      const sheets = await sources.sheets(request.path);
      const prepared = await sources.prepareSheet(request.path, request.sheet);
      return guarded(prepared, async () => {
        const given = { delimiter: ',', quote: '"', escape: '"', skip: prepared.blank, ...request.dialect, encoding: 'utf-8' as const };
        const { dialect, ...read } = await csv(connection, prepared.path, given);
        return { ...base, ...read, dialect, sheets, sheet: prepared.sheet, release: prepared.release };
      });
    }
    case 'parquet':
      return { ...base, ...(await parquet(connection, request.path)) };
    case 'json':
      return { ...base, ...(await json(connection, request.path)) };
    case 'ndjson': {
      const encoding = request.dialect?.encoding ?? (await sources.sniffEncoding(request.path));
      const prepared = await sources.prepareText(request.path, encoding, signal);
      return guarded(prepared, async () => ({
        ...base,
        ...(await ndjson(connection, prepared.path, request.path)),
        release: prepared.release,
      }));
    }
  }
}

async function guarded(prepared: { release(): Promise<void> }, open: () => Promise<OpenSource>): Promise<OpenSource> {
  try {
    return await open();
  } catch (error) {
    await prepared.release();
    throw error;
  }
}

async function guessFormat(sources: Sources, path: string): Promise<Format> {
  if (/\.(ndjson|jsonl)(\.gz)?$/i.test(path)) return 'ndjson';
  if (/\.json(\.gz)?$/i.test(path)) return 'json';
  const looks = await sources.looksLike(path);
  return looks === 'text' ? 'csv' : looks;
}

async function csv(connection: Connection, path: string, given: Partial<Dialect> & { encoding: Dialect['encoding'] }) {
  const { dialect, columns } = await sniffCsv(connection, path, given);
  const first = readCsv(path, { ...dialect, tolerant: true }, columns, { refuse: false, header: false });
  const page = await connection.query(`SELECT * FROM ${first} LIMIT 1`, { limit: 1 });
  const header = dialect.header ? page.values.map((v) => (typeof v[0] === 'string' ? v[0] : null)) : Array<null>(columns).fill(null);
  return {
    dialect,
    names: columnNames(header),
    types: Array<string>(columns).fill('VARCHAR'),
    from: readCsv(path, dialect, columns, { refuse: false }),
    fromRefusing: readCsv(path, dialect, columns, { refuse: true }),
    text: { path, dialect, columns },
  };
}

async function parquet(connection: Connection, path: string) {
  const read = `read_parquet(${textLiteral(path)})`;
  const columns = await readable(path, () => connection.describe(`SELECT * FROM ${read}`));
  const from = `(SELECT ${columns.map((c, n) => `${ident(c.name)} AS c${n}`).join(', ')} FROM ${read})`;
  return { names: columnNames(columns.map((c) => c.name)), types: columns.map((c) => c.type), from, fromRefusing: from };
}

async function json(connection: Connection, path: string) {
  const read = `read_json_objects(${textLiteral(path)}, format = 'auto')`;
  const keys = await fieldNames(connection, read, path);
  const from = `(SELECT ${fields(keys)} FROM ${read})`;
  return { names: columnNames(keys), types: keys.map(() => 'VARCHAR'), from, fromRefusing: from };
}

/** Lines are read as text first, so that one that is no object does not stop the others. */
async function ndjson(connection: Connection, path: string, shown: string) {
  const dialect: Dialect = { encoding: 'utf-8', delimiter: '\u001f', quote: '', escape: '', header: false, skip: 0 };
  const objects = (refuse: boolean) =>
    `(SELECT c0 AS line, CASE WHEN json_valid(c0) THEN CASE WHEN json_type(c0) = 'OBJECT' THEN CAST(c0 AS JSON) END END AS json
      FROM ${readCsv(path, dialect, 1, { refuse })} WHERE c0 IS NOT NULL)`;
  const keys = await fieldNames(connection, objects(true), shown);
  const from = (refuse: boolean) => `(SELECT ${fields(keys)}, CASE WHEN json IS NULL THEN line END AS malformed FROM ${objects(refuse)})`;
  return {
    names: columnNames(keys),
    types: keys.map(() => 'VARCHAR'),
    from: from(false),
    fromRefusing: from(true),
    malformed: true,
    text: { path, dialect, columns: 2 },
  };
}

/** In order of appearance. */
async function fieldNames(connection: Connection, objects: string, file: string): Promise<string[]> {
  const page = await readable(file, () =>
    connection.query(
      `SELECT k, min(r) AS r FROM (SELECT unnest(json_keys(json)) AS k, row_number() OVER () AS r FROM ${objects}) GROUP BY k ORDER BY r, k`,
      { limit: 10_000 },
    ),
  );
  const keys = (page.values[0] ?? []).map(String);
  if (keys.length === 0) throw new AppError('import-unreadable', { file, reason: 'no objects with fields' });
  return keys;
}

function fields(keys: readonly string[]): string {
  const pointer = (k: string) => textLiteral(`/${k.replaceAll('~', '~0').replaceAll('/', '~1')}`);
  return keys.map((k, n) => `json_extract_string(json, ${pointer(k)}) AS c${n}`).join(', ');
}

async function readable<T>(file: string, read: () => Promise<T>): Promise<T> {
  try {
    return await read();
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== 'sql-error') throw error;
    throw new AppError('import-unreadable', { file, reason: String(error.details.reason) }, { cause: error });
  }
}

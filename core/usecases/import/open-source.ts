import type { CancelSignal } from '../../base/cancellation';
import { AppError } from '../../base/errors';
import type { Problem } from '../../base/problems';
import type { Dialect, Recipe } from '../../model/recipe';
import type { Connection } from '../../ports/engine';
import type { Sources } from '../../ports/sources';
import { ident, textLiteral } from '../../sql/quote';
import { guarded, readable } from './guarded';
import { columnNames } from './header';
import { openJson, openLines } from './open-json';
import { openText } from './open-text';

export type Format = Recipe['source']['format'];

/** What to read; anything left out is found. */
export interface SourceRequest {
  path: string;
  format?: Format | undefined;
  dialect?: Partial<Dialect> | undefined;
  sheet?: string | undefined;
  member?: string | undefined;
  flatten?: boolean | undefined;
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
  /** Of an archive, what is in it, and what was read. */
  members?: string[];
  member?: string;
  names: string[];
  /** The engine's types; all VARCHAR but for Parquet. */
  types: string[];
  from: string;
  /** Reads the same, setting aside records that do not fit. */
  fromRefusing: string;
  /** `from` and `fromRefusing` have `line`, `flaw`, `lacks` and `malformed` too: where a record stands, and why it is none. */
  lined: boolean;
  /** Where to look for line numbers, when lines mean something and are not told. */
  text?: SourceText;
  /** The text of the records, in UTF-8, where the file is text or was made text. */
  origin?: { path: string; dialect: Dialect; sheet: boolean };
  /** What was noticed about the layout. */
  problems: Problem[];
  release(): Promise<void>;
}

export interface SourceText {
  path: string;
  dialect: Dialect;
  /** With several, blank lines are no records. */
  columns: number;
}

/** The engine takes minutes over statements about more columns. */
const mostColumns = 4096;

/** @throws AppError `import-*` when the file cannot be read at all */
export async function openSource(
  connection: Connection,
  sources: Sources,
  request: SourceRequest,
  signal?: CancelSignal,
): Promise<OpenSource> {
  const source = await openAny(connection, sources, request, signal);
  const columns = source.names.length;
  if (columns <= mostColumns) return source;
  await source.release();
  throw new AppError('import-too-wide', { file: request.path, columns, limit: mostColumns });
}

async function openAny(connection: Connection, sources: Sources, request: SourceRequest, signal?: CancelSignal): Promise<OpenSource> {
  const { bytes, name } = await sources.stat(request.path);
  if (bytes === 0) throw new AppError('import-file-empty', { file: request.path });
  const looks = await sources.looksLike(request.path);
  if (looks === 'zip') return openMember(connection, sources, request, signal);
  const format = request.format ?? formatOf(request.path, looks);
  const base = { path: request.path, file: name, bytes, format, sheets: [], lined: false, problems: [], release: async () => {} };
  switch (format) {
    case 'csv': {
      const encoding = request.dialect?.encoding ?? (await sources.sniffEncoding(request.path));
      const prepared = await sources.prepareText(request.path, encoding, signal);
      return guarded(prepared, async () => ({
        ...base,
        ...(await openText(sources, prepared, { ...request.dialect, encoding }, { shown: request.path, sheet: false, signal })),
      }));
    }
    case 'xlsx': {
      const sheets = await sources.sheets(request.path);
      const prepared = await sources.prepareSheet(request.path, request.sheet, signal);
      return guarded(prepared, async () => {
        const given = { delimiter: ',', quote: '"', escape: '"', ...request.dialect, encoding: 'utf-8' as const };
        return {
          ...base,
          ...(await openText(sources, prepared, given, { shown: request.path, sheet: true, signal })),
          sheets,
          sheet: prepared.sheet,
        };
      });
    }
    case 'parquet':
      return { ...base, ...(await parquet(connection, request.path)) };
    case 'json':
      return { ...base, ...(await openJson(connection, request)) };
    case 'ndjson': {
      const encoding = request.dialect?.encoding ?? (await sources.sniffEncoding(request.path));
      const prepared = await sources.prepareText(request.path, encoding, signal);
      return guarded(prepared, async () => ({
        ...base,
        ...(await openLines(connection, sources, { ...request, prepared, signal })),
      }));
    }
  }
}

/** Opens one file of an archive, the first unless another is named. */
async function openMember(
  connection: Connection,
  sources: Sources,
  request: SourceRequest,
  signal: CancelSignal | undefined,
): Promise<OpenSource> {
  const members = await sources.members(request.path);
  const member = request.member ?? members[0] ?? '';
  const unpacked = await sources.unpackMember(request.path, member, signal);
  return guarded(unpacked, async () => {
    const inner = await openSource(connection, sources, { ...request, path: unpacked.path, member: undefined }, signal);
    const release = async () => {
      await inner.release();
      await unpacked.release();
    };
    return { ...inner, path: request.path, file: member.slice(member.lastIndexOf('/') + 1), members, member, release };
  });
}

function formatOf(path: string, looks: 'parquet' | 'xlsx' | 'text'): Format {
  if (/\.(ndjson|jsonl)(\.gz)?$/i.test(path)) return 'ndjson';
  if (/\.json(\.gz)?$/i.test(path)) return 'json';
  return looks === 'text' ? 'csv' : looks;
}

async function parquet(connection: Connection, path: string) {
  const read = `read_parquet(${textLiteral(path)})`;
  const columns = await readable(path, () => connection.describe(`SELECT * FROM ${read}`));
  const from = `(SELECT ${columns.map((c, n) => `${ident(c.name)} AS c${n}`).join(', ')} FROM ${read})`;
  return { names: columnNames(columns.map((c) => c.name)), types: columns.map((c) => c.type), from, fromRefusing: from };
}

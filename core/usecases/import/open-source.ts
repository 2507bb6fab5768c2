import type { CancelSignal } from '../../base/cancellation';
import { AppError } from '../../base/errors';
import type { Problem } from '../../base/problems';
import { partMembers } from '../../model/archive';
import { type Dialect, type Format, fileName } from '../../model/recipe';
import type { Connection } from '../../ports/engine';
import type { Looks, Making, Prepared, Sources } from '../../ports/sources';
import { ident, textLiteral } from '../../sql/quote';
import { besideTables } from './beside-tables';
import { guarded, readable } from './guarded';
import { columnNames } from './header';
import { openJson, openLines } from './open-json';
import { openText } from './open-text';
import { type JsonText, prepareJson } from './prepare-json';
import { rowsLooked } from './rows-looked';
import { takenOf } from './taken';

/** What to read; anything left out is found. */
export interface SourceRequest {
  path: string;
  format?: Format | undefined;
  dialect?: Partial<Dialect> | undefined;
  sheet?: string | undefined;
  member?: string | undefined;
  flatten?: boolean | undefined;
  allFields?: boolean | undefined;
  only?: readonly string[] | undefined;
  /** Columns that are known to be in it. */
  expected?: readonly string[] | undefined;
  /** Only what a preview shows is read. */
  look?: boolean | undefined;
  /** What is made of the whole file for the engine is left for the next reading of it. */
  keep?: boolean | undefined;
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
  /** Those of the sheets that nobody sees who opens the workbook. */
  hidden: string[];
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
  origin?: { path: string; dialect: Dialect; sheet: boolean; columns: number };
  /** Only its beginning is read. */
  cut?: boolean;
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
  request: SourceRequest & { cut?: boolean | undefined },
  signal?: CancelSignal,
): Promise<OpenSource> {
  const source = await openWhole(connection, sources, request, signal);
  const columns = source.names.length;
  if (columns <= mostColumns) return source;
  await source.release();
  throw new AppError('import-too-wide', { file: source.file, columns, limit: mostColumns });
}

/** So many bytes of text are more than a look reads of it. */
const startOfText = 32 * 1024 * 1024;

/** Lines that may stand before the rows of a sheet that a look reads. */
const linesBefore = 1000;

/** Of text and sheets a look needs the start alone; of anything else all, which then stays for the load. */
function makingOf({ look, keep }: SourceRequest, signal: CancelSignal | undefined): { text: Making; sheet: Making; whole: Making } {
  const whole = { signal, keep: (look ?? false) || (keep ?? false) };
  const sheet = look ? { signal, rows: rowsLooked(1) + linesBefore } : whole;
  return { whole, sheet, text: look ? { signal, head: startOfText } : whole };
}

/** The same, however many columns it has. */
export async function openWhole(
  connection: Connection,
  sources: Sources,
  request: SourceRequest & { cut?: boolean | undefined; shown?: string | undefined },
  signal: CancelSignal | undefined,
): Promise<OpenSource> {
  const { bytes, name } = await sources.stat(request.path);
  const shown = request.shown ?? name;
  if (bytes === 0) throw new AppError('import-file-empty', { file: shown });
  const looks = await sources.looksLike(request.path);
  if (looks === 'zip') return openMember(connection, sources, request, signal);
  const format = request.format ?? formatOf(request.path, looks);
  const making = makingOf(request, signal);
  const reading = { making: { signal, keep: request.keep }, look: request.look ?? false, only: request.only };
  const base = {
    path: request.path,
    file: shown,
    bytes,
    format,
    sheets: [],
    hidden: [],
    lined: false,
    problems: [],
    release: async () => {},
  };
  switch (format) {
    case 'csv': {
      const encoding = request.dialect?.encoding ?? (await sources.sniffEncoding(request.path));
      const text = await sources.prepareText(request.path, encoding, making.text);
      const prepared = { ...text, cut: (text.cut ?? false) || (request.cut ?? false) };
      const given = { ...request.dialect, encoding };
      return guarded(prepared, async () => ({
        ...base,
        ...(await openText(sources, prepared, given, { shown, ...reading })),
      }));
    }
    case 'xlsx': {
      const all = await sources.sheets(request.path);
      const sheets = all.map((s) => s.name);
      const prepared = await sources.prepareSheet(request.path, request.sheet ?? sheets[0], making.sheet);
      return guarded(prepared, async () => {
        const given = { delimiter: ',', quote: '"', escape: '"', ...request.dialect, encoding: 'utf-8' as const };
        return {
          ...base,
          ...(await openText(sources, prepared, given, { shown, sheet: prepared.sheet, ...reading })),
          sheets,
          hidden: all.filter((s) => s.hidden).map((s) => s.name),
          sheet: prepared.sheet,
        };
      });
    }
    case 'parquet':
      return { ...base, ...(await parquet(connection, request, shown)) };
    case 'json':
    case 'ndjson': {
      const encoding = request.dialect?.encoding ?? (await sources.sniffEncoding(request.path));
      const prepare = (how: Making) => sources.prepareText(request.path, encoding, { ...how, bare: true });
      const asked = {
        file: shown,
        sheet: request.sheet,
        making: request.allFields ? making.whole : making.text,
        whole: making.whole,
        prepare,
      };
      const text: JsonText =
        format === 'json' ? await prepareJson(sources, asked) : { prepared: await prepare(asked.making), sheets: [], problems: [] };
      const prepared = { ...text.prepared, cut: (text.prepared.cut ?? false) || (request.cut ?? false) };
      const json = { ...request, file: shown, encoding, prepared, making: making.whole };
      const open = format === 'json' ? openJson : openLines;
      return guarded(prepared, async () => {
        const opened = await open(connection, sources, json);
        const { sheets, sheet, problems } = text;
        return { ...base, ...opened, sheets, ...(sheet === undefined ? {} : { sheet }), problems: [...problems, ...opened.problems] };
      });
    }
  }
}

/** Opens one file of an archive, the first that may be a table unless another is named. */
async function openMember(
  connection: Connection,
  sources: Sources,
  request: SourceRequest,
  signal: CancelSignal | undefined,
): Promise<OpenSource> {
  const members = await sources.members(request.path);
  const { tables, beside } = partMembers(members);
  const member = request.member ?? tables[0] ?? '';
  const unpacked = await unpack(sources, request, member, signal);
  return guarded(unpacked, async () => {
    const shown = member.slice(member.lastIndexOf('/') + 1);
    const within = { ...request, path: unpacked.path, shown, member: undefined, cut: unpacked.cut };
    const inner = await openWhole(connection, sources, within, signal);
    const release = async () => {
      await inner.release();
      await unpacked.release();
    };
    const told = request.member === undefined ? besideTables(fileName(request.path), beside) : [];
    return { ...inner, path: request.path, members, member, problems: [...told, ...inner.problems], release };
  });
}

/** The start of text is enough for a look, but where all of it is asked for; nothing else can be read by halves. */
async function unpack(sources: Sources, request: SourceRequest, member: string, signal: CancelSignal | undefined): Promise<Prepared> {
  const making = makingOf(request, signal);
  if (!request.look || request.allFields) return sources.unpackMember(request.path, member, making.whole);
  const start = await sources.unpackMember(request.path, member, making.text);
  if (!start.cut) return start;
  const looks = await sources.looksLike(start.path);
  const isText = looks === 'text' || looks === 'json';
  const isPart = isText && formatOf(member, looks) === 'json' && (await sources.listsOfJson(start.path, signal)).unfinished;
  if (isText && !isPart) return start;
  await start.release();
  return sources.unpackMember(request.path, member, making.whole);
}

export function formatOf(path: string, looks: Exclude<Looks, 'zip'>): Format {
  if (/\.(ndjson|jsonl)(\.gz)?$/i.test(path)) return 'ndjson';
  if (/\.json(\.gz)?$/i.test(path)) return 'json';
  if (looks === 'json') return /\.(csv|tsv|tab)$/i.test(path) ? 'csv' : 'json';
  return looks === 'text' || looks === 'gzip' ? 'csv' : looks;
}

async function parquet(connection: Connection, { path, only }: SourceRequest, file: string) {
  const read = `read_parquet(${textLiteral(path)})`;
  const described = await readable(file, 'parquet', () => connection.describe(`SELECT * FROM ${read}`));
  const named = columnNames(described.map((c) => c.name));
  const columns = takenOf(named, only).flatMap((place) => {
    const column = described[place];
    return column ? [{ ...column, called: named[place] ?? '' }] : [];
  });
  const from = `(SELECT ${columns.map((c, n) => `${ident(c.name)} AS c${n}`).join(', ')} FROM ${read})`;
  return { names: columns.map((c) => c.called), types: columns.map((c) => c.type), from, fromRefusing: from };
}

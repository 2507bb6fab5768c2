import { type Problem, warning } from '../../base/problems';
import type { Dialect } from '../../model/recipe';
import type { Connection } from '../../ports/engine';
import type { Encoding, Making, Prepared, Sources } from '../../ports/sources';
import { textLiteral } from '../../sql/quote';
import { guarded } from './guarded';
import { columnNames } from './header';
import { type Fields, fieldsOf, hasOthers, pointer } from './json-fields';
import { exactNumbers } from './long-numbers';
import { readRewritten } from './read-csv';
import { takenOf } from './taken';

/** Its part of an open source. */
interface OpenJson {
  names: string[];
  types: string[];
  from: string;
  fromRefusing: string;
  lined?: boolean;
  cut: boolean;
  problems: Problem[];
  dialect?: Dialect;
  origin?: { path: string; dialect: Dialect; sheet: boolean; columns: number };
  release(): Promise<void>;
}

export interface JsonRequest {
  /** As a person calls it. */
  file: string;
  flatten?: boolean | undefined;
  allFields?: boolean | undefined;
  only?: readonly string[] | undefined;
  expected?: readonly string[] | undefined;
  look?: boolean | undefined;
  encoding: Encoding;
  prepared: Prepared;
  making: Making;
}

/**
 * Fields are those of the objects that end within so many characters, for a look and for a load. Whatever the characters are, they
 * take fewer bytes than a look makes of a file.
 */
const within = 8 * 1024 * 1024;

/** One array of objects, or objects one after the other. @throws AppError as `fieldsOf` */
export async function openJson(connection: Connection, sources: Sources, request: JsonRequest): Promise<OpenJson> {
  const { prepared, file, look } = request;
  const start = request.allFields ? undefined : await sources.startOfJson(prepared.path, within);
  const release = async () => {
    await start?.release();
    await prepared.release();
  };
  const opened = await guarded({ release }, async () => {
    const exact = `${exactNumbers('CAST(json AS VARCHAR)')} AS exact`;
    const read = (text: string) => `read_json_objects(${textLiteral(text)}, format = 'auto')`;
    const first = read(start?.path ?? prepared.path);
    const cut = start?.cut ?? false;
    const fields = await fieldsOf(connection, { from: first, place: 'row_number() OVER ()' }, file, request.flatten);
    if (cut && !look && lacksAny(fields, request)) return undefined;
    const { selected, others, ...columns } = columnsOf(fields, request.only);
    if (look || !cut) {
      const from = `(SELECT ${selected} FROM (SELECT ${exact} FROM ${first}))`;
      return { ...columns, from, fromRefusing: from, cut, release };
    }
    const from = `(SELECT row_number() OVER () AS line, CASE WHEN ${others} THEN 'unknown-field' END AS flaw, CAST(NULL AS BIGINT) AS lacks,
      CASE WHEN ${others} THEN CAST(json AS VARCHAR) END AS malformed, ${selected}
      FROM (SELECT json, ${exact} FROM ${read(prepared.path)}))`;
    return { ...columns, from, fromRefusing: from, lined: true, cut: false, release };
  });
  if (opened) return opened;
  await start?.release();
  return openJson(connection, sources, { ...request, allFields: true });
}

/** Lines are read as text first, so that one that is no object does not stop the others. @throws AppError `import-unreadable` */
export async function openLines(connection: Connection, sources: Sources, request: JsonRequest): Promise<OpenJson> {
  const { prepared, file, encoding, making, look } = request;
  const dialect: Dialect = { encoding: 'utf-8', delimiter: '\u001f', quote: '', escape: '', header: false, skip: 0, lineEnds: 'mixed' };
  const all = { dialect, columns: 1, sheet: false, damaged: prepared.damaged ?? false, cut: prepared.cut ?? false };
  const rewritten = (part: { within?: number }) =>
    sources.rewriteText(prepared.path, { ...all, ...part }, request.allFields ? making : { signal: making.signal });
  const first = await rewritten(request.allFields ? {} : { within });
  const partly = !look && (first.cut ?? false);
  const { fields, lines } = await guarded(first, async () => {
    const found = await fieldsOf(connection, { from: objectsOf(first.path), place: 'line' }, file, request.flatten);
    if (!partly) return { fields: found, lines: first };
    return { fields: found, lines: lacksAny(found, request) ? undefined : await sources.rewriteText(prepared.path, all, making) };
  });
  if (partly) await first.release();
  if (!lines) return openLines(connection, sources, { ...request, allFields: true });
  const release = async () => {
    await lines.release();
    await prepared.release();
  };
  return guarded(lines, async () => {
    const { selected, others, ...columns } = columnsOf(fields, request.only);
    const flaw = `CASE WHEN json IS NULL THEN coalesce(flaw, 'not-json') ${partly ? `WHEN ${others} THEN 'unknown-field'` : ''} END`;
    const from = `(SELECT line, ${flaw} AS flaw, lacks, CASE WHEN json IS NULL THEN coalesce(malformed, c0)
      ${partly ? `WHEN ${others} THEN c0` : ''} END AS malformed, ${selected} FROM ${objectsOf(lines.path)})`;
    const origin = { path: prepared.path, dialect, sheet: false, columns: 1 };
    const cut = (look ?? false) && (first.cut ?? false);
    return { ...columns, dialect: { ...dialect, encoding }, from, fromRefusing: from, lined: true, cut, release, origin };
  });
}

/** Of lines, with the object that each is. */
function objectsOf(lines: string): string {
  return `(SELECT *, CASE WHEN json IS NOT NULL THEN ${exactNumbers('c0')} END AS exact FROM
      (SELECT *, CASE WHEN json_valid(c0) THEN CASE WHEN json_type(c0) = 'OBJECT' THEN CAST(c0 AS JSON) END END AS json
      FROM ${readRewritten(lines, 1)} WHERE c0 IS NOT NULL OR flaw IS NOT NULL))`;
}

/** What is expected and does not come in the first objects may come in others. */
function lacksAny(fields: Fields, { expected = [], only = [] }: JsonRequest): boolean {
  const names = new Set(namesOf(fields));
  return [...expected, ...only].some((name) => !names.has(name));
}

const namesOf = ({ paths }: Fields) => columnNames(paths.map((path) => path.join('.')));

function columnsOf(fields: Fields, only: readonly string[] | undefined) {
  const names = namesOf(fields);
  const taken = takenOf(names, only);
  const paths = taken.flatMap((place) => fields.paths.slice(place, place + 1));
  return {
    names: taken.map((place) => names[place] ?? ''),
    types: taken.map(() => 'VARCHAR'),
    selected: paths.map((path, n) => `json_extract_string(exact, ${pointer(path)}) AS c${n}`).join(', '),
    others: hasOthers(fields, only ? paths : undefined),
    problems: paths.flatMap((path) =>
      fields.twice.includes(path) ? [warning('import-field-twice', ['columns'], { column: path.join('.') })] : [],
    ),
  };
}

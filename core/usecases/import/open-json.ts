import { AppError } from '../../base/errors';
import type { Dialect } from '../../model/recipe';
import type { Connection } from '../../ports/engine';
import type { Encoding, Making, Prepared, Sources } from '../../ports/sources';
import { textLiteral } from '../../sql/quote';
import { guarded, readable } from './guarded';
import { columnNames } from './header';
import { readRewritten } from './read-csv';
import { takenOf } from './taken';

interface JsonRequest {
  path: string;
  flatten?: boolean | undefined;
  only?: readonly string[] | undefined;
}

/** One array of objects, or objects one after the other. @param text path of it as UTF-8 @throws AppError `import-unreadable` */
export async function openJson(connection: Connection, { path, flatten, only, text }: JsonRequest & { text: string }) {
  const read = `read_json_objects(${textLiteral(text)}, format = 'auto')`;
  const { selected, ...columns } = columnsOf(
    await fieldPaths(connection, { from: read, place: 'row_number() OVER ()' }, path, flatten),
    only,
  );
  const from = `(SELECT ${selected} FROM ${read})`;
  return { ...columns, from, fromRefusing: from };
}

/** Lines are read as text first, so that one that is no object does not stop the others. @throws AppError `import-unreadable` */
export async function openLines(
  connection: Connection,
  sources: Sources,
  { path, flatten, only, encoding, prepared, making }: JsonRequest & { encoding: Encoding; prepared: Prepared; making: Making },
) {
  const dialect: Dialect = { encoding: 'utf-8', delimiter: '\u001f', quote: '', escape: '', header: false, skip: 0, lineEnds: 'mixed' };
  const lines = await sources.rewriteText(prepared.path, { dialect, columns: 1, sheet: false, damaged: prepared.damaged ?? false }, making);
  const release = async () => {
    await lines.release();
    await prepared.release();
  };
  const objects = `(SELECT *, CASE WHEN json_valid(c0) THEN CASE WHEN json_type(c0) = 'OBJECT' THEN CAST(c0 AS JSON) END END AS json
      FROM ${readRewritten(lines.path, 1)} WHERE c0 IS NOT NULL OR flaw IS NOT NULL)`;
  return guarded({ release }, async () => {
    const { selected, ...columns } = columnsOf(await fieldPaths(connection, { from: objects, place: 'line' }, path, flatten), only);
    const broken = 'CASE WHEN json IS NULL THEN';
    const from = `(SELECT line, ${broken} coalesce(flaw, 'not-json') END AS flaw, lacks, ${broken} coalesce(malformed, c0) END AS malformed,
      ${selected} FROM ${objects})`;
    const origin = { path: prepared.path, dialect, sheet: false, columns: 1 };
    return { ...columns, dialect: { ...dialect, encoding }, from, fromRefusing: from, lined: true, release, origin };
  });
}

function columnsOf(paths: readonly string[][], only: readonly string[] | undefined) {
  const names = columnNames(paths.map((path) => path.join('.')));
  const taken = takenOf(names, only);
  const selected = taken.map((place, n) => `json_extract_string(json, ${textLiteral(pointer(paths[place] ?? []))}) AS c${n}`);
  return { names: taken.map((place) => names[place] ?? ''), types: taken.map(() => 'VARCHAR'), selected: selected.join(', ') };
}

const mostFields = 10_000;
/** Objects within objects are followed so deep. */
const deepest = 8;

/** Where objects come from, `json`, and SQL for the place of each. */
interface Objects {
  from: string;
  place: string;
}

/** In order of appearance; with `flatten`, of objects within objects the fields within. */
async function fieldPaths(connection: Connection, objects: Objects, file: string, flatten = false): Promise<string[][]> {
  const paths: string[][] = [];
  const follow = async (within: readonly string[]): Promise<void> => {
    for (const { key, nested } of await readable(file, () => keysWithin(connection, objects, within, flatten))) {
      const path = [...within, key];
      if (nested && path.length < deepest) await follow(path);
      else paths.push(path);
      if (paths.length > mostFields) throw new AppError('import-unreadable', { file, reason: `more than ${mostFields} fields` });
    }
  };
  await follow([]);
  if (paths.length === 0) throw new AppError('import-unreadable', { file, reason: 'no objects with fields' });
  return paths;
}

/** @param looksInto whether it is asked which of them hold nothing but objects */
async function keysWithin(
  connection: Connection,
  { from, place }: Objects,
  within: readonly string[],
  looksInto: boolean,
): Promise<{ key: string; nested: boolean }[]> {
  const inner = within.length === 0 ? 'json' : `json_extract(json, ${textLiteral(pointer(within))})`;
  const found = `SELECT j, json_keys(j) AS keys, r FROM (SELECT ${inner} AS j, ${place} AS r FROM ${from}) WHERE json_type(j) = 'OBJECT'`;
  const each = 'unnest(keys) AS k, generate_subscripts(keys, 1) AS n, r';
  // Many objects have few kinds of field lists: a field's first place is that of the first object of a kind.
  const type = "json_type(j, '/' || replace(replace(k, '~', '~0'), '/', '~1'))";
  const [fields, nested] = looksInto
    ? [`SELECT ${each}, j FROM (${found})`, `bool_and(${type} = 'OBJECT') FILTER (${type} <> 'NULL')`]
    : [`SELECT ${each} FROM (SELECT keys, min(r) AS r FROM (${found}) GROUP BY keys)`, 'FALSE'];
  const page = await connection.query(`SELECT k, min((r, n)) AS place, ${nested} AS nested FROM (${fields}) GROUP BY k ORDER BY place`, {
    limit: mostFields + 1,
  });
  return (page.values[0] ?? []).map((key, n) => ({ key: String(key), nested: page.values[2]?.[n] === true }));
}

const pointer = (path: readonly string[]) => path.map((k) => `/${k.replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');

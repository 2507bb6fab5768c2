import { AppError } from '../../base/errors';
import type { Dialect } from '../../model/recipe';
import type { Connection } from '../../ports/engine';
import type { Encoding, Making, Prepared, Sources } from '../../ports/sources';
import { textLiteral } from '../../sql/quote';
import { guarded, readable } from './guarded';
import { columnNames } from './header';
import { readRewritten } from './read-csv';

interface JsonRequest {
  path: string;
  flatten?: boolean | undefined;
}

/** One array of objects, or objects one after the other. @throws AppError `import-unreadable` */
export async function openJson(connection: Connection, { path, flatten }: JsonRequest) {
  const read = `read_json_objects(${textLiteral(path)}, format = 'auto')`;
  const paths = await fieldPaths(connection, read, path, flatten);
  const from = `(SELECT ${fields(paths)} FROM ${read})`;
  return { ...columnsOf(paths), from, fromRefusing: from };
}

/** Lines are read as text first, so that one that is no object does not stop the others. @throws AppError `import-unreadable` */
export async function openLines(
  connection: Connection,
  sources: Sources,
  { path, flatten, encoding, prepared, making }: JsonRequest & { encoding: Encoding; prepared: Prepared; making: Making },
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
    const paths = await fieldPaths(connection, objects, path, flatten);
    const broken = 'CASE WHEN json IS NULL THEN';
    const from = `(SELECT line, ${broken} coalesce(flaw, 'not-json') END AS flaw, lacks, ${broken} coalesce(malformed, c0) END AS malformed,
      ${fields(paths)} FROM ${objects})`;
    const origin = { path: prepared.path, dialect, sheet: false };
    return { ...columnsOf(paths), dialect: { ...dialect, encoding }, from, fromRefusing: from, lined: true, release, origin };
  });
}

function columnsOf(paths: readonly string[][]) {
  return { names: columnNames(paths.map((path) => path.join('.'))), types: paths.map(() => 'VARCHAR') };
}

const mostFields = 10_000;
/** Objects within objects are followed so deep. */
const deepest = 8;

/** In order of appearance; with `flatten`, of objects within objects the fields within. */
async function fieldPaths(connection: Connection, objects: string, file: string, flatten = false): Promise<string[][]> {
  const paths: string[][] = [];
  const follow = async (within: readonly string[]): Promise<void> => {
    for (const { key, nested } of await readable(file, () => keysWithin(connection, objects, within))) {
      const path = [...within, key];
      if (flatten && nested && path.length < deepest) await follow(path);
      else paths.push(path);
      if (paths.length > mostFields) throw new AppError('import-unreadable', { file, reason: `more than ${mostFields} fields` });
    }
  };
  await follow([]);
  if (paths.length === 0) throw new AppError('import-unreadable', { file, reason: 'no objects with fields' });
  return paths;
}

async function keysWithin(connection: Connection, objects: string, within: readonly string[]): Promise<{ key: string; nested: boolean }[]> {
  const inner = within.length === 0 ? 'json' : `json_extract(json, ${textLiteral(pointer(within))})`;
  const page = await connection.query(
    `SELECT k, min((r, n)) AS place, bool_and(t = 'OBJECT') FILTER (t <> 'NULL') AS nested FROM (
       SELECT k, r, n, json_type(j, '/' || replace(replace(k, '~', '~0'), '/', '~1')) AS t FROM (
         SELECT unnest(json_keys(j)) AS k, generate_subscripts(json_keys(j), 1) AS n, j, r
         FROM (SELECT ${inner} AS j, row_number() OVER () AS r FROM ${objects}) WHERE json_type(j) = 'OBJECT'))
     GROUP BY k ORDER BY place`,
    { limit: mostFields + 1 },
  );
  return (page.values[0] ?? []).map((key, n) => ({ key: String(key), nested: page.values[2]?.[n] === true }));
}

const pointer = (path: readonly string[]) => path.map((k) => `/${k.replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');

function fields(paths: readonly string[][]): string {
  return paths.map((path, n) => `json_extract_string(json, ${textLiteral(pointer(path))}) AS c${n}`).join(', ');
}

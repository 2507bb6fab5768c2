import { AppError } from '../../base/errors';
import type { Connection } from '../../ports/engine';
import { textLiteral } from '../../sql/quote';
import { readable } from './guarded';

/** Objects come from here as `json`; `place` is SQL for the place of each. */
export interface Objects {
  from: string;
  place: string;
}

/** What objects have in them. */
export interface Fields {
  /** In order of appearance; with `flatten`, of objects within objects the fields within. */
  paths: string[][];
  /** Those of the paths that some object has more than once. */
  twice: string[][];
  /** The objects themselves, and those within that were followed, each with its fields. */
  followed: { at: readonly string[]; keys: string[] }[];
}

const mostFields = 10_000;
/** Objects within objects are followed so deep. */
const deepest = 8;

/** @throws AppError as `unreadable`, `import-no-objects`, `import-too-many-fields` */
export async function fieldsOf(connection: Connection, objects: Objects, file: string, flatten = false): Promise<Fields> {
  const fields: Fields = { paths: [], twice: [], followed: [] };
  const follow = async (at: readonly string[]): Promise<void> => {
    const found = await readable(file, 'json', () => keysWithin(connection, objects, at, flatten));
    fields.followed.push({ at, keys: found.map(({ key }) => key) });
    for (const { key, nested, twice } of found) {
      const path = [...at, key];
      if (nested && path.length < deepest) await follow(path);
      else fields.paths.push(path);
      if (twice) fields.twice.push(path);
      if (fields.paths.length > mostFields) throw new AppError('import-too-many-fields', { file, most: mostFields });
    }
  };
  await follow([]);
  if (fields.paths.length === 0) throw new AppError('import-no-objects', { file });
  return fields;
}

/** @param looksInto whether it is asked which of them hold nothing but objects */
async function keysWithin(
  connection: Connection,
  { from, place }: Objects,
  within: readonly string[],
  looksInto: boolean,
): Promise<{ key: string; nested: boolean; twice: boolean }[]> {
  const inner = within.length === 0 ? 'json' : `json_extract(json, ${pointer(within)})`;
  const found = `SELECT j, json_keys(j) AS keys, r FROM (SELECT ${inner} AS j, ${place} AS r FROM ${from}) WHERE json_type(j) = 'OBJECT'`;
  const each = 'unnest(keys) AS k, generate_subscripts(keys, 1) AS n, r';
  // Many objects have few kinds of field lists: a field's first place is that of the first object of a kind.
  const type = "json_type(j, '/' || replace(replace(k, '~', '~0'), '/', '~1'))";
  const [fields, nested] = looksInto
    ? [`SELECT ${each}, j FROM (${found})`, `bool_and(${type} = 'OBJECT') FILTER (${type} <> 'NULL')`]
    : [`SELECT ${each} FROM (SELECT keys, min(r) AS r FROM (${found}) GROUP BY keys)`, 'FALSE'];
  const page = await connection.query(
    `SELECT k, min((r, n)) AS place, ${nested} AS nested, count(*) > count(DISTINCT r) AS twice FROM (${fields}) GROUP BY k ORDER BY place`,
    { limit: mostFields + 1 },
  );
  const is = (column: number, row: number) => page.values[column]?.[row] === true;
  return (page.values[0] ?? []).map((key, n) => ({ key: String(key), nested: is(2, n), twice: is(3, n) }));
}

/** SQL that is true of an object with something in it that these fields leave out. @param taken of all of them when absent */
export function hasOthers({ followed }: Fields, taken: readonly string[][] | undefined): string {
  const needed = taken ? followed.filter(({ at }) => taken.some((path) => at.every((key, n) => path[n] === key))) : followed;
  const faults = needed.flatMap(({ at, keys }) => {
    const [place, known] = [at.length === 0 ? '' : `, ${pointer(at)}`, keys.map(textLiteral).join(', ')];
    const more = taken ? 'FALSE' : `NOT list_has_all([${known}]::VARCHAR[], json_keys(json${place}))`;
    if (at.length === 0) return taken ? [] : [more];
    return [`CASE json_type(json${place}) WHEN 'OBJECT' THEN ${more} WHEN 'NULL' THEN FALSE ELSE json_type(json${place}) IS NOT NULL END`];
  });
  return faults.join(' OR ') || 'FALSE';
}

/** SQL for where in an object a field stands. */
export const pointer = (path: readonly string[]) =>
  textLiteral(path.map((k) => `/${k.replaceAll('~', '~0').replaceAll('/', '~1')}`).join(''));

import { AppError } from '../../base/errors';
import type { Step } from '../../plan/plan';
import type { Connection } from '../../ports/engine';
import { ident } from '../../sql/quote';

/**
 * Rows that a person's SQL made have keys of their dimension's entity, each once; keys it was given need not be there any more.
 * @throws AppError `sql-key-empty`, `sql-key-unknown`, `sql-key-repeated` with the first offending key
 */
export async function verifyKey(connection: Connection, step: Step, table: string): Promise<void> {
  const { key, dimension, known } = step.population;
  const names = key.map((k) => ident(k.name));
  const list = names.join(', ');
  const empty = names.map((k) => `made.${k} IS NULL`).join(' OR ');
  const same = names.map((k) => `known.${k} = made.${k}`).join(' AND ');
  const entity = `main.${ident(dimension)} AS known`;
  const counted = await connection.query(
    `SELECT count(*), count(*) FILTER (WHERE ${empty}), (SELECT count(*) FROM ${table} AS made JOIN ${entity} ON ${same}), (SELECT count(*) FROM (SELECT DISTINCT ${list} FROM ${table})) FROM ${table} AS made`,
    { limit: 1 },
  );
  const [rows = 0, without = 0, found = 0, keys = 0] = counted.values.map((column) => Number(column[0]));
  if (without > 0) throw new AppError('sql-key-empty', { rows: without });
  if (known && found < rows) {
    const strangers = `NOT EXISTS (SELECT 1 FROM ${entity} WHERE ${same})`;
    const first = await connection.query(`SELECT ${list} FROM ${table} AS made WHERE ${strangers} ORDER BY ${list}`, { limit: 1 });
    throw new AppError('sql-key-unknown', { key: told(first.values), rows: rows - found, entity: dimension });
  }
  if (keys === rows) return;
  const repeated = await connection.query(
    `SELECT ${list}, count(*) AS times FROM ${table} GROUP BY ${list} HAVING count(*) > 1 ORDER BY ${list}`,
    { limit: 1 },
  );
  throw new AppError('sql-key-repeated', { key: told(repeated.values.slice(0, -1)), times: Number(repeated.values.at(-1)?.[0]) });
}

const told = (values: readonly (readonly unknown[])[]) => values.map((column) => String(column[0])).join(' / ');

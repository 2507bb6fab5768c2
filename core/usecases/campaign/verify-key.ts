import { AppError } from '../../base/errors';
import type { Step } from '../../plan/plan';
import type { Connection } from '../../ports/engine';
import { ident } from '../../sql/quote';

/**
 * Rows that a person's SQL made have keys of their dimension's entity, each once.
 * @throws AppError `sql-key-empty`, `sql-key-unknown`, `sql-key-repeated` with the first offending key
 */
export async function verifyKey(connection: Connection, step: Step, table: string): Promise<void> {
  const { key, dimension } = step.population;
  const names = key.map((k) => ident(k.name));
  const list = names.join(', ');
  const empty = names.map((k) => `made.${k} IS NULL`).join(' OR ');
  const known = `EXISTS (SELECT 1 FROM main.${ident(dimension)} AS known WHERE ${names.map((k) => `known.${k} = made.${k}`).join(' AND ')})`;
  const counted = await connection.query(
    `SELECT count(*) FILTER (WHERE ${empty}), count(*) FILTER (WHERE NOT ${known}) FROM ${table} AS made`,
    { limit: 1 },
  );
  const [without = 0, strangers = 0] = counted.values.map((column) => Number(column[0]));
  if (without > 0) throw new AppError('sql-key-empty', { rows: without });
  if (strangers > 0) {
    const first = await connection.query(`SELECT ${list} FROM ${table} AS made WHERE NOT ${known} ORDER BY ${list}`, { limit: 1 });
    throw new AppError('sql-key-unknown', { key: told(first.values), rows: strangers, entity: dimension });
  }
  const repeated = await connection.query(
    `SELECT ${list}, count(*) AS times FROM ${table} GROUP BY ${list} HAVING count(*) > 1 ORDER BY ${list}`,
    { limit: 1 },
  );
  if (repeated.rows > 0)
    throw new AppError('sql-key-repeated', { key: told(repeated.values.slice(0, -1)), times: Number(repeated.values.at(-1)?.[0]) });
}

const told = (values: readonly (readonly unknown[])[]) => values.map((column) => String(column[0])).join(' / ');

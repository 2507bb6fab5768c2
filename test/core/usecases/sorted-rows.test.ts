import { expect, it } from 'vitest';
import type { DataType, Entity } from '../../../core/model/entity';
import { readEntityRows } from '../../../core/usecases/data/read-entity-rows';
import { manyRows } from '../../../core/usecases/sorted-rows';
import { rows, withImport } from '../../support/import';

/** Some values over and over, others nearly once, and every sort that has a place of its own in an order. */
const columns: { name: string; type: DataType; sql: string }[] = [
  {
    name: 'text',
    type: 'text',
    sql: `CASE WHEN n % 11 = 0 THEN NULL WHEN n % 5 = 0 THEN 'ä''' || n % 3 ELSE chr(0) || md5(n::VARCHAR) END`,
  },
  { name: 'same', type: 'text', sql: `'same'` },
  { name: 'nothing', type: 'integer', sql: 'CAST(NULL AS BIGINT)' },
  {
    name: 'number',
    type: 'number',
    sql: `CAST(CASE n % 9 WHEN 0 THEN 'nan' WHEN 1 THEN '-inf' WHEN 2 THEN '-0.0' WHEN 3 THEN '0.0' ELSE CAST(n * 7919 % 1000 / 7 AS VARCHAR) END AS DOUBLE)`,
  },
  { name: 'large', type: 'integer', sql: '(n * 7919 % 100003) * 90000000000000' },
  { name: 'amount', type: 'decimal', sql: 'CAST(n * 31 % 977 / 100 AS DECIMAL(18, 2))' },
  { name: 'day', type: 'date', sql: `DATE '0001-01-01' + CAST(n * 37 % 4000 AS INTEGER)` },
  { name: 'at', type: 'timestamp', sql: `TIMESTAMP '2024-01-01' + to_microseconds(n * 7919 % 86400000001)` },
  { name: 'yes', type: 'boolean', sql: 'n % 7 < 3' },
  { name: 'list', type: 'text', sql: '[n % 13, n % 3]' },
];

it(
  'pages of many sorted rows are those of sorting them all',
  () =>
    withImport(async (bench) => {
      const total = manyRows + 50_000;
      const made = columns.map(({ name, sql }) => `${sql} AS "${name}"`).join(', ');
      await rows(bench, `CREATE TABLE main.e AS SELECT n AS id, ${made} FROM range(${total * 2}) AS r(n)`);
      await rows(bench, 'DELETE FROM main.e WHERE id % 2 = 1');
      const attributes = [{ name: 'id', type: 'integer' as const }, ...columns.map(({ name, type }) => ({ name, type }))];
      const document: Entity = { name: 'e', attributes, key: ['id'], rows: total, dataVersion: 1 };
      await bench.ctx.store.commit([{ kind: 'entity', id: 'e', document }]);
      for (const { name: column } of columns)
        for (const descending of [false, true]) {
          const order = `"${column}" ${descending ? 'DESC' : 'ASC'} NULLS LAST, rowid`;
          const all = (await rows(bench, `SELECT list(id ORDER BY ${order}) FROM main.e`))[0]?.[0];
          for (const offset of [60, total / 3, total - 20_000, total - 30, total + 5]) {
            const page = await readEntityRows(bench.ctx, { entity: 'e', offset, limit: 60, sort: { column, descending } });
            expect({ column, descending, offset, ids: page.values[0] }).toEqual({
              column,
              descending,
              offset,
              ids: Array.isArray(all) ? all.slice(offset, offset + 60) : undefined,
            });
          }
        }
    }),
  120_000,
);

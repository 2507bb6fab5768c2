import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Cell } from '../../../../core/model/value';
import type { Connection } from '../../../../core/ports/engine';
import { duckdb } from '../../../../core/sql/dialect/duckdb';
import { countBins } from '../../../../core/usecases/population/histogram';
import { bothEngines } from '../../../support/engines';
import { hold } from '../../../support/hold';

const day = fc.date({ min: new Date('0001-01-01'), max: new Date('9999-12-31'), noInvalidDate: true });
const kinds = [
  { type: 'integer' as const, scale: 0, values: fc.bigInt({ min: -(2n ** 62n), max: 2n ** 62n }).map(String) },
  { type: 'integer' as const, scale: 0, values: fc.integer({ min: -5, max: 5 }).map(String) },
  { type: 'decimal' as const, scale: 2, values: fc.integer({ min: -100_000, max: 100_000 }).map((n) => (n / 100).toFixed(2)) },
  {
    type: 'number' as const,
    scale: 0,
    values: fc.double({ noNaN: false }).map((n) => (Number.isNaN(n) ? 'nan' : Number.isFinite(n) ? String(n) : n > 0 ? 'inf' : '-inf')),
  },
  { type: 'date' as const, scale: 0, values: day.map((d) => d.toISOString().slice(0, 10)) },
  { type: 'timestamp' as const, scale: 0, values: day.map((d) => d.toISOString().slice(0, 23).replace('T', ' ')) },
];

describe.each(bothEngines)('bins on %s', (_kind, withEngine) => {
  let connection: Connection;
  let release: () => Promise<void>;
  beforeAll(async () => {
    ({ connection, release } = await hold(withEngine));
  }, 60_000);
  afterAll(() => release());

  it.each(kinds)('of $type (%#) hold each value once, in order, and add up', { timeout: 120_000 }, async ({ type, scale, values }) => {
    const sqlType = duckdb.typeName(type, scale);
    const rows = fc.array(fc.option(values, { freq: 6 }), { maxLength: 40 });
    await fc.assert(
      fc.asyncProperty(
        rows,
        fc.integer({ min: 1, max: 30 }),
        fc.constantFrom('width' as const, 'quantile' as const),
        async (cells, bins, method) => {
          const list = cells.map((c) => (c === null ? `(CAST(NULL AS ${sqlType}))` : `(CAST('${c}' AS ${sqlType}))`));
          await connection.run(
            `CREATE OR REPLACE TABLE binned AS SELECT * FROM (VALUES ${list.join(', ') || `(CAST(NULL AS ${sqlType}))`}) AS t(v)${list.length ? '' : ' WHERE FALSE'}`,
          );
          const column = type === 'decimal' ? { name: 'v', type, scale } : { name: 'v', type };
          const found = await countBins(connection, { from: 'binned', value: 'v', column }, { bins, method });
          expect(found.rows).toBe(cells.length);
          expect(found.empty).toBe(cells.filter((c) => c === null).length);
          expect(found.others).toBe(cells.filter((c) => c !== null && /nan|inf/.test(c)).length);
          expect(found.empty + found.others + found.bars.reduce((sum, b) => sum + b.rows, 0)).toBe(cells.length);
          expect(found.bars.length).toBeLessThanOrEqual(bins);
          const literal = (cell: Cell) => `CAST('${String(cell)}' AS ${sqlType})`;
          for (const [i, bar] of found.bars.entries()) {
            const before = found.bars[i - 1];
            const low = before ? `v > ${literal(before.to)}` : `v >= ${literal(bar.from)}`;
            const page = await connection.query(
              `SELECT count(*), ${literal(bar.from)} <= ${literal(bar.to)} FROM binned WHERE ${low} AND v <= ${literal(bar.to)}`,
              { limit: 1 },
            );
            expect(page.values.map((v) => v[0])).toEqual([bar.rows, true]);
          }
        },
      ),
      { numRuns: process.env.MUSTER_LONG ? 500 : 25 },
    );
  });
});

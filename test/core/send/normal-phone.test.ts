import { describe, expect, it } from 'vitest';
import { normalPhone } from '../../../core/send/suppression';
import { duckdb } from '../../../core/sql/dialect/duckdb';
import { text } from '../../../core/sql/expression';
import { printQuery } from '../../../core/sql/print';
import type { Written } from '../../../core/sql/query';
import { bothEngines } from '../../support/engines';

describe.each(bothEngines)('a phone number, on %s', (_, withEngine) => {
  it('is the same however it is written', async () => {
    const written = [
      ['+33 6 12 34 56 78', '+33612345678'],
      ['0033 6.12.34.56.78', '+33612345678'],
      ['(+33) 6-12-34-56-78', '+33612345678'],
      ['+33 (0)6 12 34 56 78', '+33612345678'],
      ['tel: 0033 (0) 612345678', '+33612345678'],
      ['06 12 34 56 78', '0612345678'],
      ['(0)6 12', '0612'],
      ['33+6', '336'],
      ['+', null],
      ['none', null],
      ['', null],
    ] as const;
    const columns = written.map(([number], i) => ({ name: `n${i}`, is: normalPhone(text(number)) }));
    await withEngine(async (connection) => {
      const page = await connection.query(printQuery({ kind: 'select', columns, from: { relation: one, alias: 'one' } }, duckdb), {
        limit: 1,
      });
      expect(page.values.map(([value]) => value)).toEqual(written.map(([, normal]) => normal));
    });
  });
});

const one: Written = { kind: 'written', sql: 'SELECT 1 AS n', tables: [] };

import { expect, it } from 'vitest';
import { inShare } from '../../../core/segment/random';
import { duckdb } from '../../../core/sql/dialect/duckdb';
import { text } from '../../../core/sql/expression';
import { printExpression } from '../../../core/sql/print';
import { withNative } from '../../support/engines';

it('draws into a share what is below that share of 2^32, to the nearest', () =>
  withNative(async (connection) => {
    const isIn = async (drawn: string, share: number) => {
      const sql = printExpression(inShare(text(`${drawn}${'f'.repeat(56)}`), share), duckdb);
      return (await connection.query(`SELECT ${sql}`, { limit: 1 })).values[0]?.[0];
    };
    expect(await isIn('7fffffff', 0.5)).toBe(true);
    expect(await isIn('80000000', 0.5)).toBe(false);
    expect(await isIn('19999999', 0.1)).toBe(true);
    expect(await isIn('1999999a', 0.1)).toBe(false);
    expect(await isIn('00000000', 0)).toBe(false);
    expect(await isIn('ffffffff', 1)).toBe(true);
  }));

import { expect, it } from 'vitest';
import { normalEmail } from '../../../../core/segment/bonds';
import { duckdb } from '../../../../core/sql/dialect/duckdb';
import { column } from '../../../../core/sql/expression';
import { printExpression } from '../../../../core/sql/print';
import { printQuickly } from '../../../../core/usecases/data/quick-trim';
import { rows, withImport } from '../../../support/import';

/** Spaces of every sort, and what is none although it looks like one. */
const around = ['', ' ', '  ', '\u00a0', '\u1680', '\u2003', '\u202f', '\u205f', '\u3000', '\t', '\n', '\u200b', '\ufeff'];
const inner = ['', 'A@B.org', 'Ä@ü.DE', 'a b@c', '名@例.jp'];

it('an address that is trimmed only where it need be is the same', () =>
  withImport(async (bench) => {
    const values = around.flatMap((before) => around.flatMap((after) => inner.map((text) => before + text + after)));
    const listed = [...values.map((v) => `('${v}')`), '(NULL)'].join(', ');
    const value = normalEmail(column('r', 'v'));
    const sql = `SELECT ${printExpression(value, duckdb)}, ${printQuickly(value)} FROM (VALUES ${listed}) AS r(v)`;
    const found = await rows(bench, sql);
    expect(found).toHaveLength(values.length + 1);
    expect(found.map((r) => r[1])).toEqual(found.map((r) => r[0]));
  }));

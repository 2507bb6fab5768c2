import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { duckdb } from '../../../core/sql/dialect/duckdb';
import { call, column, compare, text } from '../../../core/sql/expression';
import { printQuery } from '../../../core/sql/print';
import type { Select } from '../../../core/sql/query';
import { ident, literalText } from '../../../core/sql/quote';
import { withNative } from '../../support/engines';

describe('values and names in SQL', () => {
  it('give back any text unchanged, whatever it holds', () =>
    withNative(async (connection) => {
      await fc.assert(
        fc.asyncProperty(
          fc.string({ unit: 'binary', maxLength: 40 }).filter((s) => !s.includes('\0') && !/\p{Cs}/u.test(s)),
          async (value) => {
            const page = await connection.query(`SELECT ${literalText('text', value)} AS ${ident(value || 'x')}`, { limit: 1 });
            expect(page.values[0]?.[0]).toBe(value);
            expect(page.columns[0]?.name).toBe(value || 'x');
          },
        ),
        { numRuns: 300 },
      );
    }));

  it.each([
    ['integer', '1; DROP TABLE x'],
    ['integer', '1.5'],
    ['decimal', '1e5'],
    ['date', "2026-01-01' OR '1'='1"],
    ['date', '2026-02-29'],
    ['timestamp', '2026-01-01 25'],
    ['number', 'NaN'],
    ['boolean', 'true'],
  ] as const)('refuse %s %s', (type, value) => {
    expect(literalText(type, value)).toBeUndefined();
  });

  it('keep every digit of a decimal and a long integer', () =>
    withNative(async (connection) => {
      const page = await connection.query(
        `SELECT ${literalText('integer', '9223372036854775807')}, ${literalText('decimal', '123456789012345678.9')}`,
        { limit: 1 },
      );
      expect(page.values).toEqual([['9223372036854775807'], ['123456789012345678.9']]);
    }));
});

describe('printed queries', () => {
  const base: Select = {
    kind: 'select',
    columns: [{ name: 'a', is: column('t', 'a') }],
    from: { relation: { kind: 'table', schema: 'main', name: 'numbers' }, alias: 't' },
  };

  it('keep what belongs together in brackets', () =>
    withNative(async (connection) => {
      await connection.run('CREATE TABLE numbers AS SELECT range AS a FROM range(10)');
      const is = (n: string) => compare('=', column('t', 'a'), { kind: 'literal', type: 'integer', value: n });
      const either = { kind: 'or' as const, all: [is('1'), is('2')] };
      const where = { kind: 'and' as const, all: [either, { kind: 'not' as const, inner: either }] };
      const page = await connection.query(printQuery({ ...base, where }, duckdb), { limit: 10 });
      expect(page.rows).toBe(0);
      const other = { kind: 'or' as const, all: [{ kind: 'and' as const, all: [is('1'), is('2')] }, is('3')] };
      expect((await connection.query(printQuery({ ...base, where: other }, duckdb), { limit: 10 })).values[0]).toEqual([3]);
    }));

  it('put empty values last in both directions', () =>
    withNative(async (connection) => {
      await connection.run('CREATE TABLE numbers AS SELECT * FROM (VALUES (2), (NULL), (1)) AS v(a)');
      for (const descending of [false, true]) {
        const page = await connection.query(printQuery({ ...base, orderBy: [{ by: column('t', 'a'), descending }] }, duckdb), { limit: 3 });
        expect(page.values[0]?.[2]).toBeNull();
      }
    }));

  it('take percent signs and exclamation marks of a pattern literally where they are escaped', () =>
    withNative(async (connection) => {
      await connection.run("CREATE TABLE numbers AS SELECT * FROM (VALUES ('100%!'), ('100')) AS v(a)");
      const where = { kind: 'like' as const, inner: call('lower', column('t', 'a')), pattern: text('100!%!!') };
      expect((await connection.query(printQuery({ ...base, where }, duckdb), { limit: 3 })).values[0]).toEqual(['100%!']);
    }));

  it('leave line breaks in values, written SQL and written expressions as they are, however deep they stand', () =>
    withNative(async (connection) => {
      await connection.run('CREATE TABLE numbers AS SELECT 1 AS a');
      const lines = 'one\n  two\r\nthree';
      const relation = {
        kind: 'written' as const,
        sql: `SELECT 1 AS a, '${lines}' AS b, $c AS c -- with a comment;`,
        tables: [],
        values: { c: [text(lines)] },
      };
      const expression = { kind: 'written-expression' as const, sql: `'${lines}'`, values: {} };
      const inner: Select = {
        kind: 'select',
        columns: [
          ...['b', 'c'].map((name) => ({ name, is: column('w', name) })),
          { name: 'd', is: text(lines) },
          { name: 'e', is: expression },
        ],
        from: { relation, alias: 'w' },
      };
      const outer: Select = {
        ...inner,
        columns: ['b', 'c', 'd', 'e'].map((name) => ({ name, is: column('i', name) })),
        from: { relation: inner, alias: 'i' },
      };
      const page = await connection.query(printQuery(outer, duckdb), { limit: 2 });
      expect(page.values).toEqual([[lines], [lines], [lines], [lines]]);
    }));
});

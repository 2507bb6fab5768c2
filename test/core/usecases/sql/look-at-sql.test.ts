import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Chart } from '../../../../core/model/chart';
import type { PlanNode } from '../../../../core/model/plan-tree';
import { statementsKept } from '../../../../core/model/statement';
import { chartSql } from '../../../../core/usecases/sql/chart-sql';
import { explainSql } from '../../../../core/usecases/sql/explain-sql';
import { findStatements, rememberStatement } from '../../../../core/usecases/sql/statements';
import { openShop, type ShopWorkspace } from '../../../support/shop-workspace';

const asOf = '2026-03-01T09:00:00Z';
const every = (nodes: readonly PlanNode[]): PlanNode[] => nodes.flatMap((node) => [node, ...every(node.children)]);

describe.each(['native', 'wasm'] as const)('looking at SQL, on the %s engine', (engine) => {
  let shop: ShopWorkspace;
  beforeAll(async () => {
    shop = await openShop({ engine });
  });
  afterAll(() => shop.close());

  const chart = (sql: string, wanted: Partial<Chart>) =>
    chartSql(shop.ctx, { sql, asOf }, { kind: 'bar', x: 'x', measure: 'rows', y: [], bins: 4, ...wanted });

  it('gives a plan as a tree of operators, with rows and times once it was run', async () => {
    const request = { sql: 'SELECT x % 3 AS third, count(*) FROM range(100) AS t(x) WHERE x > 9 GROUP BY 1', asOf };
    const expected = await explainSql(shop.ctx, request, { measure: false });
    expect([expected.milliseconds, every(expected.roots).every((node) => node.rows === null)]).toEqual([null, true]);
    expect(
      every(expected.roots)
        .map((node) => node.operator)
        .join(' '),
    ).toMatch(/GROUP_BY/);
    const measured = await explainSql(shop.ctx, request, { measure: true });
    expect(measured.milliseconds).not.toBeNull();
    expect(every(measured.roots).find((node) => /GROUP_BY/.test(node.operator))).toMatchObject({ rows: 3 });
    expect(every(measured.roots).some((node) => node.operator === 'EXPLAIN_ANALYZE')).toBe(false);
  });

  it('draws the largest bars, and says how many there are', async () => {
    const sql = 'SELECT CASE WHEN n % 7 = 0 THEN NULL ELSE n % 60 END AS x, n AS y FROM range(600) AS t(n)';
    const bars = await chart(sql, { measure: 'sum', y: ['y'] });
    expect([bars.groups, bars.from.length, bars.rows, bars.left]).toEqual([60, 40, 600, 86]);
    const values = bars.series[0]?.values.map(Number) ?? [];
    expect(values).toEqual(values.toSorted((a, b) => b - a));
    const line = await chart(sql, { kind: 'line' });
    expect([line.from.length, line.from[0], line.from[59]]).toEqual([60, 0, 59]);
    expect(line.series[0]?.values.reduce((sum: number, v) => sum + (v ?? 0), 0)).toBe(514);
  });

  it('cuts numbers and days into ranges that leave nothing out', async () => {
    const numbers = await chart('SELECT n * 1.5 AS x FROM range(10) AS t(n) UNION ALL SELECT NULL', { kind: 'histogram' });
    expect([numbers.rows, numbers.left, numbers.series[0]?.values.reduce((sum: number, v) => sum + (v ?? 0), 0)]).toEqual([11, 1, 10]);
    const days = await chart("SELECT DATE '2026-01-01' + CAST(n AS INTEGER) AS x FROM range(8) AS t(n)", { kind: 'histogram' });
    expect([days.from[0], days.to.at(-1), days.series[0]?.values]).toEqual(['2026-01-01', '2026-01-08', [2, 2, 2, 2]]);
  });

  it('refuses to measure what is no number', async () => {
    const sql = "SELECT 'a' AS x, 'b' AS y";
    await expect(chart(sql, { kind: 'histogram' })).rejects.toMatchObject({ code: 'chart-not-a-number' });
    await expect(chart(sql, { measure: 'sum', y: ['y'] })).rejects.toMatchObject({ code: 'chart-not-a-number' });
    await expect(chart(sql, { x: 'z' })).rejects.toMatchObject({ code: 'not-found' });
  });

  it('keeps the newest statements, found by any of their words', async () => {
    const { ctx } = shop;
    const at = (n: number) => new Date(Date.UTC(2026, 0, 1) + n).toISOString();
    const old = Array.from({ length: statementsKept }, (_, n) => {
      const id = `${at(n).replaceAll(/\D/g, '').padEnd(20, '0')}-000`;
      return {
        kind: 'statement' as const,
        id,
        document: { format: 1 as const, id, sql: `SELECT ${n}`, parameters: {}, at: at(n), milliseconds: 1 },
      };
    });
    await ctx.store.commit(old);
    for (const sql of ['SELECT one FROM two', 'SELECT two'])
      await rememberStatement(ctx, { sql, parameters: {}, at: at(statementsKept), milliseconds: 2 });
    const found = findStatements(ctx, { search: '', offset: 0, limit: 2 });
    expect([found.total, ...found.statements.map((s) => s.sql)]).toEqual([statementsKept, 'SELECT two', 'SELECT one FROM two']);
    expect(findStatements(ctx, { search: 'TWO from', offset: 0, limit: 9 }).statements.map((s) => s.sql)).toEqual(['SELECT one FROM two']);
    expect(findStatements(ctx, { search: 'SELECT 1', offset: 0, limit: 1 }).total).toBeLessThan(statementsKept);
  });
});

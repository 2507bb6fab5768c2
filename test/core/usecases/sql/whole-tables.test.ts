import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { audience } from '../../../../core/model/audience';
import { type Campaign, campaign } from '../../../../core/model/campaign';
import { entity } from '../../../../core/model/entity';
import type { CountReport } from '../../../../core/model/report';
import { countCampaign } from '../../../../core/usecases/campaign/count-campaign';
import type { Context } from '../../../../core/usecases/context';
import { chartSql } from '../../../../core/usecases/sql/chart-sql';
import { explainSql } from '../../../../core/usecases/sql/explain-sql';
import { exportSql } from '../../../../core/usecases/sql/export-sql';
import { querySql } from '../../../../core/usecases/sql/query-sql';
import { saveSqlEntity } from '../../../../core/usecases/sql/save-entity';
import { openEmpty, type TestWorkspace } from '../../../support/empty-workspace';
import { forgetWorktables } from '../../../support/run-plan';

const asOf = '2026-03-01T09:00:00Z';

const rows = 130_000;
/** Rows of the first part of the table, none of which has a value in `x` or `b`; in all others `x` is `a` and `b` is TRUE. */
const empty = 122_880;

const conditions = ["x IS DISTINCT FROM 'a' OR x = 'b'", 'b IS NOT TRUE OR b IS FALSE'];

/** Table by table; where everything is counted at once, it is the same. */
async function counted(ctx: Context, document: Campaign): Promise<CountReport> {
  const report = await countCampaign(ctx, document, { asOf });
  const connection = await ctx.connection();
  await forgetWorktables(connection);
  await connection.close();
  const { counts } = await countCampaign(ctx, document, { asOf, countsFirst: 0 });
  expect(counts).toEqual(report.counts);
  return report;
}

describe.each(['native', 'wasm'] as const)('SQL over rows without a value, on the %s engine', (engine) => {
  let opened: TestWorkspace;
  beforeAll(async () => {
    opened = await openEmpty({ engine });
    const { ctx } = opened;
    const connection = await ctx.connection();
    await connection.run(
      `CREATE TABLE people AS SELECT i::BIGINT AS id, CASE WHEN i >= ${empty} THEN 'a' END AS x, CASE WHEN i >= ${empty} THEN TRUE END AS b
       FROM range(${rows}) r(i)`,
    );
    await connection.close();
    const document = entity.parse({
      name: 'people',
      key: ['id'],
      rows,
      dataVersion: 1,
      attributes: [
        { name: 'id', type: 'integer' },
        { name: 'x', type: 'text' },
        { name: 'b', type: 'boolean' },
      ],
    });
    await ctx.store.commit([{ kind: 'entity', id: 'people', document }]);
  });
  afterAll(() => opened.close());

  it.each(conditions)('gives the rows of a statement: %s', async (condition) => {
    const { ctx } = opened;
    const sql = `SELECT id FROM people WHERE ${condition}`;
    expect((await querySql(ctx, { sql, asOf, offset: 0, limit: 1 })).total).toBe(empty);
    const one = `SELECT 1 AS one FROM people WHERE ${condition}`;
    expect((await chartSql(ctx, { sql: one, asOf }, { kind: 'bar', x: 'one', measure: 'rows', y: [], bins: 1 })).rows).toBe(empty);
    const file = join(ctx.files.resolve('.'), 'rows.csv');
    const format = { kind: 'csv', delimiter: ',', header: true, lineEnd: 'lf' } as const;
    expect(await exportSql(ctx, { sql, asOf, file, format })).toBe(empty);
    expect((await readFile(file, 'utf8')).split('\n')).toHaveLength(empty + 2);
    const name = `made${conditions.indexOf(condition)}`;
    for (const replace of [false, true]) expect((await saveSqlEntity(ctx, { sql, asOf }, { name, key: ['id'], replace })).rows).toBe(empty);
  });

  it.each(conditions)('plans a statement as it runs: %s', async (condition) => {
    if (engine === 'wasm') return;
    const { roots } = await explainSql(opened.ctx, { sql: `SELECT id FROM people WHERE ${condition}`, asOf }, { measure: true });
    expect(roots[0]?.rows ?? roots[0]?.children[0]?.rows).toBe(empty);
  });

  it('gives the rows of a rule', async () => {
    const { ctx } = opened;
    const is = (op: string, more: object = {}) => ({ kind: 'attribute', attribute: 'b', test: { op, ...more } });
    const not = (rule: object) => ({ kind: 'not', rule });
    const rules = [
      [not(is('true')), is('equals', { value: false })],
      [is('equals', { value: false }), not(is('true'))],
      [not(is('equals', { value: true })), is('equals', { value: false })],
      [not(is('true')), not(is('true'))],
      [not({ kind: 'all', rules: [is('true'), is('true')] }), is('equals', { value: false })],
      [not({ kind: 'any', rules: [is('true'), { kind: 'any', rules: [] }] }), is('equals', { value: false })],
      [not(not(is('false'))), not(not(not(is('true')))), is('equals', { value: false })],
      [not(is('true')), { kind: 'sql', sql: 'b = FALSE' }],
      [not({ kind: 'sql', sql: 'b' }), is('equals', { value: false })],
      [{ kind: 'sql', sql: 'b IS NOT TRUE' }, is('equals', { value: false })],
      [
        { kind: 'sql', sql: "x IS DISTINCT FROM 'a'" },
        { kind: 'attribute', attribute: 'x', test: { op: 'equals', value: 'b', exact: true } },
      ],
      [
        { kind: 'sql', sql: "x IS DISTINCT FROM 'a'" },
        { kind: 'sql', sql: "x = 'b'" },
      ],
      [
        {
          kind: 'all',
          rules: [
            { kind: 'sql', sql: "x IS DISTINCT FROM 'a' OR x = 'b'" },
            { kind: 'attribute', attribute: 'id', test: { op: 'less', value: empty } },
          ],
        },
      ],
      [is('equals', { value: true }), is('equals', { value: false })].map((rule) => ({
        kind: 'all',
        rules: [{ kind: 'attribute', attribute: 'id', test: { op: 'less', value: empty } }, not(rule)],
      })),
      [not(is('true')), is('equals', { value: false })].map((rule) => ({
        kind: 'all',
        rules: [{ kind: 'attribute', attribute: 'id', test: { op: 'less', value: empty } }, rule],
      })),
    ];
    for (const any of rules) {
      const activities = [{ id: 'a', type: 'build-audience', dimension: 'people', rule: { kind: 'any', rules: any } }];
      const made = campaign.parse({ format: 1, id: 'r', name: 'R', seed: 's', flow: { activities, transitions: [] }, variables: [] });
      const { counts, problems } = await counted(ctx, made);
      expect(problems.filter((p) => p.severity === 'error')).toEqual([]);
      expect.soft([any, counts.map((c) => c.rows)]).toEqual([any, [empty]]);
    }
  });

  it.each(conditions)('gives the rows of a flow: %s', async (condition) => {
    const { ctx } = opened;
    const members = audience.parse({
      format: 1,
      id: 'members',
      name: 'Members',
      dimension: 'people',
      definition: { kind: 'sql', sql: `SELECT id FROM people WHERE ${condition}` },
    });
    await ctx.store.commit([{ kind: 'audience', id: 'members', document: members }]);
    const build = (id: string, rule: object) => ({ id, type: 'build-audience', dimension: 'people', rule: { kind: 'all', rules: [rule] } });
    const sql = (id: string, text: string) => ({ id, type: 'sql', dimension: 'people', sql: text });
    const activities = [
      build('expression', { kind: 'sql', sql: condition }),
      build('inner', { kind: 'sql', sql: `id IN (SELECT id FROM people WHERE ${condition})` }),
      build('member', { kind: 'audience', audience: 'members', member: true }),
      { id: 'saved', type: 'read-audience', audience: 'members' },
      sql('statement', `SELECT p.id FROM main.people p WHERE ${condition}`),
      sql('named', 'SELECT id FROM audience.members'),
      { ...build('everybody', {}), rule: { kind: 'all', rules: [] } },
      { id: 'enriched', type: 'enrich', additions: ['x', 'b'].map((attribute) => ({ kind: 'attribute', attribute, as: attribute })) },
      sql('input', `SELECT id FROM input WHERE ${condition}`),
      sql('half', `SELECT id, x, b, ${condition.replace(' OR ', ' AS one, ')} AS other FROM people`),
      sql('whole', 'SELECT id FROM input WHERE one OR other'),
    ];
    const arrow = (from: string, to: string) => ({ from, output: 'out', to, input: 0 });
    const transitions = [arrow('everybody', 'enriched'), arrow('enriched', 'input'), arrow('half', 'whole')];
    const made = campaign.parse({ format: 1, id: 'c', name: 'C', seed: 's', flow: { activities, transitions }, variables: [] });
    const { counts, problems } = await counted(ctx, made);
    expect(problems.filter((p) => p.severity === 'error')).toEqual([]);
    const all = new Set(['everybody', 'enriched', 'half']);
    expect(Object.fromEntries(counts.map((c) => [c.activity, c.rows]))).toEqual(
      Object.fromEntries(activities.map(({ id }) => [id, all.has(id) ? rows : empty])),
    );
  });
});

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { campaign } from '../../../core/model/campaign';
import { planCampaign } from '../../../core/plan/plan-campaign';
import type { Connection } from '../../../core/ports/engine';
import { describeSql } from '../../../core/usecases/sql/describe-sql';
import { bothEngines } from '../../support/engines';
import { hold } from '../../support/hold';
import { fillShop, shopAsOf, shopModel, shopWorkspace } from '../../support/shop';

const variables = [
  { name: 'word', type: 'text', value: "x') OR TRUE OR ('y" },
  { name: 'lines', type: 'text', value: 'one\ntwo' },
];

describe.each(bothEngines)('SQL inside rules on %s', (_kind, withEngine) => {
  let connection: Connection;
  let release: () => Promise<void>;
  beforeAll(async () => {
    ({ connection, release } = await hold(withEngine));
    await fillShop(connection);
  });
  afterAll(() => release());

  const planOf = (sql: string) => {
    const rule = { kind: 'any', rules: [{ kind: 'sql', sql }] };
    const activities = [
      { id: 'e', type: 'build-audience', dimension: 'customers', rule: { kind: 'all', rules: [] } },
      { id: 'f', type: 'enrich', additions: [{ kind: 'attribute', attribute: 'city', as: 'town' }] },
      { id: 'a', type: 'build-audience', dimension: 'customers', rule },
    ];
    const transitions = [
      { from: 'e', output: 'out', to: 'f', input: 0 },
      { from: 'f', output: 'out', to: 'a', input: 0 },
    ];
    return planCampaign({
      campaign: campaign.parse({ format: 1, id: 'c', name: 'C', seed: 's', flow: { activities, transitions }, variables }),
      workspace: shopWorkspace,
      model: shopModel,
      audiences: [],
      filters: [],
      asOf: shopAsOf,
      describe: (text, tables, preface) => describeSql(connection, text, tables, preface),
      stamp: () => Promise.reject(new Error('no file is read')),
    });
  };

  it.each([
    'score > 5',
    "country = 'FR' -- and nothing else",
    '/* all */ TRUE',
    "(country = ')' OR country LIKE '(%')",
    'customers.vip',
    'EXISTS (SELECT 1 FROM customers AS c WHERE c.score > customers.score)',
    'id IN (SELECT customer_id FROM orders WHERE total > customers.score)',
    'id IN (SELECT customer_id FROM main.orders)',
    'first_name = $word',
  ])('takes %s', async (sql) => {
    const plan = await planOf(sql);
    expect(plan.problems).toEqual([]);
    expect(plan.steps.filter((s) => s.activity === 'a')).toHaveLength(1);
  });

  it.each([
    ['rule-sql-not-one', 'TRUE) OR (TRUE'],
    ['rule-sql-not-one', 'TRUE) AS x, (TRUE'],
    ['rule-sql-not-one', 'TRUE; DROP TABLE customers'],
    ['rule-sql-not-one', 'TRUE;'],
    ['rule-sql-not-one', "country = 'FR"],
    ['rule-sql-not-one', 'country = "FR'],
    ['rule-sql-not-one', '((vip)'],
    ['rule-sql-not-one', '-- nothing'],
    ['sql-error', 'TRUE $$ ) OR ( TRUE'],
    ['rule-sql-not-one', 'vip AS BOOLEAN) OR CAST(vip'],
    ['sql-error', 'vip /* open'],
    ['sql-error', 'vip AND'],
    ['sql-error', 'SELECT vip FROM customers'],
    ['sql-error', 'FROM customers SELECT vip'],
    ['sql-error', 'VALUES (TRUE)'],
    ['sql-error', 'vip AS holds'],
    ['sql-error', 'shoe_size > 3'],
    ['sql-error', "town = 'Paris'"],
    ['sql-error', '"row".vip'],
    ['sql-error', 'count(*) > 3'],
    ['sql-error', 'row_number() OVER () < 3'],
    ['sql-error', 'unnest([TRUE, FALSE])'],
    ['rule-sql-not-boolean', 'score'],
    ['rule-sql-not-boolean', "'yes'"],
    ['rule-sql-not-boolean', '1'],
    ['rule-sql-not-boolean', 'NULL'],
    ['sql-error', 'vip, vip'],
    ['sql-unknown-table', 'id IN (SELECT id FROM nobody)'],
    ['sql-unknown-table', 'id IN (SELECT id FROM main.nobody)'],
    ['sql-forbidden', "id IN (SELECT 1 FROM read_csv('/etc/passwd'))"],
    ['sql-forbidden', "getenv('HOME') = 'x'"],
  ])('refuses with %s: %s', async (code, sql) => {
    const plan = await planOf(sql);
    expect(plan.problems.map((p) => p.code)).toEqual([code]);
    expect(plan.problems[0]?.place).toEqual(['activities', 'a', 'rule', 'rules', 0, 'sql']);
    expect(plan.steps.filter((s) => s.activity === 'a')).toEqual([]);
    expect(plan.outputs.filter((o) => o.activity === 'a')).toEqual([]);
  });

  it.each([
    ['shoe_size > 3', 1],
    ['vip\nAND shoe_size > 3', 2],
    ['vip\nAND\nAND score > 3\nOR vip', 3],
    ['city = $lines\nAND shoe_size > 3', 2],
  ])('says on which line of %j the mistake is', async (sql, line) => {
    const plan = await planOf(sql);
    expect(plan.problems).toMatchObject([{ code: 'sql-error', details: { line } }]);
  });
});

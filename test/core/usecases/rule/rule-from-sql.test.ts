import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Rule, Test } from '../../../../core/model/rule';
import type { Variable } from '../../../../core/model/variable';
import { ruleFromSql } from '../../../../core/usecases/rule/rule-from-sql';
import { ruleToSql } from '../../../../core/usecases/rule/rule-to-sql';
import { withConnection } from '../../../../core/usecases/with-connection';
import { openShopWithSaved } from '../../../support/shop-saved-all';
import { openShop, type ShopWorkspace } from '../../../support/shop-workspace';

let shop: ShopWorkspace;
beforeAll(async () => {
  shop = await openShopWithSaved();
});
afterAll(() => shop.close());

const from = (sql: string, more: { entity?: string; variables?: Variable[] } = {}) =>
  ruleFromSql(shop.ctx, { sql, variables: [], ...more });
async function to(entity: string, rule: Rule): Promise<string> {
  const said = await ruleToSql(shop.ctx, { entity, rule, variables: [] });
  if (said.kind === 'problems') throw new Error(JSON.stringify(said.problems));
  return said.sql;
}
const people = (where: string) => `SELECT id FROM customers c WHERE ${where}`;
const orders = (where: string) => `SELECT order_id FROM orders o WHERE ${where}`;

const is = (attribute: string, test: Test, path?: string[]): Rule => ({ kind: 'attribute', ...(path ? { path } : {}), attribute, test });
const all = (...rules: Rule[]): Rule => ({ kind: 'all', rules });
const any = (...rules: Rule[]): Rule => ({ kind: 'any', rules });
const not = (rule: Rule): Rule => ({ kind: 'not', rule });
const some = (path: string[], where: Rule = all()): Rule => ({ kind: 'related', quantifier: 'some', path, where });
const none = (path: string[], where: Rule = all()): Rule => ({ kind: 'related', quantifier: 'none', path, where });
const exact = { exact: true };
const country = (op: 'equals' | 'not-equals', value: string, more = {}): Rule => is('country', { op, value, ...exact, ...more });
const vip = is('vip', { op: 'true' });
const web = is('channel', { op: 'equals', value: 'web', ...exact });
const dear = is('total', { op: 'greater', value: 50 });
const ago = (count: number, unit: 'day' | 'month') => ({ kind: 'as-of' as const, offset: -count, unit });
const day = (text: string) => ({ kind: 'day' as const, day: text });
const count = (test: Test, where?: Rule, path = ['orders']): Rule => ({
  kind: 'aggregate',
  path,
  function: 'count',
  ...(where ? { where } : {}),
  test,
});
const total = (how: 'sum' | 'count' | 'average', test: Test, where?: Rule): Rule => ({
  kind: 'aggregate',
  path: ['orders'],
  function: how,
  attribute: 'total',
  ...(where ? { where } : {}),
  test,
});

const becomes: Record<string, [sql: string, rule: Rule][]> = {
  'what is selected': [
    ['SELECT id FROM customers', all()],
    ['SELECT * FROM customers WHERE vip', vip],
    ['select C.ID, Email from Main.Customers C where C."VIP"', vip],
    ['FROM customers SELECT id WHERE vip ORDER BY score; -- the end', vip],
    ['SELECT DISTINCT id FROM customers WHERE vip', vip],
    ['SELECT id FROM customers WHERE vip GROUP BY id', vip],
    [
      'SELECT id FROM customers WHERE vip UNION SELECT id FROM customers WHERE score > 3',
      any(vip, is('score', { op: 'greater', value: 3 })),
    ],
    [
      'SELECT id FROM customers WHERE vip EXCEPT SELECT id FROM customers WHERE score > 3',
      all(vip, not(is('score', { op: 'greater', value: 3 }))),
    ],
    [
      'SELECT order_id, line FROM lines INTERSECT SELECT order_id, line FROM lines WHERE quantity = 1',
      is('quantity', { op: 'equals', value: 1 }),
    ],
  ],
  text: [
    [people("country = 'FR'"), country('equals', 'FR')],
    [people("strip_accents(lower(country)) = 'fr'"), is('country', { op: 'equals', value: 'fr' })],
    [people("strip_accents(lower(country)) = strip_accents(lower('FR'))"), is('country', { op: 'equals', value: 'FR' })],
    [people("country COLLATE NOCASE.NOACCENT = 'FR'"), is('country', { op: 'equals', value: 'FR' })],
    [people("country <> 'FR'"), any(country('not-equals', 'FR', { excludeEmpty: true }), country('equals', ''))],
    [people("country IS NULL OR country <> 'FR'"), country('not-equals', 'FR')],
    [people("country IS DISTINCT FROM 'FR'"), country('not-equals', 'FR')],
    [people("coalesce(country, '') <> 'FR'"), country('not-equals', 'FR')],
    [people("country IN ('FR', 'ES')"), is('country', { op: 'one-of', values: ['FR', 'ES'], ...exact })],
    [
      people("nullif(country, '') NOT IN ('FR', 'ES')"),
      is('country', { op: 'none-of', values: ['FR', 'ES'], ...exact, excludeEmpty: true }),
    ],
    [people("country BETWEEN 'A' AND 'F'"), is('country', { op: 'between', from: 'A', to: 'F', ...exact })],
    [people("country IS NULL OR country = ''"), is('country', { op: 'empty' })],
    [people("coalesce(country, '') = ''"), is('country', { op: 'empty' })],
    [people("country IS NOT NULL AND country <> ''"), is('country', { op: 'not-empty' })],
    [people('country IS NULL'), all(is('country', { op: 'empty' }), country('not-equals', ''))],
    [people("first_name LIKE 'A%'"), is('first_name', { op: 'starts-with', value: 'A', ...exact })],
    [people("ends_with(first_name, 'a')"), is('first_name', { op: 'ends-with', value: 'a', ...exact })],
    [people("last_name LIKE '%0#%%' ESCAPE '#'"), is('last_name', { op: 'contains', value: '0%', ...exact })],
    [people("strip_accents(lower(first_name)) LIKE '_o%'"), is('first_name', { op: 'matches', value: '_o%' })],
    [people("(first_name LIKE 'A%') IS NOT TRUE"), is('first_name', { op: 'not-starts-with', value: 'A', ...exact })],
    [people("postcode ILIKE '75%'"), is('postcode', { op: 'starts-with', value: '75', ...exact })],
  ],
  'numbers and truth': [
    [people('score >= 7.5 AND id < 100'), all(is('score', { op: 'at-least', value: 7.5 }), is('id', { op: 'less', value: 100 }))],
    [people("'5' <= id"), is('id', { op: 'at-least', value: 5 })],
    [people('id = 9007199254740993'), is('id', { op: 'equals', value: '9007199254740993' })],
    [orders('total <> 20.00'), is('total', { op: 'not-equals', value: '20.00', excludeEmpty: true })],
    [people('coalesce(score, 0) < 3'), any(is('score', { op: 'less', value: 3 }), is('score', { op: 'empty' }))],
    [people('NOT (vip OR score > 3)'), all(is('vip', { op: 'false' }), is('score', { op: 'at-most', value: 3 }))],
    [people('coalesce(vip, TRUE)'), any(vip, is('vip', { op: 'empty' }))],
    [people('(score > 3) IS NOT TRUE'), not(is('score', { op: 'greater', value: 3 }))],
    [people('(score > 3) IS NULL'), not(any(is('score', { op: 'greater', value: 3 }), is('score', { op: 'at-most', value: 3 })))],
    [people('score = NULL'), any()],
    [people('1 = 1 AND vip'), vip],
  ],
  'days and moments': [
    [people("born < '1980-05-14'"), is('born', { op: 'before', moment: day('1980-05-14') })],
    [people("born BETWEEN DATE '1980-01-01' AND '1990-12-31'"), is('born', { op: 'between', from: '1980-01-01', to: '1990-12-31' })],
    [orders("placed_at < DATE '2026-05-01'"), is('placed_at', { op: 'before', moment: day('2026-05-01') })],
    [orders("placed_at::DATE = '2026-05-01'"), is('placed_at', { op: 'on', moment: day('2026-05-01') })],
    [orders("date_trunc('day', placed_at) > DATE '2026-05-01'"), is('placed_at', { op: 'after', moment: day('2026-05-01') })],
    [orders("placed_at >= TIMESTAMP '2026-05-01 10:00:00'"), is('placed_at', { op: 'at-least', value: '2026-05-01 10:00:00' })],
    [orders('placed_at >= $today - INTERVAL 30 DAY AND placed_at < $now'), is('placed_at', { op: 'in-last', count: 30, unit: 'day' })],
    [
      orders("placed_at < $now AND total > 50 AND placed_at >= $today - INTERVAL '2 months'"),
      all(dear, is('placed_at', { op: 'in-last', count: 2, unit: 'month' })),
    ],
    [
      orders('NOT (placed_at >= $today - 7 AND placed_at < $now)'),
      is('placed_at', { op: 'not-in-last', count: 7, unit: 'day', excludeEmpty: true }),
    ],
    [
      orders('placed_at >= $now AND placed_at::DATE <= $today + INTERVAL 1 WEEK'),
      is('placed_at', { op: 'in-next', count: 1, unit: 'week' }),
    ],
    [
      orders('placed_at >= $today - INTERVAL 1 MONTH'),
      any(is('placed_at', { op: 'on', moment: ago(1, 'month') }), is('placed_at', { op: 'after', moment: ago(1, 'month') })),
    ],
    [orders('placed_at < $now'), is('placed_at', { op: 'less', value: { variable: 'now' } })],
  ],
  'what only SQL says': [
    [people("length(first_name) > 3 AND country = 'FR'"), all({ kind: 'sql', sql: 'length(first_name) > 3' }, country('equals', 'FR'))],
    [people('NOT (c.first_name = c.last_name)'), { kind: 'sql', sql: 'first_name <> last_name' }],
    [people("first_name ILIKE 'é%'"), { kind: 'sql', sql: "first_name ILIKE 'é%'" }],
    [
      people("country = 5 || '' OR born < $today - INTERVAL 1 MONTH - INTERVAL 1 DAY"),
      any({ kind: 'sql', sql: "country = 5 || ''" }, { kind: 'sql', sql: 'born < $today - INTERVAL 1 MONTH - INTERVAL 1 DAY' }),
    ],
    [
      people('EXISTS (SELECT 1 FROM stores s WHERE s.code = c.store AND length(s.town) > 4)'),
      some(['store'], { kind: 'sql', sql: 'length(town) > 4' }),
    ],
    [
      `SELECT c.id FROM customers c LEFT JOIN stores s ON s.code = c.store WHERE length(s.town) > 4`,
      some(['store'], { kind: 'sql', sql: 'length(town) > 4' }),
    ],
  ],
  'related rows': [
    [
      'SELECT DISTINCT c.id FROM customers c JOIN orders o ON o.customer_id = c.id WHERE o.total > 50 AND c.vip',
      all(vip, some(['orders'], dear)),
    ],
    ['SELECT DISTINCT c.id FROM customers c LEFT JOIN orders o ON o.customer_id = c.id WHERE o.total > 50', some(['orders'], dear)],
    ['SELECT c.id FROM customers c LEFT JOIN orders o ON o.customer_id = c.id WHERE o.order_id IS NULL', none(['orders'])],
    [
      "SELECT c.id FROM customers c LEFT JOIN orders o ON c.id = o.customer_id AND o.channel = 'web' WHERE o.customer_id IS NULL AND c.vip",
      all(vip, none(['orders'], web)),
    ],
    ['FROM customers SEMI JOIN orders ON orders.customer_id = customers.id AND total > 50 SELECT id', some(['orders'], dear)],
    ['SELECT id FROM customers ANTI JOIN orders ON customer_id = id', none(['orders'])],
    [people('id IN (SELECT customer_id FROM orders WHERE total > 50)'), some(['orders'], dear)],
    ['SELECT order_id FROM orders WHERE order_id NOT IN (SELECT order_id FROM lines)', none(['lines'])],
    [
      people('EXISTS (SELECT * FROM orders o JOIN lines l USING (order_id) WHERE o.customer_id = c.id AND l.quantity > 1)'),
      some(['orders', 'lines'], is('quantity', { op: 'greater', value: 1 })),
    ],
    [
      people(
        "EXISTS (SELECT 1 FROM orders o, lines l WHERE l.order_id = o.order_id AND o.customer_id = c.id AND o.channel = 'web' AND l.quantity > 1)",
      ),
      some(['orders'], all(web, some(['lines'], is('quantity', { op: 'greater', value: 1 })))),
    ],
    [
      people('NOT EXISTS (SELECT 1 FROM orders o WHERE o.customer_id = c.id AND (o.total > 50) IS NOT TRUE)'),
      { kind: 'related', quantifier: 'every', path: ['orders'], where: dear },
    ],
    [people('id IN (SELECT id FROM customers WHERE vip)'), vip],
    [
      "SELECT o.order_id FROM orders o JOIN customers c ON c.id = o.customer_id WHERE c.country = 'FR' AND o.total > 50",
      all(is('country', { op: 'equals', value: 'FR', ...exact }, ['customer']), dear),
    ],
    ['SELECT o.order_id FROM orders o JOIN customers c ON c.id = o.customer_id', some(['customer'])],
    [
      "SELECT o.order_id FROM orders o LEFT JOIN customers c ON c.id = o.customer_id LEFT JOIN stores s ON s.code = c.store WHERE s.town = 'Lyon' OR o.total > 50",
      any(is('town', { op: 'equals', value: 'Lyon', ...exact }, ['customer', 'store']), dear),
    ],
    [
      people("(SELECT town FROM stores s WHERE s.code = c.store) = 'Lyon'"),
      is('town', { op: 'equals', value: 'Lyon', ...exact }, ['store']),
    ],
  ],
  aggregates: [
    [people('(SELECT count(*) FROM orders o WHERE o.customer_id = c.id) = 0'), count({ op: 'equals', value: 0 })],
    [
      'SELECT c.id FROM customers c JOIN orders o ON o.customer_id = c.id GROUP BY c.id HAVING count(*) >= 3',
      count({ op: 'at-least', value: 3 }),
    ],
    [
      'SELECT c.id FROM customers c JOIN orders o ON o.customer_id = c.id GROUP BY c.id HAVING count(*) < 3',
      all(some(['orders']), count({ op: 'less', value: 3 })),
    ],
    [
      'SELECT c.id FROM customers c LEFT JOIN orders o ON o.customer_id = c.id GROUP BY c.id HAVING count(o.total) < 3',
      total('count', { op: 'less', value: 3 }),
    ],
    [
      people("id IN (SELECT customer_id FROM orders WHERE channel = 'web' GROUP BY customer_id HAVING count(*) > 1)"),
      count({ op: 'greater', value: 1 }, web),
    ],
    [people('(SELECT coalesce(sum(total), 0) FROM orders o WHERE o.customer_id = c.id) < 100'), total('sum', { op: 'less', value: 100 })],
    [
      people('(SELECT sum(total) FROM orders o WHERE o.customer_id = c.id) < 100'),
      all(total('sum', { op: 'less', value: 100 }), total('count', { op: 'at-least', value: 1 })),
    ],
    [people('(SELECT sum(total) FROM orders o WHERE o.customer_id = c.id) > 100'), total('sum', { op: 'greater', value: 100 })],
    [
      people('EXISTS (SELECT 1 FROM orders o WHERE o.customer_id = c.id HAVING avg(total) BETWEEN 10 AND 20)'),
      total('average', { op: 'between', from: 10, to: 20 }),
    ],
    [
      people(
        "3 <= (SELECT count(*) FROM orders o JOIN lines l ON l.order_id = o.order_id WHERE o.customer_id = c.id AND o.channel = 'web')",
      ),
      count({ op: 'at-least', value: 3 }, is('channel', { op: 'equals', value: 'web', ...exact }, ['order']), ['orders', 'lines']),
    ],
  ],
  'first and best rows': [
    [
      people("(SELECT channel FROM orders o WHERE o.customer_id = c.id ORDER BY placed_at DESC, order_id LIMIT 1) = 'web'"),
      { kind: 'ordered', position: 'last', path: ['orders'], by: 'placed_at', where: web },
    ],
    [
      people(
        "EXISTS (SELECT 1 FROM (SELECT * FROM orders o WHERE o.customer_id = c.id AND o.total > 50 ORDER BY o.placed_at, o.order_id LIMIT 1) f WHERE f.channel = 'web')",
      ),
      { kind: 'ordered', position: 'first', path: ['orders'], by: 'placed_at', among: dear, where: web },
    ],
    [
      'SELECT id FROM customers WHERE vip ORDER BY score DESC, id LIMIT 10',
      { kind: 'top', count: 10, order: [{ attribute: 'score', direction: 'descending' }], among: vip },
    ],
    [
      "SELECT id FROM customers QUALIFY row_number() OVER (PARTITION BY nullif(store, '') ORDER BY score DESC, id) <= 3",
      { kind: 'top', count: 3, order: [{ attribute: 'score', direction: 'descending' }], per: { attribute: 'store' } },
    ],
  ],
  'what is saved': [
    [people('id IN (SELECT id FROM audience.french)'), { kind: 'audience', member: true, audience: 'french' }],
    [
      'SELECT c.id FROM customers c JOIN audience.frozen f ON f.id = c.id WHERE c.vip',
      all(vip, { kind: 'audience', member: true, audience: 'frozen' }),
    ],
    [
      'SELECT c.id FROM customers c LEFT JOIN audience.french f ON f.id = c.id WHERE f.id IS NULL',
      { kind: 'audience', member: false, audience: 'french' },
    ],
    [
      'SELECT order_id FROM orders o WHERE customer_id IN (SELECT id FROM audience.french)',
      { kind: 'audience', member: true, audience: 'french', path: ['customer'] },
    ],
    [
      people(`EXISTS (SELECT 1 FROM contacts k WHERE k.customer_id = c.id AND k.sent_at < $now AND trim(k.campaign) = 'spring'
        AND (lower(trim(k.status)) IN ('planned', 'cancelled', 'failed')) IS NOT TRUE)`),
      { kind: 'history', event: 'sent', campaign: 'spring', happened: true },
    ],
  ],
};

describe.each(Object.entries(becomes))('a SELECT becomes a rule: %s', (_heading, table) => {
  it.each(table)('%s', async (sql, rule) => {
    const [, alias = ''] = /^(?:FROM|SELECT (?:DISTINCT )?) *(\w+)/i.exec(sql) ?? [];
    const entity = { order_id: /line FROM/.test(sql) ? 'lines' : 'orders', o: 'orders' }[alias] ?? 'customers';
    expect(await from(sql)).toEqual({ kind: 'rule', entity, rule });
    const said = await to(entity, rule);
    const back = await from(said);
    expect(back.kind === 'rule' && (await to(entity, back.rule))).toBe(said);
  });
});

const kept: [code: string, sql: string, details?: object][] = [
  ['sql-error', 'SELECT id FROM customers WHERE'],
  ['sql-error', people('wealth > 3')],
  ['sql-not-select', 'DROP TABLE customers'],
  ['sql-many-statements', 'SELECT id FROM customers; SELECT id FROM customers'],
  ['sql-unknown-table', 'SELECT id FROM input WHERE vip'],
  ['sql-forbidden', "SELECT id FROM customers WHERE first_name IN (SELECT content FROM read_text('/etc/passwd'))"],
  ['variable-unknown', people('score > $least'), { variable: 'least' }],
  ['flow-unknown-audience', people('id IN (SELECT id FROM audience.nobody)'), { audience: 'nobody' }],

  ['rewrite-no-key', 'SELECT customer_id FROM orders'],
  ['rewrite-no-key', 'SELECT count(*) FROM customers'],
  ['rewrite-columns', 'SELECT id, score * 2 AS twice FROM customers', { column: 'twice' }],
  ['rewrite-columns', 'SELECT c.id, o.total FROM customers c JOIN orders o ON o.customer_id = c.id', { column: 'o.total' }],
  ['rewrite-columns', 'SELECT * FROM customers c LEFT JOIN stores s ON s.code = c.store', { column: '*' }],
  ['rewrite-repeats', 'SELECT c.id FROM customers c JOIN orders o ON o.customer_id = c.id', { table: 'o' }],
  ['rewrite-repeats', 'SELECT c.id FROM customers c LEFT JOIN orders o ON o.customer_id = c.id', { table: 'o' }],
  ['rewrite-entity', 'SELECT id FROM customers UNION SELECT order_id FROM orders'],
  ['rewrite-no-key', 'SELECT id FROM customers UNION SELECT order_id AS id FROM orders'],
  ['rewrite-no-link', 'SELECT DISTINCT c.id FROM customers c JOIN orders o ON o.order_id = c.id', { table: 'o' }],
  ['rewrite-no-link', people('EXISTS (SELECT 1 FROM orders o WHERE o.total > 50)'), { table: 'o' }],
  [
    'rewrite-mixed',
    people('EXISTS (SELECT 1 FROM orders o WHERE o.customer_id = c.id AND o.total > c.score)'),
    { part: 'o.total > c.score' },
  ],
  [
    'rewrite-mixed',
    'SELECT DISTINCT c.id FROM customers c JOIN orders o ON o.customer_id = c.id WHERE c.vip OR o.total > 50',
    { part: 'c.vip OR o.total > 50' },
  ],
  [
    'rewrite-absent',
    'SELECT c.id FROM customers c LEFT JOIN stores s ON s.code = c.store WHERE NOT coalesce(length(s.town) > 4, FALSE)',
    { table: 's' },
  ],
  ['rewrite-not-in', people('id NOT IN (SELECT customer_id FROM orders)'), { column: 'customer_id' }],
  ['rewrite-not-in', orders('customer_id NOT IN (SELECT id FROM customers WHERE vip)'), { column: 'customer_id' }],
  ['rewrite-ties', 'SELECT id FROM customers ORDER BY score DESC LIMIT 10', { columns: 'customers.id' }],
  ['rewrite-clock', people('born > current_date - 30'), { part: 'current_date' }],
  ['rewrite-clock', people('born < now()'), { part: 'now()' }],
  ['rewrite-clause', 'WITH x AS (SELECT 1) SELECT id FROM customers', { clause: 'WITH' }],
  ['rewrite-clause', 'SELECT id FROM customers LIMIT 10', { clause: 'LIMIT' }],
  ['rewrite-clause', 'SELECT id FROM customers ORDER BY id LIMIT 10 OFFSET 10', { clause: 'OFFSET' }],
  ['rewrite-clause', 'SELECT id FROM customers WHERE vip UNION ALL SELECT id FROM customers WHERE NOT vip', { clause: 'UNION ALL' }],
  ['rewrite-clause', people('id IN (SELECT customer_id FROM orders ORDER BY total, order_id LIMIT 3)'), { clause: 'LIMIT' }],
  ['rewrite-clause', 'SELECT DISTINCT c.id FROM orders o LEFT JOIN customers c ON c.id = o.customer_id', { clause: 'LEFT JOIN c' }],
  ['rewrite-clause', people('EXISTS (SELECT 1 FROM orders o WHERE o.customer_id = c.id LIMIT 0)'), { clause: 'LIMIT' }],
  [
    'rewrite-clause',
    people('EXISTS (SELECT 1 FROM orders o WHERE o.customer_id = c.id GROUP BY o.channel HAVING count(*) > 1)'),
    { clause: 'GROUP BY' },
  ],
  [
    'rewrite-clause',
    people('id IN (SELECT customer_id FROM orders GROUP BY customer_id, channel HAVING count(*) > 1)'),
    { clause: 'GROUP BY' },
  ],
  ['rewrite-clause', 'SELECT DISTINCT ON (country) id FROM customers', { clause: 'DISTINCT ON' }],
  ['rewrite-clause', 'SELECT c.id FROM orders o FULL JOIN customers c ON c.id = o.customer_id'],
  [
    'rewrite-clause',
    'SELECT id FROM customers QUALIFY row_number() OVER (PARTITION BY store ORDER BY score, id) <= 3',
    { clause: 'PARTITION BY store' },
  ],
  ['rewrite-part', 'SELECT id FROM customers TABLESAMPLE 10%'],
  [
    'rewrite-part',
    people("(SELECT coalesce(channel, 'web') FROM orders o WHERE o.customer_id = c.id ORDER BY placed_at, order_id LIMIT 1) = 'web'"),
  ],
  ['rewrite-part', people('score > (SELECT avg(score) FROM customers)').replace('customers c', 'customers')],
  ['rewrite-part', people('list_contains([1, 2], id) AND len([x FOR x IN [1, 2] IF x > 1]) > 0')],
  ['rewrite-part', people('id = ANY (SELECT customer_id FROM orders) OR id > ALL (SELECT order_id FROM orders)')],
  ['rewrite-part', 'SELECT c.id FROM customers c LEFT JOIN orders o ON o.customer_id = c.id GROUP BY c.id HAVING count(*) > 1'],
  ['rewrite-table', 'SELECT id FROM (SELECT id, score FROM customers) x WHERE score > 3'],
];

describe('a SELECT stays SQL', () => {
  it.each(kept)('%s: %s', async (code, sql, details = {}) => {
    expect(await from(sql)).toEqual({
      kind: 'sql',
      problems: [expect.objectContaining({ code, severity: 'error', details: expect.objectContaining(details) })],
    });
  });

  it.each([
    [
      'a condition',
      "  \n SELECT id FROM customers c\nWHERE vip AND\n  country = 'é' AND EXISTS (SELECT 1 FROM orders o WHERE o.customer_id = c.id AND total > score)",
      4,
      83,
    ],
    ['a table without a link', people('EXISTS (SELECT 1 FROM stores s WHERE s.town = c.country)'), 1, 56],
    ['a clause', 'SELECT c.id FROM orders o\nFULL JOIN customers c ON c.id = o.customer_id', 2, 1],
    ['WITH', '-- all\n  WITH x AS (SELECT 1) SELECT id FROM customers', 2, 3],
    ['WITH inside', people('vip AND id IN (WITH x AS (SELECT 1 AS id) SELECT id FROM x)'), 1, 49],
    ['UNION ALL', "SELECT id FROM customers WHERE country <> 'union all'\nUNION ALL SELECT id FROM customers", 2, 1],
    ['EXCEPT ALL', 'SELECT id FROM customers\nEXCEPT ALL SELECT id FROM customers', 2, 1],
    ['OFFSET', 'SELECT id FROM customers\nORDER BY id LIMIT 10\n OFFSET 10', 3, 2],
    ['DISTINCT ON', 'SELECT\nDISTINCT ON (country) id FROM customers', 2, 1],
    ['GROUP BY ALL', 'SELECT id FROM customers\n  GROUP BY ALL', 2, 3],
    ['ROLLUP', 'SELECT id FROM customers GROUP BY ROLLUP (id)', 1, 26],
    ['QUALIFY', people('id IN (SELECT customer_id FROM orders\nQUALIFY row_number() OVER (ORDER BY order_id) < 3)'), 2, 1],
    ['FULL OUTER JOIN', 'SELECT c.id FROM orders o\nFULL OUTER JOIN customers c ON c.id = o.customer_id', 2, 1],
    [
      'NULLS FIRST',
      people("(SELECT channel FROM orders o WHERE o.customer_id = c.id\nORDER BY placed_at NULLS FIRST, order_id LIMIT 1) = 'web'"),
      2,
      20,
    ],
    ['nothing to read', 'SELECT 1 AS id', 1, 1],
    ['a table', 'SELECT id FROM customers WHERE id IN (SELECT id FROM "No Body")', 1, 54],
    ['a second statement', 'SELECT id FROM customers;\n  SELECT 1', 2, 3],
    ['a function', 'SELECT id FROM customers\nWHERE getenv(country) IS NULL', 2, 7],
    ['a clock', "SELECT id FROM customers WHERE country = '😀' AND born < now()", 1, 58],
  ])('and says where %s stands in the way', async (_what, sql, line, position) => {
    expect(await from(sql)).toMatchObject({ kind: 'sql', problems: [{ details: { line, position } }] });
  });

  it('where rows of another entity are wanted', async () => {
    expect(await from('SELECT id FROM customers', { entity: 'orders' })).toMatchObject({
      problems: [{ code: 'rewrite-entity', details: { found: 'customers', needed: 'orders' } }],
    });
  });

  it('where the engine cannot take it apart', async () => {
    const portable = await openShop({ engine: 'wasm' });
    try {
      const sql = 'SELECT id FROM customers WHERE vip';
      const said = await ruleFromSql(portable.ctx, { sql, entity: 'customers', variables: [] });
      expect(said).toMatchObject({ kind: 'sql', problems: [{ code: 'rewrite-engine' }], kept: { kind: 'sql' } });
    } finally {
      await portable.close();
    }
  });
});

describe('a SELECT that stays SQL', () => {
  const unlinked = "SELECT c.id FROM customers c JOIN stores s ON s.town = c.country WHERE c.country = 'FR' -- all of them";

  it('is offered as a rule that holds it, and is shown by that rule as it was', async () => {
    const said = await from(unlinked, { entity: 'customers' });
    if (said.kind === 'rule' || !said.kept) throw new Error('no rule keeps it');
    expect(said.problems.map((p) => p.code)).toEqual(['rewrite-no-link']);
    expect(await to('customers', said.kept)).toBe(unlinked);
  });

  it.each([
    ['does not return the key', "SELECT town FROM stores s WHERE s.town = 'x'"],
    ['means something only beside a row', 'SELECT id FROM orders'],
    ['selects nothing for want of a table', 'SELECT id FROM nobody'],
  ])('is not offered where it %s', async (_why, sql) => {
    expect(await from(sql, { entity: 'customers' })).not.toHaveProperty('kept');
  });
});

describe('variables', () => {
  const variables: Variable[] = [
    { name: 'who', type: 'text', value: 'a' },
    { name: 'many', type: 'number', value: 3 },
    { name: 'countries', type: 'list', value: ['FR'] },
    { name: 'rows', type: 'number', count: { activity: 'a1', output: 'out' } },
    { name: 'since', type: 'date', value: '2026-01-01' },
  ];

  it.each<[string, Rule]>([
    [
      people('country IN ($countries, $who)'),
      is('country', { op: 'one-of', values: [{ variable: 'countries' }, { variable: 'who' }], ...exact }),
    ],
    [people('contains(country, $who)'), is('country', { op: 'contains', value: { variable: 'who' }, ...exact })],
    [people('country LIKE $who'), is('country', { op: 'matches', value: { variable: 'who' }, ...exact })],
    [people('score > $rows'), is('score', { op: 'greater', value: { variable: 'rows' } })],
    [people('born < $since'), is('born', { op: 'before', moment: { kind: 'day', day: { variable: 'since' } } })],
    [
      orders('placed_at >= $today - INTERVAL ($many) DAY AND placed_at < $now'),
      is('placed_at', { op: 'in-last', count: { variable: 'many' }, unit: 'day' }),
    ],
    [people('length(country) > $many'), { kind: 'sql', sql: 'length(country) > $many' }],
  ])('%s', async (sql, rule) => {
    expect(await from(sql, { variables })).toMatchObject({ kind: 'rule', rule });
  });
});

describe('whatever is written', () => {
  it.each([
    ['deep brackets', people(`${'('.repeat(400)}vip${')'.repeat(400)}`)],
    ['deep NOT', people(`${'NOT ('.repeat(300)}vip${')'.repeat(300)}`)],
    ['many conditions', people(Array.from({ length: 3000 }, (_, i) => `id <> ${i}`).join(' AND '))],
    [
      'deep EXISTS',
      people(
        `${'EXISTS (SELECT 1 FROM orders o WHERE o.customer_id = c.id AND EXISTS (SELECT 1 FROM customers c WHERE c.id = o.customer_id AND '.repeat(12)}vip${')'.repeat(24)}`,
      ),
    ],
  ])('%s is read or refused, never a defect', async (_says, sql) => {
    const said = await from(sql);
    expect(['rule', 'sql']).toContain(said.kind);
  });
});

it('history that names people by an identity is read and said by it', async () => {
  const other = await openShop();
  try {
    const [settings] = other.ctx.store.list('workspace');
    if (!settings?.profile?.history) throw new Error('no history');
    const identities = [
      { namespace: 'email', kind: 'email' as const, attribute: 'email', bindings: [{ entity: 'contacts', attribute: 'message' }] },
    ];
    const profile = { ...settings.profile, identities, history: { ...settings.profile.history, profile: ['message'] } };
    await other.ctx.store.commit([{ kind: 'workspace', id: settings.id, document: { ...settings, profile } }]);
    const rule: Rule = { kind: 'history', event: 'sent', campaign: 'spring', happened: true };
    const said = await ruleToSql(other.ctx, { entity: 'customers', rule, variables: [] });
    expect(said).toMatchObject({ kind: 'sql', sql: expect.stringContaining("nullif(lower(trim(c2.message)), '') = ") });
    const sql = said.kind === 'sql' ? said.sql : '';
    expect(await ruleFromSql(other.ctx, { sql, variables: [] })).toEqual({ kind: 'rule', entity: 'customers', rule });
    const byKey = sql.replace(/nullif\(lower\(trim\((\w+\.\w+)\)\), ''\)/g, '$1');
    expect(await ruleFromSql(other.ctx, { sql: byKey, variables: [] })).not.toMatchObject({ rule: { kind: 'history' } });
  } finally {
    await other.close();
  }
});

describe('rows without a value', () => {
  let empty: ShopWorkspace;
  beforeAll(async () => {
    empty = await openShop();
    await withConnection(empty.ctx, (c) =>
      c.run(
        'CREATE OR REPLACE TABLE main.customers AS SELECT * REPLACE (NULL::VARCHAR AS country, NULL::BOOLEAN AS vip) FROM main.customers',
      ),
    );
  });
  afterAll(() => empty.close());

  it.each<[string, Rule]>([
    ['one of two texts is not theirs', any(country('not-equals', 'FR'), country('not-equals', 'ES'))],
    ['a text is not theirs or another is', any(country('not-equals', 'FR'), country('equals', 'ES'))],
    ['something is not so or its opposite is', any(not(vip), is('vip', { op: 'false' }))],
    ['a negation stands among other rules', any(not(country('equals', 'FR')), all(country('equals', 'ES'), vip))],
  ])('are among those of whom %s', async (_, rule) => {
    const said = await ruleToSql(empty.ctx, { entity: 'customers', rule, variables: [] });
    if (said.kind === 'problems') throw new Error(JSON.stringify(said.problems));
    const [found, all] = await withConnection(empty.ctx, async (c) => [
      (await c.query(said.sql, { limit: 100_000 })).rows,
      (await c.query('SELECT id FROM main.customers', { limit: 100_000 })).rows,
    ]);
    expect(found).toBe(all);
    expect(await ruleFromSql(empty.ctx, { sql: said.sql, variables: [] })).toMatchObject({ kind: 'rule' });
  });
});

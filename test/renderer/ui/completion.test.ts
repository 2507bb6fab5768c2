import { describe, expect, test } from 'vitest';
import { sqlName, suggestions } from '../../../renderer/ui/sql/completion';
import { attributeAt } from '../../../renderer/ui/sql/hover';
import type { Knowledge } from '../../../renderer/ui/sql/knowledge';
import { model } from '../flow-document';

const knowledge: Knowledge = {
  model,
  audiences: [{ id: 'big-spenders', name: 'Big spenders', dimension: 'customers' }],
  functions: [{ name: 'date_trunc', aggregate: false, parameters: ['part', 'date'], type: 'DATE', description: '' }],
  parameters: ['since'],
  count: (rows) => `${rows} rows`,
};

/** What is offered where `|` stands. */
const offered = (written: string, typed = '') =>
  suggestions(knowledge, written.replace('|', typed), written.indexOf('|'), typed).map((s) => s.insert);

describe('completion', () => {
  test('after a dot only the attributes of what stands before it', () => {
    expect(offered('SELECT customers.| FROM customers')).toEqual(['id', '"Full name"']);
    expect(offered('SELECT o.| FROM orders AS o')).toEqual(['id', 'customer_id']);
    expect(offered('SELECT x.|')).toEqual([]);
  });

  test('joins follow the links, in either direction and by alias', () => {
    expect(offered('SELECT 1 FROM orders o |')).toContain('JOIN customers ON o.customer_id = customers.id');
    expect(offered('SELECT 1 FROM customers |')).toContain('JOIN orders ON customers.id = orders.customer_id');
  });

  test('a join says its whole condition beside its name', () => {
    const [first] = suggestions(knowledge, 'SELECT 1 FROM orders o JOIN ', 28);
    expect(first).toMatchObject({ label: 'customers', rest: ' ON o.customer_id = customers.id' });
  });

  test('where a new name may stand nothing takes its place', () => {
    expect(offered('SELECT count(*) AS |', 'n')).toEqual([]);
    for (const alias of ['o', 'c', 'j', 'ol', 'cu']) expect(offered('SELECT 1 FROM orders |', alias), alias).toEqual([]);
    expect(offered('SELECT * |', 'fr')).toEqual(['from']);
    expect(offered('SELECT count(*) |', 'FR')).toEqual(['FROM']);
    expect(offered('SELECT 1 FROM orders |', 'jo')).toContain('JOIN customers ON orders.customer_id = customers.id');
    expect(offered('SELECT 1 FROM orders WHERE |', 'c')).toContain('customer_id');
    expect(offered('SELECT 2 * |', 'c')).toContain('case');
  });

  test('keywords are offered as letters are written', () => {
    expect(offered('|', 's')).toContain('select');
    expect(offered('|', 'S')).toContain('SELECT');
    expect(offered('|')).toContain('SELECT');
  });

  test('tables come first where one has to follow, by their links where they are joined', () => {
    expect(offered('SELECT * FROM |').slice(0, 3)).toEqual(['customers', 'orders', 'audience."big-spenders"']);
    expect(offered('SELECT extract(year FROM |) FROM orders')).toContain('customer_id');
    expect(offered('SELECT 1 FROM orders o JOIN |')).toEqual([
      'customers ON o.customer_id = customers.id',
      ...['customers', 'orders', 'audience."big-spenders"'],
    ]);
  });

  test('nothing is offered within a text or a remark', () => {
    expect(offered("SELECT id FROM customers WHERE name = '|'")).toEqual([]);
    expect(offered('SELECT id -- of |\nFROM customers')).toEqual([]);
    expect(offered("SELECT id FROM customers WHERE name = 'a' AND |")).toContain('id');
  });

  test('only the statement around the cursor counts', () => {
    expect(offered('SELECT 1 FROM orders; SELECT | FROM customers')).not.toContain('customer_id');
    expect(offered('SELECT | FROM orders; SELECT 1 FROM customers')).toContain('customer_id');
  });

  test('tables a query makes have the columns it gives them', () => {
    expect(offered('WITH spent AS (SELECT customer_id, count(*) AS n FROM orders) SELECT s.| FROM spent s')).toEqual(['customer_id', 'n']);
    expect(offered('SELECT sub.| FROM (SELECT * FROM customers) AS sub')).toEqual(['id', '"Full name"']);
  });

  test('audiences, parameters and functions are offered', () => {
    expect(offered('SELECT |')).toEqual(expect.arrayContaining(['audience."big-spenders"', '$since', '$today', `date_trunc(\${1})`]));
    expect(offered('SELECT 1 FROM audience.|')).toEqual(['"big-spenders"']);
    expect(offered('SELECT a.| FROM audience."big-spenders" a')).toEqual(['id']);
    expect(offered('SELECT $|')).toEqual(['since', 'today', 'now']);
  });

  test('names that are not plain words are quoted', () => {
    expect(sqlName('order_lines')).toBe('order_lines');
    expect(sqlName('Say "hi"')).toBe('"Say ""hi"""');
  });
});

test('the attribute under the pointer is that of the table it is written for, also through a table of the query', () => {
  const at = (sql: string, name: string, before?: string) => {
    const found = attributeAt(knowledge, sql, name, before);
    return found && `${found.entity.name}.${found.attribute.name}`;
  };
  expect(at('SELECT o.id FROM customers c JOIN orders o ON TRUE', 'id', 'o')).toBe('orders.id');
  expect(at('SELECT ID FROM customers c JOIN orders o ON TRUE', 'ID')).toBe('customers.id');
  expect(at('WITH s AS (SELECT customer_id, count(*) AS n FROM orders) SELECT customer_id, n FROM s', 'customer_id')).toBe(
    'orders.customer_id',
  );
  expect(at('WITH s AS (SELECT count(*) AS n FROM orders) SELECT n FROM s', 'n')).toBeUndefined();
});

import { expect, test } from 'vitest';
import { derivedTablesIn } from '../../../core/sql/derived-tables';

const shape = (sql: string) => derivedTablesIn(sql).map(({ name, columns, stars, reads }) => [name, columns, stars, reads]);

test('common table expressions tell the columns their form gives', () => {
  const sql = `WITH spent AS (SELECT customer_id, sum(total) AS spent, o.day, count(*) n, 1 + 1, "A b" FROM orders o JOIN days USING (day)),
    renamed(a, b) AS MATERIALIZED (SELECT x, y FROM spent), everything AS (FROM orders), both AS (SELECT *, o.*, now FROM orders o)
    SELECT * FROM spent`;
  expect(shape(sql)).toEqual([
    ['spent', ['customer_id', 'spent', 'day', 'n', 'A b'], [], ['orders', 'days']],
    ['renamed', ['a', 'b'], [], ['spent']],
    ['everything', [], [''], ['orders']],
    ['both', ['now'], ['', 'o'], ['orders']],
  ]);
});

test('subqueries with a name are tables too, also while they are being written', () => {
  expect(shape('SELECT 1 FROM (SELECT CASE WHEN a THEN 1 END, b AS c FROM t) AS sub WHERE x IN (SELECT y FROM z)')).toEqual([
    ['sub', ['c'], [], ['t']],
  ]);
  expect(shape('WITH a AS (SELECT b, c FROM t')).toEqual([['a', ['b', 'c'], [], ['t']]]);
  expect(shape('SELECT (1), f(x)')).toEqual([]);
});

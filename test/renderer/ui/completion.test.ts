import { expect, test } from 'vitest';
import { sqlName, suggestions } from '../../../renderer/ui/sql/completion';
import { model } from '../flow-document';

const offered = (before: string, sql = before) => suggestions(model, before, sql).map((s) => s.insert);

test('after a dot only the attributes of what stands before it', () => {
  expect(offered('SELECT customers.', 'SELECT customers. FROM customers')).toEqual(['id', '"Full name"']);
  expect(offered('SELECT o.', 'SELECT o. FROM orders AS o')).toEqual(['id', 'customer_id']);
  expect(offered('SELECT x.')).toEqual([]);
});

test('joins follow the links, in either direction and by alias', () => {
  expect(offered('SELECT 1 FROM orders o ')).toContain('JOIN customers ON o.customer_id = customers.id');
  expect(offered('SELECT 1 FROM customers ')).toContain('JOIN orders ON customers.id = orders.customer_id');
});

test('names that are not plain words are quoted', () => {
  expect(sqlName('order_lines')).toBe('order_lines');
  expect(sqlName('Say "hi"')).toBe('"Say ""hi"""');
});

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { DataModel, PersonalLabel } from '../../../core/model/entity';
import type { Connection } from '../../../core/ports/engine';
import { labelsInSql } from '../../../core/segment/labels-in-sql';
import { bothEngines } from '../../support/engines';
import { hold } from '../../support/hold';

const text = (name: string, personal?: PersonalLabel) => ({ name, type: 'text' as const, ...(personal ? { personal } : {}) });
const entity = (name: string, attributes: DataModel['entities'][number]['attributes']) => ({
  name,
  key: ['id'],
  rows: 0,
  dataVersion: 1,
  attributes: [text('id'), ...attributes],
});
const model: DataModel = {
  entities: [
    entity('people', [
      text('email', 'contact'),
      text('first', 'name'),
      text('city'),
      { ...text('plain'), derived: { sql: 'lower("email")' } },
    ]),
    entity('orders', [text('person'), text('town')]),
  ],
  links: [],
};
const told: [sql: string, labels: (PersonalLabel | undefined)[]][] = [
  ['SELECT id, email AS x, lower(email), city FROM people', [undefined, 'contact', 'contact', undefined]],
  ['SELECT p.*, o.town FROM people p JOIN orders o ON o.person = p.id', [undefined, 'contact', 'name', undefined, 'contact', undefined]],
  ['SELECT count(email), email IS NULL, max(first) FROM people GROUP BY 2', [undefined, undefined, 'name']],
  ["SELECT first || ' ' || email AS both FROM people", ['address']],
  ['WITH a AS (SELECT email AS e, city AS c FROM people) SELECT c, e FROM a', [undefined, 'contact']],
  ['SELECT x, upper(y) FROM (SELECT city AS x, first AS y FROM people)', [undefined, 'name']],
  ['SELECT town FROM orders UNION ALL SELECT email FROM people', ['contact']],
  ['SELECT town, (SELECT min(email) FROM people WHERE id = o.person) FROM orders o', [undefined, 'contact']],
  ["SELECT CASE WHEN email LIKE '%.es' THEN 'es' ELSE city END, CASE WHEN city = '' THEN first END FROM people", [undefined, 'name']],
  ['SELECT lower(email) AS x, upper(x) AS y FROM people', ['contact', 'contact']],
  ['SELECT p FROM people p', ['address']],
  ['SELECT plain AS x FROM main.people', ['contact']],
  ['SELECT * FROM people NATURAL JOIN orders', [undefined, 'contact', 'name', undefined, 'contact', undefined, undefined]],
  ['SELECT id, email, town FROM people RIGHT JOIN orders USING (id)', [undefined, 'contact', undefined]],
  ['SELECT x FROM (SELECT first AS x FROM people) NATURAL JOIN (SELECT town AS x FROM orders)', ['name']],
  ['SELECT x FROM (SELECT town AS x FROM orders) FULL JOIN (SELECT first AS x FROM people) USING (x)', ['name']],
  ['SELECT p.id, p.email, o.id, people.city FROM people p JOIN orders o USING (id), people', [undefined, 'contact', undefined, undefined]],
  ['SELECT o.town, (SELECT min(p.city) FROM people p WHERE p.id = o.person) FROM orders o', [undefined, undefined]],
  ['SELECT (SELECT p.first FROM orders WHERE person = p.id LIMIT 1) FROM people p', ['name']],
  [
    "SELECT o.town, s.x FROM (SELECT {'x': email} AS s, person FROM people JOIN orders USING (id)) JOIN orders o USING (person)",
    [undefined, 'contact'],
  ],
  ['SELECT main.people.email FROM people, (SELECT town AS people FROM orders) AS main', ['contact']],
  ['SELECT * EXCLUDE (email) FROM people', [undefined, 'name', undefined, 'contact']],
];
const careful: [sql: string, labels: (PersonalLabel | undefined)[]][] = [
  ['SELECT * REPLACE (1 AS email) FROM people', ['address', 'contact', 'name', 'address', 'contact']],
  ["SELECT unnest([email]) AS x, city FROM people, (VALUES ('a')) AS t(v)", ['address', 'address']],
  ['SELECT #2 AS x FROM people', ['address']],
  ["SELECT lower(COLUMNS('em.*')) AS x FROM people", ['address']],
];
const free: [sql: string, labels: (PersonalLabel | undefined)[]][] = [['SELECT town AS x FROM orders, range(3) AS r(i)', [undefined]]];

describe.each(bothEngines)('what the columns of a SELECT hold, on %s', (kind, withEngine) => {
  let connection: Connection;
  let release: () => Promise<void>;
  beforeAll(async () => {
    ({ connection, release } = await hold(withEngine));
    await connection.run('CREATE TABLE people (id VARCHAR, email VARCHAR, first VARCHAR, city VARCHAR, plain VARCHAR)');
    await connection.run('CREATE TABLE orders (id VARCHAR, person VARCHAR, town VARCHAR)');
  });
  afterAll(() => release());
  const labels = async (sql: string, parse: boolean) => {
    const names = (await connection.describe(sql)).map((c) => c.name);
    return labelsInSql(sql, names, { model, audiences: [] }, parse ? (text) => connection.parseSelect(text) : undefined);
  };

  if (String(kind).includes('native')) it.each(told)('%s', async (sql, expected) => expect(await labels(sql, true)).toEqual(expected));
  it.each([...careful, ...free])('is not told, and taken for personal where it may be: %s', async (sql, expected) =>
    expect(await labels(sql, true)).toEqual(expected),
  );
  it('shows what cannot be personal, where nothing is taken apart', async () => {
    expect(await labels('SELECT town, id FROM orders', false)).toEqual([undefined, undefined]);
    expect(await labels('SELECT email AS x, city FROM people', false)).toEqual(['address', 'address']);
  });
});

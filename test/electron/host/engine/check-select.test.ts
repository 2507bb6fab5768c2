import { describe, expect, test } from 'vitest';
import type { Connection } from '../../../../core/ports/engine';
import { bothEngines } from '../../../support/engines';

const tables = ['customer', 'Order Lines', 'kept.segment'];

const allowed = [
  'SELECT 1',
  'select * from customer;',
  "SELECT * FROM CUSTOMER AS c WHERE c.name = 'a;b -- no comment /* ' /* a /* nested */ comment; */ -- end; of it",
  'FROM customer SELECT name',
  'VALUES (1), (2)',
  '(SELECT 1)',
  'SELECT "na;me" FROM (SELECT name AS "na;me" FROM customer)',
  'SELECT * FROM "Order Lines"',
  'SELECT * FROM main.customer',
  'SELECT * FROM kept.segment',
  'WITH big AS (SELECT * FROM customer), bigger AS (SELECT * FROM big) SELECT count(*) FROM bigger',
  'WITH RECURSIVE up(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM up WHERE n < 3) SELECT n FROM up',
  'WITH secret AS (SELECT 1 AS x) SELECT x FROM secret',
  'SELECT id, row_number() OVER (PARTITION BY name ORDER BY id) AS r FROM customer QUALIFY r = 1',
  'SELECT name, sum(id) OVER (ORDER BY id ROWS BETWEEN 1 PRECEDING AND CURRENT ROW) FROM customer',
  "PIVOT customer ON name IN ('a', 'b') USING sum(id)",
  'SELECT * FROM customer c, LATERAL (SELECT max(o.id) AS m FROM "Order Lines" o WHERE o.id > c.id) l',
  'SELECT id FROM customer EXCEPT SELECT id FROM "Order Lines" UNION ALL SELECT 3 INTERSECT SELECT 4',
  'SELECT * FROM customer WHERE EXISTS (FROM "Order Lines" o WHERE o.id = customer.id) AND id IN (SELECT id FROM kept.segment)',
  'SELECT * FROM range(3), generate_series(1, 2)',
  "SELECT unnest([1, 2]), list_transform([1], x -> x + 1), {'a': 1}.a",
  'SELECT * FROM customer TABLESAMPLE 10 ROWS',
  "SELECT $$it's; 'read_csv'$$ AS t, 'SELECT * FROM secret; DROP TABLE x' AS u",
  "SELECT CASE WHEN id > 1 THEN upper(name) END, regexp_replace(name, 'a', 'b'), CAST(id AS VARCHAR), strftime(DATE '2024-01-02', '%Y') FROM customer GROUP BY ALL",
  'SELECT COLUMNS(* EXCLUDE (id)) FROM customer',
  'SELECT id AS "from", name AS "select" FROM customer ORDER BY 1 LIMIT 5 OFFSET 1',
  'SELECT typeof(id), pg_typeof(id) FROM customer',
  'WITH given AS (SELECT 1 AS id) SELECT id, name FROM given JOIN customer USING (id)',
  'WITH given AS (SELECT 1 AS id, 2 AS n) SELECT "id" FROM customer LEFT JOIN (SELECT id FROM given JOIN "Order Lines" using ( "id" )) USING ("id")',
  'SELECT * FROM customer NATURAL JOIN "Order Lines"',
  'WITH given AS (SELECT 1 AS id) SELECT id, name FROM given NATURAL LEFT JOIN customer NATURAL INNER JOIN kept.segment',
  'SELECT id FROM customer NATURAL FULL OUTER JOIN (SELECT id FROM "Order Lines") NATURAL RIGHT JOIN kept.segment',
  "SELECT id FROM customer WHERE name COLLATE NOCASE.NOACCENT = 'é' ORDER BY name COLLATE nfc",
];

const refused: [sql: string, code: string][] = [
  ['', 'sql-not-select'],
  ['SELECT id FROM customer JOIN secret USING (id)', 'sql-unknown-table'],
  ['SELECT id FROM customer NATURAL JOIN secret', 'sql-unknown-table'],
  ['SELECT id FROM customer NATURAL JOIN (SELECT x AS id FROM secret)', 'sql-unknown-table'],
  ['-- nothing', 'sql-not-select'],
  ['SELECT 1; SELECT 2', 'sql-many-statements'],
  ['SELECT 1; DROP TABLE customer', 'sql-many-statements'],
  ["SELECT 'a'';'; DELETE FROM customer", 'sql-many-statements'],
  ['DROP TABLE customer', 'sql-not-select'],
  ["INSERT INTO customer VALUES (1, 'x')", 'sql-not-select'],
  ['UPDATE customer SET id = 2', 'sql-not-select'],
  ['DELETE FROM customer RETURNING *', 'sql-not-select'],
  ['CREATE TABLE x AS SELECT 1', 'sql-not-select'],
  ["COPY customer TO 'x.csv'", 'sql-not-select'],
  ["COPY (SELECT 1) TO 'x.csv'", 'sql-not-select'],
  ["EXPORT DATABASE 'x'", 'sql-not-select'],
  ["ATTACH 'x.db'", 'sql-not-select'],
  ['INSTALL httpfs', 'sql-not-select'],
  ['LOAD json', 'sql-not-select'],
  ['SET threads = 1', 'sql-not-select'],
  ['RESET threads', 'sql-not-select'],
  ['PRAGMA database_list', 'sql-not-select'],
  ['PRAGMA version', 'sql-not-select'],
  ['CALL pragma_version()', 'sql-not-select'],
  ['EXPLAIN ANALYZE SELECT * FROM customer', 'sql-not-select'],
  ['CHECKPOINT', 'sql-not-select'],
  ['BEGIN', 'sql-not-select'],
  ['PREPARE p AS SELECT 1', 'sql-not-select'],
  ['SELECT * FROM secret', 'sql-unknown-table'],
  ['SELECT * FROM "SECRET"', 'sql-unknown-table'],
  ['SELECT * FROM customer, secret', 'sql-unknown-table'],
  ['SELECT * FROM customer WHERE name COLLATE NOCASE IN (SELECT x FROM secret)', 'sql-unknown-table'],
  ['SELECT (SELECT max(x) FROM secret)', 'sql-unknown-table'],
  ['SELECT * FROM customer WHERE id IN (SELECT x FROM secret)', 'sql-unknown-table'],
  ['SELECT * FROM customer ORDER BY (SELECT max(x) FROM secret)', 'sql-unknown-table'],
  ['SELECT * FROM customer LIMIT (SELECT max(x) FROM secret)', 'sql-unknown-table'],
  ['WITH a AS (SELECT * FROM secret) SELECT 1', 'sql-unknown-table'],
  ['WITH a AS (SELECT * FROM secret), secret AS (SELECT 1 AS x) SELECT * FROM a', 'sql-unknown-table'],
  ['WITH secret AS (SELECT * FROM secret) SELECT * FROM secret', 'sql-unknown-table'],
  ['SELECT * FROM (WITH secret AS (SELECT 1 AS x) FROM secret), secret', 'sql-unknown-table'],
  ['SELECT 1 UNION ALL SELECT x FROM secret', 'sql-unknown-table'],
  ['SELECT * FROM customer c, LATERAL (SELECT * FROM secret) l', 'sql-unknown-table'],
  ['SELECT list_transform([1], v -> (SELECT max(x) FROM secret))', 'sql-unknown-table'],
  ['PIVOT secret ON x IN (1) USING count(*)', 'sql-unknown-table'],
  ['SELECT * FROM other.customer', 'sql-unknown-table'],
  ['SELECT * FROM segment', 'sql-unknown-table'],
  ['SELECT * FROM kept.segment, segment', 'sql-unknown-table'],
  ["SELECT * FROM 'people.csv'", 'sql-forbidden'],
  ['SELECT * FROM "people.parquet"', 'sql-forbidden'],
  ["SELECT * FROM '/etc/hostname'", 'sql-forbidden'],
  ["SELECT * FROM 'https://example.com/a.csv'", 'sql-forbidden'],
  ["SELECT * FROM read_csv('/etc/hostname')", 'sql-forbidden'],
  ["SELECT * FROM READ_CSV_AUTO('/etc/hostname')", 'sql-forbidden'],
  ['SELECT * FROM "read_text"(\'/etc/hostname\')', 'sql-forbidden'],
  ["SELECT * FROM read_blob('/etc/hostname')", 'sql-forbidden'],
  ["SELECT * FROM read_parquet('x')", 'sql-forbidden'],
  ["SELECT * FROM read_json('x')", 'sql-forbidden'],
  ["SELECT * FROM parquet_scan('x')", 'sql-forbidden'],
  ["SELECT * FROM /* hidden */ glob /* hidden */ ('*')", 'sql-forbidden'],
  ["SELECT * FROM sniff_csv('x')", 'sql-forbidden'],
  ["SELECT (SELECT content FROM read_text('/etc/hostname'))", 'sql-forbidden'],
  ["SELECT * FROM query('SELECT 1')", 'sql-forbidden'],
  ["SELECT * FROM query_table('secret')", 'sql-forbidden'],
  ['SELECT * FROM duckdb_settings()', 'sql-forbidden'],
  ['SELECT * FROM duckdb_secrets()', 'sql-forbidden'],
  ["SELECT * FROM pragma_table_info('secret')", 'sql-forbidden'],
  ['SELECT * FROM information_schema.tables', 'sql-forbidden'],
  ['SELECT * FROM sqlite_master', 'sql-forbidden'],
  ['SELECT * FROM duckdb_tables', 'sql-forbidden'],
  ['SELECT * FROM pg_catalog.pg_class', 'sql-forbidden'],
  ['SELECT * FROM pg_tables', 'sql-forbidden'],
  ["SELECT getenv('HOME')", 'sql-forbidden'],
  ['SELECT "getenv"(\'HOME\')', 'sql-forbidden'],
  ["SELECT ('HOME').getenv()", 'sql-forbidden'],
  ["SELECT current_setting('threads')", 'sql-forbidden'],
  ["SELECT nextval('ids')", 'sql-forbidden'],
  ['SELECT setseed(0.5)', 'sql-forbidden'],
  ["SELECT count(*) FILTER (WHERE getenv('HOME') = '') FROM customer", 'sql-forbidden'],
  ["SELECT sum(id) OVER (ORDER BY nextval('ids')) FROM customer", 'sql-forbidden'],
  ['SELECT * FROM (SHOW TABLES)', 'sql-forbidden'],
  ['SELECT * FROM (DESCRIBE customer)', 'sql-forbidden'],
  ['SELECT * FROM (SUMMARIZE customer)', 'sql-forbidden'],
  ['SELECT nope FROM customer', 'sql-error'],
  ['SELECT FROM WHERE', 'sql-error'],
  ['SELECT no_such_function(1)', 'sql-error'],
];

/** The portable engine's list of tables does not bind these, so it refuses them. */
const allowedByNative = ['SELECT * FROM unnest([1, 2])', 'SELECT a.id FROM customer a ASOF JOIN "Order Lines" b ON a.id >= b.id'];

describe.each(bothEngines)('checkSelect on the %s engine', (kind, withEngine) => {
  test('lets through what only reads known tables', () =>
    withEngine(async (connection) => {
      await prepare(connection);
      for (const sql of kind === 'native' ? [...allowed, ...allowedByNative] : allowed)
        await expect(connection.checkSelect(sql, tables), sql).resolves.toBeUndefined();
    }));

  test('refuses the rest, each for its reason', () =>
    withEngine(async (connection) => {
      await prepare(connection);
      const wrong: string[] = [];
      for (const [sql, code] of refused) {
        const got = await connection.checkSelect(sql, tables).then(
          () => 'allowed',
          (error: { code?: string }) => error.code ?? String(error),
        );
        if (got !== code) wrong.push(`${sql}: ${got}, not ${code}`);
      }
      expect(wrong).toEqual([]);
      expect((await connection.query('SELECT count(*) FROM customer', { limit: 1 })).values).toEqual([[1]]);
    }));

  test('tells which tables there are, but for those in which members are kept', () =>
    withEngine(async (connection) => {
      await prepare(connection);
      const all = [...tables, 'audience.vips-6de9'];
      await expect(connection.checkSelect('SELECT * FROM secret', all)).rejects.toMatchObject({
        details: { table: 'secret', known: 'customer, Order Lines, kept.segment' },
      });
    }));

  test('refuses every table function and volatile function the engine has, but for a short list', () =>
    withEngine(async (connection) => {
      const names = async (where: string) =>
        (await connection.query(`SELECT DISTINCT function_name FROM duckdb_functions() WHERE ${where}`, { limit: 10_000 })).values[0]?.map(
          String,
        ) ?? [];
      const passes = async (sql: string) =>
        connection.checkSelect(sql, []).then(
          () => true,
          (error: { code?: string }) => error.code !== 'sql-forbidden',
        );
      const calls = async (list: string[], sql: (name: string) => string) => {
        const through: string[] = [];
        for (const name of list) if (await passes(sql(name))) through.push(name);
        return through.sort();
      };
      const tableNames = (await names("function_type IN ('table', 'table_macro', 'pragma')")).filter((name) => /^\w+$/.test(name));
      expect(tableNames.length).toBeGreaterThan(30);
      expect(await calls(tableNames, (name) => `SELECT * FROM "${name}"('x')`)).toEqual(['generate_series', 'range', 'repeat', 'unnest']);
      const volatile = await names("function_type = 'scalar' AND stability = 'VOLATILE'");
      expect(await calls(volatile, (name) => `SELECT ${name}('x')`)).toEqual(
        volatile.filter((name) => /^(random|gen_random_uuid|uuid(v\d)?)$/.test(name)).sort(),
      );
    }));
});

async function prepare(connection: Connection) {
  await connection.run(`
    CREATE TABLE customer(id BIGINT, name VARCHAR); INSERT INTO customer VALUES (1, 'a');
    CREATE TABLE "Order Lines"(id BIGINT);
    CREATE TABLE secret(x BIGINT);
    CREATE SCHEMA kept; CREATE TABLE kept.segment(id BIGINT); CREATE TABLE segment(id BIGINT);
    CREATE SCHEMA other; CREATE TABLE other.customer(id BIGINT);
    CREATE SEQUENCE ids`);
}

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { bothEngines, withTempFolder } from '../../../support/engines';

const csv = { kind: 'csv', delimiter: ',', header: true, lineEnd: 'lf' } as const;

describe.each(bothEngines)('the %s engine', (_kind, withEngine) => {
  test('fetches one page, and says whether it was all', () =>
    withEngine(async (connection) => {
      await connection.run('CREATE TABLE numbers AS SELECT i, i * 2 AS twice FROM range(1000000) r(i)');
      const page = await connection.query('SELECT * FROM numbers', { limit: 200 });
      expect(page).toMatchObject({
        rows: 200,
        complete: false,
        columns: [
          { name: 'i', type: 'BIGINT' },
          { name: 'twice', type: 'BIGINT' },
        ],
      });
      expect(page.values[1]?.slice(0, 3)).toEqual([0, 2, 4]);
      expect(await connection.query('SELECT i FROM numbers LIMIT 5', { limit: 5 })).toMatchObject({ rows: 5, complete: true });
      expect(await connection.query('SELECT i FROM numbers LIMIT 6', { limit: 5 })).toMatchObject({ rows: 5, complete: false });
      expect(await connection.query('SELECT i FROM numbers', { limit: 0 })).toMatchObject({ rows: 0, complete: false });
      expect(await connection.query('SELECT i FROM numbers WHERE i < 0', { limit: 5 })).toMatchObject({
        rows: 0,
        complete: true,
        values: [[]],
      });
    }));

  test('reads whole results across many vectors in order', () =>
    withEngine(async (connection) => {
      const { values, complete } = await connection.query('SELECT i::INTEGER FROM range(5000) r(i) ORDER BY i DESC', { limit: 10_000 });
      expect(complete).toBe(true);
      expect(values[0]).toEqual(Array.from({ length: 5000 }, (_, at) => 4999 - at));
    }));

  test('keeps values exact', () =>
    withEngine(async (connection) => {
      const shown = async (sql: string) => {
        const { columns, values } = await connection.query(`SELECT ${sql} AS x`, { limit: 1 });
        return [columns[0]?.type, values[0]?.[0]];
      };
      expect(await shown('9007199254740993::BIGINT')).toEqual(['BIGINT', '9007199254740993']);
      expect(await shown('-9007199254740991::BIGINT')).toEqual(['BIGINT', -9007199254740991]);
      expect(await shown('18446744073709551615::UBIGINT')).toEqual(['UBIGINT', '18446744073709551615']);
      expect(await shown("'-170141183460469231731687303715884105728'::HUGEINT")).toEqual([
        'HUGEINT',
        '-170141183460469231731687303715884105728',
      ]);
      expect(await shown('5::HUGEINT')).toEqual(['HUGEINT', 5]);
      expect(await shown('1.50::DECIMAL(9,2)')).toEqual(['DECIMAL(9,2)', '1.50']);
      expect(await shown('-0.05::DECIMAL(4,2)')).toEqual(['DECIMAL(4,2)', '-0.05']);
      expect(await shown("'12345678901234567890123456.789'::DECIMAL(38,3)")).toEqual(['DECIMAL(38,3)', '12345678901234567890123456.789']);
      expect(await shown('7::TINYINT')).toEqual(['TINYINT', 7]);
      expect(await shown('0.1::DOUBLE')).toEqual(['DOUBLE', 0.1]);
      expect(await shown("'inf'::DOUBLE")).toEqual(['DOUBLE', 'inf']);
      expect(await shown("'nan'::DOUBLE")).toEqual(['DOUBLE', 'nan']);
      expect(await shown('true')).toEqual(['BOOLEAN', true]);
      expect(await shown("DATE '2024-02-29'")).toEqual(['DATE', '2024-02-29']);
      expect(await shown("DATE '0001-01-01'")).toEqual(['DATE', '0001-01-01']);
      expect(await shown("DATE '1969-12-31'")).toEqual(['DATE', '1969-12-31']);
      expect(await shown("TIMESTAMP '2024-02-29 10:11:12'")).toEqual(['TIMESTAMP', '2024-02-29 10:11:12']);
      expect(await shown("TIMESTAMP '1960-02-29 10:11:12.000456'")).toEqual(['TIMESTAMP', '1960-02-29 10:11:12.000456']);
      expect(await shown("TIME '23:59:59.5'")).toEqual(['TIME', '23:59:59.5']);
      expect(await shown("'ñandú €'")).toEqual(['VARCHAR', 'ñandú €']);
      expect(await shown('NULL::VARCHAR')).toEqual(['VARCHAR', null]);
      expect(await shown("['a', NULL, 'b''c']")).toEqual(['VARCHAR[]', ['a', null, "b'c"]]);
      expect(await shown('[1.5::DECIMAL(4,2)]')).toEqual(['DECIMAL(4,2)[]', ['1.50']]);
      expect((await shown("{'n': 1, 'day': DATE '2024-01-02', 'deep': [{'z': 9007199254740993}]}"))[1]).toEqual({
        n: 1,
        day: '2024-01-02',
        deep: [{ z: '9007199254740993' }],
      });
      expect(await shown("'a\\x00b'::BLOB")).toEqual(['BLOB', 'a\\x00b']);
      expect(await shown("'7f5c2b1a-0000-4000-8000-000000000001'::UUID")).toEqual(['UUID', '7f5c2b1a-0000-4000-8000-000000000001']);
      expect(await shown('INTERVAL 3 DAY')).toEqual(['INTERVAL', '3 days']);
      expect((await shown("'b'::ENUM('a', 'b')"))[1]).toBe('b');
    }));

  test('binds parameters', () =>
    withEngine(async (connection) => {
      const { values } = await connection.query('SELECT ?, ?, ?, ?, ? + 1 LIMIT ?', {
        limit: 10,
        parameters: ["it's", 9007199254740991, 0.25, null, 41, 1],
      });
      expect(values.map((column) => column[0])).toEqual(["it's", 9007199254740991, 0.25, null, 42]);
      await connection.run('CREATE TABLE t(a VARCHAR, b DATE)');
      expect(await connection.run('INSERT INTO t VALUES (?, ?)', { parameters: ['x', '2024-01-01'] })).toBe(1);
      expect((await connection.query('SELECT b FROM t WHERE a = ?', { limit: 1, parameters: ['x'] })).values).toEqual([['2024-01-01']]);
    }));

  test('counts what a statement changed or created', () =>
    withEngine(async (connection) => {
      expect(await connection.run('CREATE TABLE a AS SELECT i FROM range(1234) r(i)')).toBe(1234);
      expect(await connection.run('CREATE OR REPLACE TABLE b AS SELECT i FROM a WHERE false')).toBe(0);
      expect(await connection.run('CREATE TABLE c(i BIGINT)')).toBe(0);
      expect(await connection.run('INSERT INTO c SELECT i FROM range(10) r(i)')).toBe(10);
      expect(await connection.run('UPDATE c SET i = i + 1 WHERE i < 4')).toBe(4);
      expect(await connection.run('DELETE FROM c WHERE i > 100')).toBe(0);
      expect(await connection.run('DELETE FROM c')).toBe(10);
      expect(await connection.run('CREATE TABLE d AS SELECT 1 AS x; INSERT INTO d VALUES (2), (3)')).toBe(2);
      expect(await connection.run('SELECT 1')).toBe(0);
    }));

  test('takes the first rows before it joins them', () =>
    withEngine(async (connection) => {
      await connection.run('CREATE TABLE orders AS SELECT i AS id, (i * 7919) % 1000 AS total, i % 700 AS customer FROM range(10000) r(i)');
      await connection.run('CREATE TABLE customers AS SELECT i AS id, i % 3 AS kind FROM range(700) r(i)');
      await connection.run('CREATE TABLE few AS SELECT 9000 + i AS id FROM range(3) r(i)');
      const best = ['FROM orders AS o', 'FROM orders AS o LEFT JOIN customers AS c ON c.id = o.customer'];
      for (let run = 0; run < 20; run++) {
        for (const from of best) {
          const sql = `SELECT few.id, best.id IS NOT NULL FROM few LEFT JOIN (SELECT o.id ${from} ORDER BY o.total, o.id LIMIT 20) AS best USING (id) ORDER BY 1`;
          const { values } = await connection.query(sql, { limit: 10 });
          expect(values).toEqual([
            [9000, 9001, 9002],
            [true, false, false],
          ]);
        }
      }
    }));

  test('keeps the first rows of a group that are the same but for their order', () =>
    withEngine(async (connection) => {
      const orders =
        "(VALUES (1, 'x', 20), (1, 'x', 10), (1, 'x', 5)) AS o(customer, channel, total) JOIN (VALUES (1)) AS c(id) ON c.id = o.customer";
      const sql = `SELECT id, channel FROM (SELECT * FROM ${orders}) QUALIFY row_number() OVER (ORDER BY total DESC NULLS LAST) <= 2`;
      expect((await connection.query(sql, { limit: 10 })).rows).toBe(2);
      const never = 'SELECT k FROM (VALUES (3), (3)) AS t(k) QUALIFY row_number() OVER (PARTITION BY k ORDER BY NULL) <= 7';
      expect((await connection.query(never, { limit: 10 })).rows).toBe(2);
    }));

  test('describes without running', () =>
    withEngine(async (connection) => {
      expect(await connection.describe("SELECT 1 AS a, 'x' AS \"b c\", 1.25::DECIMAL(18,2) AS d, error('ran') IS NULL AS e")).toEqual([
        { name: 'a', type: 'INTEGER' },
        { name: 'b c', type: 'VARCHAR' },
        { name: 'd', type: 'DECIMAL(18,2)' },
        { name: 'e', type: 'BOOLEAN' },
      ]);
      await expect(connection.describe('SELECT nope')).rejects.toMatchObject({ code: 'sql-error' });
    }));

  test('says where a statement is wrong', () =>
    withEngine(async (connection) => {
      await expect(connection.run('SELECT 1,\n  foo(2)')).rejects.toMatchObject({
        code: 'sql-error',
        details: { line: 2, position: 3, reason: expect.stringMatching(/^Scalar Function with name foo does not exist!/) },
      });
      await expect(connection.query("SELECT 'a'::INTEGER", { limit: 1 })).rejects.toMatchObject({
        code: 'sql-error',
        details: { reason: expect.stringMatching(/^Could not convert string 'a' to INT32$/) },
      });
      await expect(connection.run('')).rejects.toMatchObject({ code: 'sql-error' });
      expect((await connection.query('SELECT 1', { limit: 1 })).values).toEqual([[1]]);
    }));

  test('is cancelled by a signal and works on', () =>
    withEngine(async (connection) => {
      await connection.run('CREATE TABLE n AS SELECT i FROM range(300000) r(i)');
      const abort = new AbortController();
      const slow = connection.query('SELECT count(*) FROM n a, n b WHERE a.i * b.i % 7 = 3', { limit: 1, signal: abort.signal });
      setTimeout(() => abort.abort(), 150);
      await expect(slow).rejects.toMatchObject({ code: 'cancelled' });
      expect((await connection.query('SELECT count(*) FROM n', { limit: 1 })).values).toEqual([[300000]]);
      await expect(connection.run('CREATE TABLE never AS SELECT 1', { signal: AbortSignal.abort() })).rejects.toMatchObject({
        code: 'cancelled',
      });
      await expect(connection.describe('FROM never')).rejects.toMatchObject({ code: 'sql-error' });
      const again = new AbortController();
      const creating = connection.run('CREATE TABLE half AS SELECT a.i FROM n a, n b WHERE a.i * b.i % 7 = 3', { signal: again.signal });
      setTimeout(() => again.abort(), 150);
      await expect(creating).rejects.toMatchObject({ code: 'cancelled' });
      await expect(connection.describe('FROM half')).rejects.toMatchObject({ code: 'sql-error' });
    }));

  test('tells progress, ending at all of it', () =>
    withEngine(async (connection) => {
      const told: number[] = [];
      await connection.run('CREATE TABLE p AS SELECT i, md5(i::VARCHAR) AS h FROM range(1500000) r(i)');
      await connection.run('CREATE TABLE q AS SELECT h, count(*) AS n FROM p GROUP BY h', { onProgress: (share) => told.push(share) });
      expect(told.at(-1)).toBe(1);
      expect(told.every((share) => share >= 0 && share <= 1)).toBe(true);
    }));

  test('lets two connections work side by side on committed data', () =>
    withEngine(async (connection, engine) => {
      const other = await engine.connect();
      await connection.run('CREATE TABLE t(i INTEGER)');
      await connection.run('BEGIN; INSERT INTO t VALUES (1)');
      expect((await other.query('SELECT count(*) FROM t', { limit: 1 })).values).toEqual([[0]]);
      await connection.run('COMMIT');
      const [a, b] = await Promise.all([
        other.query('SELECT count(*) FROM t', { limit: 1 }),
        connection.query('SELECT count(*) FROM t', { limit: 1 }),
      ]);
      expect([a.values, b.values]).toEqual([[[1]], [[1]]]);
      await other.close();
    }));

  test('answers statements of one connection in turn', () =>
    withEngine(async (connection) => {
      await connection.run('CREATE TABLE t(i INTEGER)');
      const inserts = Array.from({ length: 20 }, (_, i) => connection.run('INSERT INTO t VALUES (?)', { parameters: [i] }));
      const seen = connection.query('SELECT count(*) FROM t', { limit: 1 });
      expect((await Promise.all(inserts)).every((count) => count === 1)).toBe(true);
      expect((await seen).values).toEqual([[20]]);
    }));

  test('exports CSV whole or not at all', () =>
    withEngine((connection) =>
      withTempFolder(async (folder) => {
        const file = join(folder, 'deep', "people's.csv");
        const people = "SELECT * FROM (VALUES (1, 'Núñez; \"x\"', NULL), (2, 'a,b', '')) v(id, name, note) ORDER BY id; -- all";
        expect(await connection.exportTo(people, file, csv)).toBe(2);
        expect(readFileSync(file, 'utf8')).toBe('id,name,note\n1,"Núñez; ""x""",\n2,"a,b",""\n');
        const options = { ...csv, delimiter: ';', header: false, lineEnd: 'crlf', quoteAll: true } as const;
        expect(await connection.exportTo('SELECT 1 AS a, ? AS b', file, options, { parameters: ['z'] })).toBe(1);
        expect(readFileSync(file, 'utf8')).toBe('"1";"z"\r\n');
        await expect(connection.exportTo("SELECT 'a'::INTEGER FROM range(3)", file, csv)).rejects.toMatchObject({ code: 'sql-error' });
        expect(readFileSync(file, 'utf8')).toBe('"1";"z"\r\n');
        expect(readdirSync(join(folder, 'deep'))).toEqual(["people's.csv"]);
        const abort = new AbortController();
        const slow = 'SELECT a.i FROM range(30000) a(i), range(30000) b(i) WHERE a.i * b.i % 7 = 3';
        const cancelled = connection.exportTo(slow, join(folder, 'slow.csv'), csv, { signal: abort.signal });
        setTimeout(() => abort.abort(), 100);
        await expect(cancelled).rejects.toMatchObject({ code: 'cancelled' });
        expect(readdirSync(folder)).toEqual(['deep']);
      }),
    ));

  test('exports lines of JSON', () =>
    withEngine((connection) =>
      withTempFolder(async (folder) => {
        const file = join(folder, 'a.ndjson');
        const sql =
          "SELECT 1 AS id, 'é\"\n' AS name, 1.50::DECIMAL(9,2) AS spend, 9007199254740993 AS big, DATE '2024-01-02' AS day, [1, 2] AS l, NULL AS n, true AS b, {'a': 'x'} AS s";
        expect(await connection.exportTo(sql, file, { kind: 'ndjson', gzip: false })).toBe(1);
        expect(readFileSync(file, 'utf8')).toBe(
          '{"id":1,"name":"é\\"\\n","spend":1.5,"big":9007199254740993,"day":"2024-01-02","l":[1,2],"n":null,"b":true,"s":{"a":"x"}}\n',
        );
      }),
    ));

  test('appends rows that appear when closed', () =>
    withEngine(async (connection) => {
      await connection.run('CREATE TABLE t(i BIGINT, d DATE, m DECIMAL(10,2), moment TIMESTAMP, name VARCHAR, tags VARCHAR[], ok BOOLEAN)');
      const appender = await connection.appender({ schema: 'main', name: 't' });
      const row = ['9007199254740993', '2024-01-02', '12.30', '2024-01-02 03:04:05.6', "O'Neil, ü\n", ['a', 'b,c'], true];
      appender.append(row);
      await appender.flush();
      for (let i = 1; i < 5000; i++) appender.append([i, null, null, null, null, null, null]);
      expect((await connection.query('SELECT count(*) FROM t', { limit: 1 })).values).toEqual([[0]]);
      await appender.close();
      expect((await connection.query('SELECT count(*), count(d) FROM t', { limit: 1 })).values).toEqual([[5000], [1]]);
      const { values } = await connection.query('SELECT * FROM t WHERE d IS NOT NULL', { limit: 1 });
      expect(values.map((column) => column[0])).toEqual(row);
      await expect(connection.appender({ schema: 'main', name: 'none' })).rejects.toMatchObject({ code: 'sql-error' });
      const wrong = await connection.appender({ schema: 'main', name: 't' });
      wrong.append(['x', null, null, null, null, null, null]);
      await expect(wrong.close()).rejects.toMatchObject({ code: 'sql-error' });
      expect((await connection.query('SELECT count(*) FROM t', { limit: 1 })).values).toEqual([[5000]]);
    }));

  test('reads a file of this machine', () =>
    withEngine((connection, engine) =>
      withTempFolder(async (folder) => {
        const file = join(folder, 'in.csv');
        await connection.exportTo('SELECT i, i * 2 AS twice FROM range(100000) r(i)', file, csv);
        const name = (await engine.registerFile(file)).replaceAll("'", "''");
        expect(await connection.run(`CREATE TABLE t AS FROM read_csv('${name}')`)).toBe(100_000);
        expect((await connection.query('SELECT sum(twice)::BIGINT FROM t', { limit: 1 })).values).toEqual([[9999900000]]);
        expect(existsSync(file)).toBe(true);
      }),
    ));

  test('tells its version and its memory', () =>
    withEngine(async (connection, engine) => {
      await connection.run('CREATE TABLE t AS SELECT i FROM range(1000000) r(i)');
      const stats = await engine.stats();
      expect(stats.version).toMatch(/^v\d+\.\d+\.\d+/);
      expect(stats.memoryBytes).toBeGreaterThan(0);
      expect(engine.recovery).toEqual({ kind: 'clean' });
    }));
});

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isAppError } from '../../../../core/base/errors';
import type { Parameter } from '../../../../core/model/variable';
import { findDocument } from '../../../../core/usecases/find-document';
import { describeWritten } from '../../../../core/usecases/sql/describe-written';
import { querySql } from '../../../../core/usecases/sql/query-sql';
import { saveSqlEntity } from '../../../../core/usecases/sql/save-entity';
import { openShop, type ShopWorkspace } from '../../../support/shop-workspace';

const asOf = '2026-03-01T09:00:00Z';

describe.each(['native', 'wasm'] as const)('SQL a person wrote, on the %s engine', (engine) => {
  let shop: ShopWorkspace;
  beforeAll(async () => {
    shop = await openShop({ engine });
  });
  afterAll(() => shop.close());

  const fault = async (sql: string, parameters: Parameter[] = []) => {
    try {
      await describeWritten(shop.ctx, { sql, asOf, parameters });
      return 'none';
    } catch (error) {
      if (!isAppError(error)) throw error;
      const { line, position } = error.details;
      return [error.code, line, position];
    }
  };

  it('tells an error at the place it has in what was written', async () => {
    expect(await fault('SELECT nothing FROM customers')).toEqual(['sql-error', 1, 8]);
    expect(await fault('\n\n  SELECT nothing\nFROM customers;  ')).toEqual(['sql-error', 3, 10]);
    expect(await fault('-- gone\n;\n  DROP TABLE customers')).toEqual(['sql-not-select', 3, 3]);
    expect(await fault("SELECT $today,\n* FROM read_text('/etc/hostname')")).toEqual(['sql-forbidden', 2, 8]);
    expect(await fault('SELECT *\nFROM customers, nobody')).toEqual(['sql-unknown-table', 2, 17]);
    expect(await fault('SELECT 1;\n SELECT 2')).toEqual(['sql-many-statements', 2, 2]);
    expect(await fault(' -- nothing')).toEqual(['sql-not-select', undefined, undefined]);
    const name: Parameter = { name: 'name', type: 'text', value: 'a value\nof two lines, much longer than its name' };
    expect(await fault('SELECT $name, $name,\n $name || nothing FROM customers', [name])).toEqual(['sql-error', 2, 11]);
    expect(await fault("SELECT $today,\n nothing FROM customers WHERE '$today' = ''")).toEqual(['sql-error', 2, 2]);
  });

  it('takes parameters as values, whatever they hold', async () => {
    const nasty = "'; DROP TABLE customers; --";
    const one = async (sql: string, parameter: Omit<Parameter, 'name'>) => {
      const parameters = [{ name: 'p', ...parameter }];
      return (await querySql(shop.ctx, { sql, asOf, parameters, offset: 0, limit: 1 })).values[0]?.[0];
    };
    expect(await one('SELECT $p', { type: 'text', value: nasty })).toBe(nasty);
    expect(await one('SELECT $p + 1', { type: 'number', value: '41' })).toBe(42);
    expect(await one('SELECT $p + 1', { type: 'date', value: '2026-02-28' })).toBe('2026-03-01');
    expect(await one('SELECT 2 IN ($p)', { type: 'list', value: [1, 2] })).toBe(true);
    expect(await fault('SELECT $p')).toEqual(['variable-unknown', undefined, undefined]);
    expect(await fault('SELECT $p', [{ name: 'p', type: 'number' }])).toEqual(['variable-no-value', undefined, undefined]);
  });

  it('keeps what is personal labelled in an entity, whatever it is called there', async () => {
    const { ctx } = shop;
    const entity = findDocument(ctx, 'entity', 'customers');
    const attributes = entity.attributes.map((a) => (a.name === 'email' ? { ...a, personal: 'contact' as const } : a));
    await ctx.store.commit([{ kind: 'entity', id: 'customers', document: { ...entity, attributes } }]);
    const sql = "SELECT id, lower(email) AS written_to, 'none' AS email, substr(email, 1, 3) FROM customers";
    const labels = (await describeWritten(ctx, { sql, asOf })).map((c) => [c.name, c.personal]);
    // The portable engine takes no SQL apart: whatever may be personal counts as that.
    const told = engine === 'native' ? [undefined, 'contact', undefined, 'contact'] : ['address', 'address', 'contact', 'address'];
    expect(labels.map(([, label]) => label)).toEqual(told);
    const made = await saveSqlEntity(ctx, { sql, asOf }, { name: 'labelled', key: ['id'] });
    expect(made.attributes.map((a) => [a.name, a.personal])).toEqual(labels);
  });

  it('makes an entity only of rows that have a key of their own', async () => {
    const { ctx } = shop;
    const make = (sql: string, key: string[]) => saveSqlEntity(ctx, { sql, asOf }, { name: 'made', key });
    const rows = "SELECT * FROM (VALUES (1, 'a', 1.50), (2, 'b', 2.25)) AS t(id, email, amount)";
    await expect(make('SELECT id FROM customers, range(2)', ['id'])).rejects.toMatchObject({
      code: 'sql-key-repeated',
      details: { times: 2 },
    });
    await expect(make('SELECT NULL AS id', ['id'])).rejects.toMatchObject({ code: 'sql-key-empty' });
    await expect(make(rows, ['nothing'])).rejects.toMatchObject({ code: 'not-found' });
    expect(ctx.store.read('entity', 'made')).toBeUndefined();
    const made = await make(rows, ['id']);
    expect(made).toMatchObject({ rows: 2, key: ['id'] });
    expect(made.attributes.map((a) => [a.name, a.type, a.scale])).toEqual([
      ['id', 'integer', undefined],
      ['email', 'text', undefined],
      ['amount', 'decimal', 2],
    ]);
    expect((await querySql(ctx, { sql: 'SELECT sum(amount) FROM made', asOf, offset: 0, limit: 1 })).values).toEqual([['3.75']]);
    await expect(make(rows, ['id'])).rejects.toMatchObject({ code: 'entity-exists' });
  });
});

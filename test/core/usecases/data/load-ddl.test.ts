import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { wordsFor } from '../../../../core/base/codes';
import { ddlReport } from '../../../../core/model/data-report';
import { loadDdl } from '../../../../core/usecases/data/load-ddl';
import { readModel } from '../../../../core/usecases/data/read-model';
import { reconcileLoads } from '../../../../core/usecases/import/loads';
import { previewImport } from '../../../../core/usecases/import/preview-import';
import { rebuildEntities } from '../../../../core/usecases/import/rebuild-entities';
import { load, openImport, rows, withImport } from '../../../support/import';

const sql = `
  CREATE TABLE Customers (Id bigint PRIMARY KEY, postcode varchar(10), born date, employer bigint REFERENCES customers);
  CREATE TABLE orders (
    shop int NOT NULL, number int NOT NULL, billed_to bigint REFERENCES customers (id), sent_to bigint REFERENCES customers,
    total numeric(10, 2), UNIQUE (shop, number));
  CREATE TABLE order_notes (shop int, number int, note text, PRIMARY KEY (shop, number),
    FOREIGN KEY (shop, number) REFERENCES orders (shop, number));
  CREATE TABLE loose (a int);
  CREATE TABLE odd (id text PRIMARY KEY, customer text REFERENCES customers, gone int REFERENCES nowhere);`;

it('DDL makes entities, keys and links, once', () =>
  withImport(async ({ ctx }) => {
    const dry = ddlReport.parse(await loadDdl(ctx, sql, { dryRun: true }));
    expect((await readModel(ctx)).entities).toEqual([]);
    const made = ddlReport.parse(await loadDdl(ctx, sql));
    expect(made).toEqual({ ...dry, committed: true });
    expect(made.entities.map((e) => [e.name, e.key, e.rows, e.dataVersion])).toEqual([
      ['Customers', ['Id'], 0, 0],
      ['orders', ['shop', 'number'], 0, 0],
      ['order_notes', ['shop', 'number'], 0, 0],
      ['odd', ['id'], 0, 0],
    ]);
    const ends = (l: (typeof made.links)[number]) => `${l.from}.${l.name} → ${l.to}.${l.reverse} ${l.cardinality}`;
    expect(made.links.map(ends)).toEqual([
      'Customers.Customer (employer) → Customers.Customers N-1',
      'orders.Customer (billed_to) → Customers.orders (billed_to) N-1',
      'orders.Customer (sent_to) → Customers.orders (sent_to) N-1',
      'order_notes.order → orders.order_notes 1-1',
    ]);
    expect(made.problems.map((p) => [p.code, ...Object.values(p.details)])).toEqual([
      ['ddl-no-key', 'loose'],
      ['ddl-link-other-type', 'odd', 'customer', 'customers', 'customer', 'text', 'Id', 'integer'],
      ['ddl-link-no-table', 'odd', 'gone', 'nowhere'],
    ]);
    const again = await loadDdl(ctx, sql);
    expect([again.entities, again.links, again.existing.length]).toEqual([[], [], 4]);
    expect((await readModel(ctx)).links.length).toBe(4);
    expect(await reconcileLoads(ctx)).toEqual([]);
    await expect(loadDdl(ctx, 'SELECT 1')).rejects.toMatchObject({ code: 'ddl-no-tables' });
  }));

it('says why a reference is no link', () =>
  withImport(async ({ ctx }) => {
    const made = await loadDdl(
      ctx,
      `CREATE TABLE shops (id INT PRIMARY KEY, town TEXT);
       CREATE TABLE visits (id INT PRIMARY KEY, shop INT, day INT,
         FOREIGN KEY (shop, day) REFERENCES shops (id), FOREIGN KEY (shop) REFERENCES shops (number));`,
    );
    expect(made.problems.map((p) => [p.code, p.details])).toEqual([
      ['ddl-link-other-count', { entity: 'visits', columns: 'shop, day', target: 'shops', others: 1 }],
      ['ddl-link-no-column', { entity: 'visits', columns: 'shop', target: 'shops', column: 'number' }],
    ]);
    for (const { code, details } of made.problems)
      for (const language of ['en', 'es'] as const) expect(wordsFor(code, details, language).says).not.toContain('{');
  }));

it('files are read as an entity was declared', () =>
  withImport(async (bench) => {
    await loadDdl(bench.ctx, sql);
    const { preview, summary } = await load(bench, 'CUSTOMERS.csv', 'ID,POSTCODE,BORN,EXTRA\n1,28013,02.03.1990,x\n2,28014,31.12.1991,y\n');
    expect(preview).toMatchObject({ entity: 'Customers', key: ['Id'], keyUnique: null, problems: [] });
    expect(preview.columns).toMatchObject([
      { attribute: 'Id', type: 'integer' },
      { attribute: 'postcode', type: 'text' },
      { attribute: 'born', type: 'date', dateFormat: '%d.%m.%Y' },
      { attribute: 'EXTRA', type: 'text' },
    ]);
    expect(summary).toMatchObject({ added: 2, entity: { dataVersion: 1, rows: 2 } });
    expect(summary.problems.map((p) => p.code)).toEqual(['link-attribute-gone']);
    const path = join(bench.folder, 'other.csv');
    await writeFile(path, 'id,born\n1,01/02/2024\n');
    const odd = await previewImport(bench.ctx, bench.sources, { path, entity: 'odd' });
    expect(odd).toMatchObject({ entity: 'odd', key: ['id'], columns: [{ attribute: 'id', type: 'text' }, { attribute: 'born' }] });
  }));

it('rows that break what DDL says of them make no link', () =>
  withImport(async (bench) => {
    await load(bench, 'stores.csv', 'id,code\n1,A\n2,A\n', { entity: 'stores', key: ['id'] });
    const made = await loadDdl(bench.ctx, 'CREATE TABLE visits (id int PRIMARY KEY, store text REFERENCES stores (code))');
    expect([made.links, made.problems.map((p) => p.code)]).toEqual([[], ['link-not-n-1']]);
  }));

it('an engine that keeps nothing has declared entities again', { timeout: 60_000 }, async () => {
  const bench = await openImport({ kind: 'wasm' });
  try {
    await loadDdl(bench.ctx, sql);
    const connection = await bench.ctx.connection();
    await connection.run('DROP TABLE main.odd');
    await connection.close();
    expect(await rebuildEntities(bench.ctx, bench.sources)).toEqual([]);
    expect(await rows(bench, 'SELECT count(*) FROM odd')).toEqual([[0]]);
  } finally {
    await bench.close();
  }
});

import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { profileColumns } from '../../../../core/usecases/data/profile-columns';
import { removeAttribute } from '../../../../core/usecases/data/remove-attribute';
import { saveAttribute } from '../../../../core/usecases/data/save-attribute';
import { saveLink } from '../../../../core/usecases/data/save-link';
import { tryDerivation } from '../../../../core/usecases/data/try-derivation';
import { reconcileLoads } from '../../../../core/usecases/import/loads';
import { refreshEntities } from '../../../../core/usecases/import/refresh';
import { withConnection } from '../../../../core/usecases/with-connection';
import { load, openImport, rows } from '../../../support/import';

describe.each(['native', 'wasm'] as const)('on the %s engine, an attribute', (kind) => {
  let bench: Awaited<ReturnType<typeof openImport>>;
  beforeAll(async () => {
    bench = await openImport({ kind });
    await load(bench, 'people.csv', 'id,first,last,spent,born\n1,Ana,Ruiz,10.50,1990-05-01\n2,Bo,,3.25,\n', { id: 'people' });
  });
  afterAll(() => bench.close());

  const entity = () => {
    const found = bench.ctx.store.read('entity', 'people');
    if (!found) throw new Error('people are there');
    return found;
  };
  const derive = (name: string, sql: string) => saveAttribute(bench.ctx, 'people', { name, derived: { sql } });

  it('that is derived is an attribute like the others', async () => {
    const tried = await tryDerivation(bench.ctx, 'people', { name: 'whole', derived: { sql: "concat_ws(' ', first, last)" } });
    expect(tried).toMatchObject({
      type: 'text',
      sample: {
        values: [
          [1, 2],
          ['Ana Ruiz', 'Bo'],
        ],
      },
    });
    expect(entity().dataVersion).toBe(1);
    await derive('whole', "concat_ws(' ', first, last) -- as on letters");
    await derive('shouted', 'upper(whole)');
    await derive('tax', 'CAST(spent * 0.21 AS DECIMAL(18, 4))');
    await derive('year', "date_part('year', born)");
    await derive('known', 'last IS NOT NULL');
    expect(
      entity()
        .attributes.slice(5)
        .map((a) => [a.name, a.type, a.scale]),
    ).toEqual([
      ['whole', 'text', undefined],
      ['shouted', 'text', undefined],
      ['tax', 'decimal', 4],
      ['year', 'integer', undefined],
      ['known', 'boolean', undefined],
    ]);
    expect(entity().dataVersion).toBe(6);
    const sql = 'SELECT shouted, tax, year, known FROM people ORDER BY id';
    const page = await withConnection(bench.ctx, (connection) => connection.query(sql, { limit: 9 }));
    expect(page.values).toEqual([
      ['ANA RUIZ', 'BO'],
      ['2.2050', '0.6825'],
      [1990, null],
      [true, false],
    ]);
    const profiles = await profileColumns(bench.ctx, 'people');
    expect(profiles.find((p) => p.name === 'year')).toMatchObject({ empty: 1, distinct: 1 });
  });

  it('that is derived follows every load, and counts as no change of its own', async () => {
    await writeFile(
      join(bench.folder, 'people.csv'),
      'id,first,last,spent,born\n1,Ana,Ruiz,10.50,1990-05-01\n2,Bo,Li,3.25,\n3,Cy,,1.00,\n',
    );
    const [again] = await refreshEntities(bench.ctx, bench.sources, {});
    expect(again?.summary).toMatchObject({ added: 1, changed: 1, unchanged: 1 });
    const upsert = await load(bench, 'some.csv', 'id,last\n3,Zu\n4,Qi\n', { id: 'people', entity: 'people', mode: 'upsert' });
    expect(upsert.summary).toMatchObject({ added: 1, changed: 1 });
    expect(upsert.summary.entity.attributes.length).toBe(10);
    expect(await rows(bench, 'SELECT shouted, known FROM people ORDER BY id')).toEqual([
      ['ANA RUIZ', true],
      ['BO LI', true],
      ['CY ZU', true],
      ['QI', true],
    ]);
    expect(await reconcileLoads(bench.ctx)).toEqual([]);
  });

  it('that is derived is checked', async () => {
    const refusals: [string, string][] = [
      ['first) , (last', 'derived-not-one'],
      ['', 'derived-not-one'],
      ['(SELECT max(spent) FROM people)', 'derived-other-rows'],
      ['(FROM people SELECT 1)', 'derived-other-rows'],
      ['random()', 'derived-not-fixed'],
      ['now()', 'derived-not-fixed'],
      ['born < current_date', 'derived-not-fixed'],
      ['max(spent)', 'sql-error'],
      ['row_number() OVER ()', 'sql-error'],
      ['nothing + 1', 'sql-error'],
      ["getenv('HOME')", 'sql-forbidden'],
    ];
    const before = entity();
    for (const [sql, code] of refusals) await expect(derive('bad', sql), sql).rejects.toMatchObject({ code });
    await expect(derive('first', 'upper(first)')).rejects.toMatchObject({ code: 'attribute-taken' });
    await expect(derive('whole', 'shouted')).rejects.toMatchObject({ code: 'sql-error' });
    await expect(derive('bad', 'CAST(first AS INTEGER)')).rejects.toMatchObject({ code: 'derived-failed', details: { attribute: 'bad' } });
    expect(entity()).toEqual(before);
    expect(await rows(bench, "SELECT count(*) FROM information_schema.columns WHERE column_name = 'bad'")).toEqual([[0]]);
  });

  it('that a load cannot compute holds the load back, whole', async () => {
    await derive('number', "CAST(coalesce(nullif(last, 'Ruiz'), '0') IS NULL AS INTEGER)");
    await derive('number', "CAST(CASE WHEN last = 'many' THEN last ELSE '1' END AS INTEGER)");
    const before = entity();
    const bad = load(bench, 'bad.csv', 'id,last\n1,many\n', { id: 'people', entity: 'people', mode: 'upsert' });
    await expect(bad).rejects.toMatchObject({ code: 'derived-failed', details: { entity: 'people', attribute: 'number' } });
    expect(entity()).toEqual(before);
    expect(await rows(bench, 'SELECT last, number FROM people WHERE id = 1')).toEqual([['Ruiz', 1]]);
    await removeAttribute(bench.ctx, 'people', 'number');
  });

  it('may change its expression and type, and be removed once nothing reads it', async () => {
    await derive('known', 'length(last)');
    expect(await rows(bench, 'SELECT known FROM people ORDER BY id')).toEqual([[4], [2], [2], [2]]);
    await expect(removeAttribute(bench.ctx, 'people', 'whole')).rejects.toMatchObject({
      code: 'attribute-in-use',
      details: { by: 'people (attributes)' },
    });
    await expect(removeAttribute(bench.ctx, 'people', 'first')).rejects.toMatchObject({ code: 'attribute-taken' });
    await removeAttribute(bench.ctx, 'people', 'shouted');
    await removeAttribute(bench.ctx, 'people', 'whole');
    expect(entity().attributes.some((a) => a.name === 'whole')).toBe(false);
    await expect(rows(bench, 'SELECT whole FROM people')).rejects.toMatchObject({ code: 'sql-error' });
  });

  it('that is derived can be linked by', async () => {
    await load(bench, 'visits.csv', 'visit,email\n1, ANA@x.test\n2,bo@x.test \n', { id: 'visits', key: ['visit'] });
    await load(bench, 'mails.csv', 'id,mail\n1,ana@x.test\n2,bo@x.test\n', { id: 'mails', key: ['id'] });
    await saveAttribute(bench.ctx, 'visits', { name: 'mail', derived: { sql: 'lower(trim(email))' } });
    const link = {
      name: 'mail',
      reverse: 'visits',
      from: 'visits',
      to: 'mails',
      on: [{ from: 'mail', to: 'mail' }],
      cardinality: 'N-1' as const,
    };
    await saveLink(bench.ctx, link);
    await expect(removeAttribute(bench.ctx, 'visits', 'mail')).rejects.toMatchObject({
      code: 'attribute-in-use',
      details: { by: 'mail (on)' },
    });
  });

  it('is described and labelled, through loads too', async () => {
    await saveAttribute(bench.ctx, 'people', { name: 'first', description: 'Given name', personal: 'name' });
    const version = entity().dataVersion;
    await load(bench, 'all.csv', 'id,first,last,spent,born\n1,Ana,Ruiz,1.00,1990-05-01\n', { id: 'people', entity: 'people' });
    expect(entity().dataVersion).toBe(version + 1);
    expect(entity().attributes[1]).toEqual({ name: 'first', type: 'text', description: 'Given name', personal: 'name' });
    await saveAttribute(bench.ctx, 'people', { name: 'first' });
    expect(entity().attributes[1]).toEqual({ name: 'first', type: 'text' });
    await expect(saveAttribute(bench.ctx, 'people', { name: 'nothing' })).rejects.toMatchObject({ code: 'not-found' });
  });
});

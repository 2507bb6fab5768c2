import { expect, it } from 'vitest';
import { campaign } from '../../../../core/model/campaign';
import { saveAttribute } from '../../../../core/usecases/data/save-attribute';
import { listFields } from '../../../../core/usecases/population/list-fields';
import { profileAgainst } from '../../../../core/usecases/population/profile-against';
import { readPopulation } from '../../../../core/usecases/population/read-population';
import { querySql } from '../../../../core/usecases/sql/query-sql';
import { shopAsOf } from '../../../support/shop';
import { openShop } from '../../../support/shop-workspace';

const flow = {
  activities: [
    { id: 'all', type: 'build-audience', dimension: 'customers', rule: { kind: 'all', rules: [] } },
    {
      id: 'more',
      type: 'enrich',
      additions: [
        { kind: 'attribute', attribute: 'email', as: 'where' },
        { kind: 'attribute', attribute: 'country', as: 'land' },
      ],
    },
    { id: 'sql', type: 'sql', dimension: 'customers', sql: 'SELECT id, upper("where") AS shout, land FROM input' },
  ],
  transitions: [
    { from: 'all', output: 'out', to: 'more', input: 0 },
    { from: 'more', output: 'out', to: 'sql', input: 0 },
  ],
};

it('a label follows its value under other names, through enrichment, SQL and distributions', async () => {
  const { ctx, close } = await openShop();
  try {
    await saveAttribute(ctx, 'customers', { name: 'email', personal: 'contact' });
    const document = campaign.parse({ format: 1, id: 'c', name: 'C', seed: 's', flow });
    const rows = (activity: string) =>
      readPopulation(ctx, {
        population: { kind: 'output', campaign: document, activity, output: 'out' },
        asOf: shopAsOf,
        offset: 0,
        limit: 2,
      });
    const told = (columns: { name: string; personal?: string | undefined }[]) => columns.map((c) => [c.name, c.personal]);
    expect(told((await rows('more')).columns)).toEqual([
      ['id', undefined],
      ['where', 'contact'],
      ['land', undefined],
    ]);
    expect(told((await rows('sql')).columns)).toEqual([
      ['id', undefined],
      ['shout', 'contact'],
      ['land', undefined],
    ]);
    const population = { kind: 'output' as const, campaign: document, activity: 'sql', output: 'out' };
    const fields = await listFields(ctx, { population, asOf: shopAsOf });
    expect(fields.find((f) => f.field.attribute === 'shout')?.personal).toBe('contact');
    await saveAttribute(ctx, 'customers', { name: 'loud', derived: { sql: 'upper(email)' } });
    const asFields = ['email', 'loud', 'country'].map((attribute) => ({ attribute }));
    const profile = await profileAgainst(ctx, { population, fields: asFields, asOf: shopAsOf });
    expect(profile.fields.map((f) => [f.field.attribute, f.personal]).sort()).toEqual([
      ['country', undefined],
      ['email', 'contact'],
      ['loud', 'contact'],
    ]);
    const asked = { asOf: shopAsOf, offset: 0, limit: 2 };
    const { columns } = await querySql(ctx, { ...asked, sql: 'SELECT lower(email) AS x, country FROM customers' });
    expect(told(columns)).toEqual([
      ['x', 'contact'],
      ['country', undefined],
    ]);
  } finally {
    await close();
  }
});

it('what a snapshot kept before its attribute was labelled is personal too', async () => {
  const { ctx, close } = await openShop();
  try {
    const connection = await ctx.connection();
    await connection.run('CREATE SCHEMA audience');
    await connection.run('CREATE TABLE audience.kept AS SELECT id, email FROM customers');
    await connection.close();
    const kept = { kind: 'snapshot' as const, table: 'kept', rows: 10, asOf: shopAsOf, takenAt: shopAsOf, dataVersions: {} };
    const definition = { ...kept, columns: [{ name: 'email', type: 'text' as const }] };
    const document = { format: 1 as const, id: 'kept', name: 'Kept', dimension: 'customers', definition };
    await ctx.store.commit([{ kind: 'audience', id: 'kept', document }]);
    const label = async () => {
      const fields = await listFields(ctx, { population: { kind: 'audience', audience: 'kept' }, asOf: shopAsOf });
      return fields.find((f) => f.field.attribute === 'email')?.personal;
    };
    expect(await label()).toBeUndefined();
    await saveAttribute(ctx, 'customers', { name: 'email', personal: 'contact' });
    expect(await label()).toBe('contact');
  } finally {
    await close();
  }
});

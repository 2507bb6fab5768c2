import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { audience } from '../../../../core/model/audience';
import { type AudienceProfile, audienceProfile } from '../../../../core/model/report';
import { type ProfileRequest, profileAgainst } from '../../../../core/usecases/population/profile-against';
import { shopAsOf as asOf } from '../../../support/shop';
import { best, lyon, rowsBySql, saveDocuments, vips, written } from '../../../support/shop-saved';
import { openShop, type ShopWorkspace } from '../../../support/shop-workspace';

const who = (id: string) => ({ kind: 'audience' as const, audience: id });
const told = (profile: AudienceProfile, attribute: string) => {
  const found = profile.fields.find((f) => f.field.attribute === attribute);
  return found?.groups.map((g) => [
    g.kind === 'value' ? g.from : g.kind,
    g.audience,
    g.base,
    g.both,
    g.index,
    g.z === null ? null : Number(g.z.toFixed(6)),
  ]);
};
/** A table with sorted groups, as their order within equal z means nothing. */
const sorted = (rows: unknown[][] | undefined) => rows?.map((r) => JSON.stringify(r)).sort();

describe.each(['native', 'wasm'] as const)('an audience against a base on %s', (engine) => {
  let shop: ShopWorkspace;
  beforeAll(async () => {
    shop = await openShop({ engine });
    await saveDocuments(shop, [vips, lyon, best]);
  }, 60_000);
  afterAll(() => shop.close());
  const profile = async (request: Omit<ProfileRequest, 'asOf'> & { asOf?: string }) =>
    audienceProfile.parse(await profileAgainst(shop.ctx, { asOf, ...request }));

  it('shows index and z of every value, against all rows', async () => {
    const fields = [{ attribute: 'vip' }, { attribute: 'country' }, { path: ['store'], attribute: 'town' }];
    const found = await profile({ population: who('vips'), fields });
    expect(found).toMatchObject({ dimension: 'customers', audience: 4, base: 10, both: 4, skipped: [] });
    // All 4 of 4 against none of 6: z = 1 ÷ √(0.4 × 0.6 × (1/4 + 1/6)).
    expect(told(found, 'vip')).toEqual([
      [true, 4, 4, 4, 250, 3.162278],
      [false, 0, 4, 0, 0, -2.108185],
      ['empty', 0, 2, 0, 0, -1.290994],
    ]);
    expect(sorted(told(found, 'country'))).toEqual(
      sorted([
        ['ES', 2, 2, 2, 250, 1.936492],
        ['FR', 0, 2, 0, 0, -1.290994],
        ['empty', 0, 2, 0, 0, -1.290994],
        ['DE', 1, 1, 1, 250, 1.290994],
        ['US', 1, 1, 1, 250, 1.290994],
        ['GB', 0, 1, 0, 0, -0.860663],
        ['IE', 0, 1, 0, 0, -0.860663],
      ]),
    );
    expect(sorted(told(found, 'town'))).toEqual(
      sorted([
        ['Lyon', 2, 4, 2, 125, 0.527046],
        ['Bilbao', 0, 2, 0, 0, -1.290994],
        ['empty', 2, 4, 2, 125, 0.527046],
      ]),
    );
    expect(found.fields.map((f) => f.field.attribute)).toEqual(['vip', 'country', 'town']);
    expect(found.fields[1]).toMatchObject({ distinct: 6, strength: expect.closeTo(1.936492, 6) });
  });

  it('compares with who is in the base but not in the audience', async () => {
    // Lyon 1, 2, 7, 8; VIPs 1, 4, 8, 10. Both Spaniards are in both, so they are 2 of 4 against none of 2.
    const found = await profile({ population: who('lyon'), base: who('vips'), fields: [{ attribute: 'country' }] });
    expect(found).toMatchObject({ audience: 4, base: 4, both: 2 });
    expect(sorted(told(found, 'country'))).toEqual(
      sorted([
        ['ES', 2, 2, 2, 100, 1.224745],
        ['FR', 1, 0, 0, null, 0.774597],
        ['empty', 1, 0, 0, null, 0.774597],
        ['DE', 0, 1, 0, 0, -1.549193],
        ['US', 0, 1, 0, 0, -1.549193],
      ]),
    );
  });

  it('is 100 everywhere against itself', async () => {
    for (const base of [who('best'), { kind: 'entity' as const, entity: 'customers' }]) {
      const found = await profile({
        population: base,
        base,
        fields: [{ attribute: 'country' }, { attribute: 'score' }, { attribute: 'id' }],
      });
      for (const { groups } of found.fields) for (const g of groups) expect([g.index, g.z]).toEqual([100, null]);
    }
  });

  it('leaves out what says nothing about groups, unless it is asked for', async () => {
    const found = await profile({ population: who('vips') });
    expect(found.skipped.map((s) => [s.field.attribute, s.reason])).toContainEqual(['id', 'unique']);
    expect(found.fields.map((f) => f.field.attribute)).toEqual(expect.arrayContaining(['vip', 'store', 'town']));
    expect(found.fields.map((f) => f.strength)).toEqual(found.fields.map((f) => f.strength).toSorted((a, b) => b - a));
    expect((await profile({ population: who('vips'), fields: [{ attribute: 'id' }] })).fields[0]?.groups.length).toBe(10);
    await expect(profile({ population: who('vips'), fields: [{ attribute: 'shoe' }] })).rejects.toMatchObject({
      code: 'rule-unknown-attribute',
    });
    await expect(profile({ population: who('vips'), base: { kind: 'entity', entity: 'orders' } })).rejects.toMatchObject({
      code: 'flow-dimension-mismatch',
    });
  });

  it('is told field by field, and counted anew only when the data are others', async () => {
    const told: AudienceProfile[] = [];
    const request = { population: who('best'), onProgress: ({ profile: found }: { profile: AudienceProfile }) => told.push(found) };
    const found = await profile(request);
    expect(told.length).toBeGreaterThan(2);
    expect(told[0]?.fields).toEqual([]);
    expect(told.map((p) => p.fields.length + p.skipped.length)).toEqual(
      told.map((p) => p.fields.length + p.skipped.length).toSorted((a, b) => a - b),
    );
    expect(told.at(-1)).toEqual(found);
    const times = told.length;
    expect(await profile({ ...request, asOf: '2026-10-02T00:00:00.000Z' })).toEqual({ ...found, asOf: '2026-10-02T00:00:00.000Z' });
    expect(told.length).toBe(times);
    const customers = shop.ctx.store.read('entity', 'customers');
    if (!customers) throw new Error('no customers');
    await shop.ctx.store.commit([{ kind: 'entity', id: 'customers', document: { ...customers, loadedAt: asOf } }]);
    expect(await profile(request)).toEqual(found);
    expect(told.length).toBe(times * 2);
  });

  it('counts members that are gone from the data as empty', async () => {
    await rowsBySql(shop, 'CREATE SCHEMA IF NOT EXISTS audience');
    await rowsBySql(shop, 'CREATE OR REPLACE TABLE audience.gone AS SELECT * FROM (VALUES (CAST(1 AS BIGINT)), (77), (78)) AS t(id)');
    const definition = { kind: 'snapshot' as const, table: 'gone', rows: 3, asOf, takenAt: asOf, dataVersions: {} };
    await saveDocuments(shop, [audience.parse({ format: 1, id: 'gone', name: 'gone', dimension: 'customers', definition })]);
    const found = await profile({ population: who('gone'), fields: [{ attribute: 'vip' }] });
    expect(found).toMatchObject({ audience: 3, base: 10, both: 1 });
    expect(sorted(told(found, 'vip')?.map((r) => r.slice(0, 4)))).toEqual(
      sorted([
        [true, 1, 4, 1],
        [false, 0, 4, 0],
        ['empty', 2, 2, 0],
      ]),
    );
    const turned = await profile({ population: who('vips'), base: who('gone'), fields: [{ attribute: 'vip' }] });
    expect(sorted(told(turned, 'vip')?.map((r) => r.slice(0, 4)))).toEqual(
      sorted([
        [true, 4, 1, 1],
        ['empty', 0, 2, 0],
      ]),
    );
  });

  it('adds up, by ranges of the base too, whoever is in it', { timeout: 120_000 }, async () => {
    await rowsBySql(
      shop,
      `INSERT INTO customers SELECT 100 + i, 'n' || i, 'x', NULL, CASE i % 4 WHEN 0 THEN 'FR' WHEN 1 THEN 'ES' WHEN 2 THEN '' END,
       DATE '1950-01-01' + CAST(i * 97 AS INTEGER), CASE WHEN i % 9 = 0 THEN NULL WHEN i = 10 THEN CAST('inf' AS DOUBLE) ELSE (i * 37) % 101 END, i % 3 = 0, 'S' || (i % 5), 'street ' || (i % 80), NULL, NULL FROM range(190) AS r(i)`,
    );
    const customers = shop.ctx.store.read('entity', 'customers');
    if (!customers) throw new Error('no customers');
    await shop.ctx.store.commit([{ kind: 'entity', id: 'customers', document: { ...customers, rows: 200, dataVersion: 2 } }]);
    const sample = fc.uniqueArray(fc.integer({ min: 100, max: 289 }), { maxLength: 80 });
    await fc.assert(
      fc.asyncProperty(sample, fc.option(sample), async (some, others) => {
        await saveDocuments(shop, [written('some', some), written('others', others ?? [])]);
        const found = await profile({ population: who('some'), ...(others ? { base: who('others') } : {}) });
        const inBase = (id: number) => (others ? others.includes(id) : true);
        expect([found.audience, found.base, found.both]).toEqual([some.length, others ? others.length : 200, some.filter(inBase).length]);
        for (const { field, groups } of found.fields) {
          for (const of of ['audience', 'base', 'both'] as const)
            expect(
              groups.reduce((sum, g) => sum + g[of], 0),
              `${field.attribute} ${of}`,
            ).toBe(found[of]);
          for (const g of groups) {
            if (g.base > 0 && found.audience > 0)
              expect(g.index).toBeCloseTo((100 * g.audience * found.base) / (g.base * found.audience), 6);
            expect(g.both).toBeLessThanOrEqual(Math.min(g.audience, g.base));
          }
        }
        const score = found.fields.find((f) => f.field.attribute === 'score');
        const scores = await rowsBySql(shop, 'SELECT id, score FROM customers WHERE isfinite(score)');
        const ranges = (score?.groups ?? []).filter((g) => g.kind === 'range').toSorted((a, b) => Number(a.from) - Number(b.from));
        for (const [i, g] of ranges.entries()) {
          const low = i === 0 ? Number.NEGATIVE_INFINITY : Number(g.from);
          const high = i === ranges.length - 1 ? Number.POSITIVE_INFINITY : Number(g.to);
          const within = scores.filter(([id, v]) => some.includes(Number(id)) && Number(v) > low && Number(v) <= high).length;
          expect(g.audience, `${g.from} to ${g.to}`).toBe(within);
        }
        if (!others) expect(ranges.length).toBe(10);
      }),
      { numRuns: engine === 'native' ? 6 : 3 },
    );
  });

  it('counts every row where it is cut by a sample', { timeout: 120_000 }, async () => {
    const more = 400_000;
    await rowsBySql(
      shop,
      `INSERT INTO customers SELECT 1000 + i, 'n' || i, 'x', NULL, CASE i % 4 WHEN 0 THEN 'FR' WHEN 1 THEN 'ES' END,
       DATE '1950-01-01' + CAST(i * 97 % 9001 AS INTEGER), CASE i WHEN 11 THEN -5 WHEN 13 THEN 20000 ELSE CASE WHEN i % 9 = 0 THEN NULL ELSE (i * 37) % 10007 / 3 END END, i % 3 = 0, 'S' || (i % 5), 'street ' || i, NULL, NULL FROM range(${more}) AS r(i)`,
    );
    const customers = shop.ctx.store.read('entity', 'customers');
    if (!customers) throw new Error('no customers');
    const total = Number((await rowsBySql(shop, 'SELECT count(*) FROM customers'))[0]?.[0]);
    await shop.ctx.store.commit([{ kind: 'entity', id: 'customers', document: { ...customers, rows: total, dataVersion: 3 } }]);
    await saveDocuments(shop, [lyon]);
    const found = await profile({ population: who('lyon') });
    expect(found.base).toBe(total);
    expect(found.skipped.filter((s) => s.reason === 'many').map((s) => s.field.attribute)).toEqual(expect.arrayContaining(['street']));
    for (const { field, groups } of found.fields)
      for (const of of ['audience', 'base', 'both'] as const) {
        const sum = groups.reduce((all, g) => all + g[of], 0);
        expect([field, of, sum]).toEqual([field, of, found[of]]);
      }
    const score = found.fields.find((f) => f.field.attribute === 'score');
    const ranges = (score?.groups ?? []).filter((g) => g.kind === 'range').toSorted((a, b) => Number(a.from) - Number(b.from));
    const facts = await rowsBySql(shop, 'SELECT min(score), max(score) FROM customers WHERE isfinite(score)');
    expect([ranges[0]?.from, ranges.at(-1)?.to]).toEqual(facts[0]);
    for (const [i, { from, to, base }] of ranges.entries()) {
      const sql = `SELECT count(*) FROM customers WHERE isfinite(score) AND ${i === 0 ? 'TRUE' : `score > ${from}`} AND score <= ${to}`;
      expect([from, to, base]).toEqual([from, to, Number((await rowsBySql(shop, sql))[0]?.[0])]);
      expect(Math.abs(base - (8 * more) / 90)).toBeLessThan(more / 90);
    }
    const towns = await rowsBySql(
      shop,
      'SELECT s.town, count(*) FROM customers AS c JOIN stores AS s ON s.code = c.store WHERE s.town IS NOT NULL GROUP BY 1 ORDER BY 1',
    );
    const town = found.fields.find((f) => f.field.attribute === 'town');
    expect((town?.groups ?? []).flatMap((g) => (g.kind === 'value' ? [[g.from, g.base]] : [])).toSorted()).toEqual(towns);
  });
});

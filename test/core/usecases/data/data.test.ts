import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { LinkProgress } from '../../../../core/model/data-report';
import type { Link } from '../../../../core/model/entity';
import { measureKey } from '../../../../core/usecases/data/measure-key';
import { measureLink } from '../../../../core/usecases/data/measure-link';
import { profileColumns } from '../../../../core/usecases/data/profile-columns';
import { proposeLinks } from '../../../../core/usecases/data/propose-links';
import { readEntityRows } from '../../../../core/usecases/data/read-entity-rows';
import { readModel } from '../../../../core/usecases/data/read-model';
import { removeEntity } from '../../../../core/usecases/data/remove-entity';
import { removeLink } from '../../../../core/usecases/data/remove-link';
import { saveKey } from '../../../../core/usecases/data/save-key';
import { saveLink } from '../../../../core/usecases/data/save-link';
import { reconcileLoads } from '../../../../core/usecases/import/loads';
import { previewImport } from '../../../../core/usecases/import/preview-import';
import { runImport } from '../../../../core/usecases/import/run-import';
import { walkStep } from '../../../../core/usecases/undo/walk';
import { type ImportBench, rows, withImport } from '../../../support/import';

async function load(bench: ImportBench, entity: string, content: string, key: string[]) {
  const path = join(bench.folder, `${entity}.csv`);
  await writeFile(path, content);
  const { columns, dialect } = await previewImport(bench.ctx, bench.sources, { path });
  const source = { path, format: 'csv' as const, ...(dialect ? { dialect } : {}) };
  await runImport(bench.ctx, bench.sources, { format: 2, kind: 'file', id: entity, entity, source, columns, key, mode: 'replace' });
}

async function shop(bench: ImportBench) {
  await load(bench, 'customers', 'id,name\n1,Ana\n2,Bo\n3,Cy\n', ['id']);
  await load(bench, 'orders', 'order_id,customer_id,total\n10,1,5.50\n11,1,7.25\n12,2,1.00\n13,9,2.00\n14,,3.00\n', ['order_id']);
}

const link: Link = {
  name: 'customer',
  reverse: 'orders',
  from: 'orders',
  to: 'customers',
  on: [{ from: 'customer_id', to: 'id' }],
  cardinality: 'N-1',
};

describe('a key', () => {
  it('is chosen where it names every row once, and taken back', () =>
    withImport(async (bench) => {
      await load(bench, 'stays', 'no,room,night\n1,a,1\n2,a,2\n3,b,1\n4,,2\n', ['no']);
      const stays = () => bench.ctx.store.read('entity', 'stays');
      expect(await measureKey(bench.ctx, 'stays', ['room'])).toEqual({ empty: 1, repeated: 1 });
      await expect(saveKey(bench.ctx, 'stays', ['room', 'night'])).rejects.toMatchObject({ code: 'key-not-one', details: { empty: 1 } });
      await load(bench, 'stays', 'no,room,night\n1,a,1\n2,a,2\n3,b,1\n', ['no']);
      await saveKey(bench.ctx, 'stays', ['room', 'night']);
      expect(stays()?.key).toEqual(['room', 'night']);
      expect(bench.ctx.store.read('recipe', 'stays')?.key).toEqual(['room', 'night']);
      expect(await walkStep(bench.ctx, 'data', 'undo')).toMatchObject({ did: 'change', kind: 'entity', name: 'stays' });
      expect(stays()?.key).toEqual(['no']);
      expect(bench.ctx.store.read('recipe', 'stays')?.key).toEqual(['no']);
      await walkStep(bench.ctx, 'data', 'redo');
      await load(bench, 'stays', 'no,room,night\n1,a,1\n1,a,2\n', ['room', 'night']);
      await expect(walkStep(bench.ctx, 'data', 'undo')).rejects.toMatchObject({ code: 'key-not-one', details: { repeated: 1 } });
    }));
});

describe('links', () => {
  it('are proposed with exact figures', () =>
    withImport(async (bench) => {
      await shop(bench);
      expect(await proposeLinks(bench.ctx)).toEqual([{ link, matchRate: 0.75, orphansFrom: 1, orphansTo: 1, cardinality: 'N-1' }]);
    }));

  it('are told from some rows first, then from all', () =>
    withImport(async (bench) => {
      await shop(bench);
      const many = Array.from({ length: 30_000 }, (_, n) => `${n},${n % 4 === 0 ? 9 : 1}`).join('\n');
      await load(bench, 'visits', `visit_id,customer_id\n${many}\n`, ['visit_id']);
      const told: LinkProgress[] = [];
      const proposals = await proposeLinks(bench.ctx, { onProgress: (progress) => told.push(progress) });
      const visits = proposals.find((p) => p.link.from === 'visits');
      expect(visits).toMatchObject({ matchRate: 0.75, orphansFrom: 7500 });
      const at = told.findIndex((p) => p.guesses);
      const guess = told[at]?.guesses?.find((g) => g.link.from === 'visits');
      expect(guess?.rows).toBe(20_000);
      expect(guess?.matchRate).toBeGreaterThan(0.73);
      expect(guess?.matchRate).toBeLessThan(0.77);
      expect(told.flatMap((p) => p.proposal ?? []).length).toBe(proposals.length);
      expect(told.findIndex((p) => p.proposal)).toBeGreaterThan(at);
    }));

  it('of one entity are proposed alone', () =>
    withImport(async (bench) => {
      await shop(bench);
      await load(bench, 'visits', 'visit_id,customer_id\n1,1\n2,2\n', ['visit_id']);
      const ends = async (entity?: string) => (await proposeLinks(bench.ctx, { entity })).map((p) => p.link.from).toSorted();
      expect(await ends()).toEqual(['orders', 'visits']);
      expect(await ends('visits')).toEqual(['visits']);
      expect(await ends('customers')).toEqual(['orders', 'visits']);
    }));

  it('of a key on both sides are proposed one way: to what the key is named after, else to what has more rows', () =>
    withImport(async (bench) => {
      const ids = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, n) => `${from + n},x\n`).join('');
      await load(bench, 'customers', `customer_id,name\n${ids(1, 20)}`, ['customer_id']);
      await load(bench, 'details', `customer_id,age\n${ids(1, 40)}`, ['customer_id']);
      await load(bench, 'scores', `product_id,score\n${ids(1, 30)}`, ['product_id']);
      await load(bench, 'prices', `product_id,price\n${ids(11, 30)}`, ['product_id']);
      const ways = async () => (await proposeLinks(bench.ctx)).map((p) => [p.link.from, p.link.to, p.cardinality]).toSorted();
      expect(await ways()).toEqual([
        ['details', 'customers', '1-1'],
        ['prices', 'scores', '1-1'],
      ]);
      const [first] = await proposeLinks(bench.ctx);
      if (first) await saveLink(bench.ctx, first.link);
      expect(await ways()).toHaveLength(1);
      await load(bench, 'many', `customer_id,age\n${ids(1, 400)}`, ['customer_id']);
      // Too few of its rows match for the way that the names say.
      expect((await ways()).filter((way) => way.includes('many'))).toEqual([
        ['customers', 'many', '1-1'],
        ['details', 'many', '1-1'],
      ]);
    }));

  it('are saved only when their claim holds', () =>
    withImport(async (bench) => {
      await shop(bench);
      const turned: Link = { ...link, from: 'customers', to: 'orders', on: [{ from: 'id', to: 'customer_id' }] };
      expect(await measureLink(bench.ctx, turned)).toMatchObject({ cardinality: 'N-N', orphansFrom: 1, orphansTo: 2 });
      await expect(saveLink(bench.ctx, turned)).rejects.toMatchObject({ code: 'link-not-n-1', details: { entity: 'orders', repeated: 1 } });
      await expect(saveLink(bench.ctx, { ...link, cardinality: '1-1' })).rejects.toMatchObject({ code: 'link-not-n-1' });
      await saveLink(bench.ctx, link);
      expect((await readModel(bench.ctx)).links).toEqual([link]);
      expect(await proposeLinks(bench.ctx)).toEqual([]);
      await expect(removeEntity(bench.ctx, 'orders')).rejects.toMatchObject({ code: 'entity-in-use' });
      await removeLink(bench.ctx, link);
      await removeEntity(bench.ctx, 'orders');
      expect((await readModel(bench.ctx)).entities.map((e) => e.name)).toEqual(['customers']);
    }));
});

describe('an entity', () => {
  it('is read in pages and profiled exactly', () =>
    withImport(async (bench) => {
      await shop(bench);
      const page = await readEntityRows(bench.ctx, { entity: 'orders', offset: 1, limit: 2, sort: { column: 'total', descending: true } });
      expect(page).toMatchObject({
        rows: 2,
        offset: 1,
        total: 5,
        values: [
          [10, 14],
          [1, null],
          ['5.50', '3.00'],
        ],
      });
      const profiles = await profileColumns(bench.ctx, 'orders');
      expect(profiles[1]).toMatchObject({
        name: 'customer_id',
        rows: 5,
        empty: 1,
        distinct: 3,
        min: 1,
        max: 9,
        kind: 'values',
        bars: [{ from: 1, to: 1, rows: 2 }, { rows: 1 }, { rows: 1 }],
        others: 0,
      });
    }));

  it('is measured once for each version of its data', () =>
    withImport(async (bench) => {
      await load(bench, 'some', 'id,x\n1,5\n2,6\n', ['id']);
      const first = await profileColumns(bench.ctx, 'some');
      await rows(bench, 'DELETE FROM main.some');
      const told: string[] = [];
      expect(await profileColumns(bench.ctx, 'some', { onColumn: (c) => told.push(c.name) })).toEqual(first);
      expect(told).toEqual(['id', 'x']);
      await load(bench, 'some', 'id,x\n1,5\n', ['id']);
      expect((await profileColumns(bench.ctx, 'some'))[0]).toMatchObject({ rows: 1 });
    }));

  it('has bars that add up', () =>
    withImport(async (bench) => {
      await load(bench, 'many', `id,x\n${Array.from({ length: 1000 }, (_, n) => `${n},${(n * 7) % 500}.5`).join('\n')}\n`, ['id']);
      for (const p of await profileColumns(bench.ctx, 'many')) {
        expect(p.kind).toBe('histogram');
        expect(p.bars.reduce((sum, b) => sum + b.rows, 0) + p.others + p.empty).toBe(1000);
      }
    }));

  it('follows its data after documents were left behind', () =>
    withImport(async (bench) => {
      await shop(bench);
      const before = bench.ctx.store.read('entity', 'orders');
      await load(bench, 'orders', 'order_id,customer_id,total\n10,1,5.50\n', ['order_id']);
      const after = bench.ctx.store.read('entity', 'orders');
      await bench.ctx.store.commit([{ kind: 'entity', id: 'orders', document: before ?? null }]);
      expect(await reconcileLoads(bench.ctx)).toEqual([]);
      expect(bench.ctx.store.read('entity', 'orders')).toEqual(after);
      const ahead = after ? { ...after, dataVersion: 7 } : null;
      await bench.ctx.store.commit([{ kind: 'entity', id: 'orders', document: ahead }]);
      expect(await reconcileLoads(bench.ctx)).toMatchObject([{ code: 'model-data-behind', details: { known: 7, found: 2 } }]);
      expect(bench.ctx.store.read('entity', 'orders')?.dataVersion).toBe(8);
    }));
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Entity, Link } from '../../../../core/model/entity';
import type { Context } from '../../../../core/usecases/context';
import { countMatches } from '../../../../core/usecases/data/count-matches';
import { measureLink } from '../../../../core/usecases/data/measure-link';
import { profileColumns } from '../../../../core/usecases/data/profile-columns';
import { readEntityRows } from '../../../../core/usecases/data/read-entity-rows';
import { withConnection } from '../../../../core/usecases/with-connection';
import { type ImportBench, rows, withImport } from '../../../support/import';

type Value = number | null;

/** An entity of these values; a key of it are its values where they name every row once. */
async function make(bench: ImportBench, name: string, values: readonly Value[], key: string): Promise<Entity> {
  const list = values.map((v, i) => `(${i}, ${v === null ? 'NULL' : v})`).join(', ');
  await rows(bench, `CREATE OR REPLACE TABLE main.${name} (id BIGINT, v BIGINT)`);
  if (values.length > 0) await rows(bench, `INSERT INTO main.${name} VALUES ${list}`);
  const version = (bench.ctx.store.read('entity', name)?.dataVersion ?? 0) + 1;
  const attributes = ['id', 'v'].map((a) => ({ name: a, type: 'integer' as const }));
  const document: Entity = { name, attributes, key: [key], rows: values.length, dataVersion: version };
  await bench.ctx.store.commit([{ kind: 'entity', id: name, document }]);
  return document;
}

const timesOf = (values: readonly Value[]) => {
  const times = new Map<number, number>();
  for (const v of values) if (v !== null) times.set(v, (times.get(v) ?? 0) + 1);
  return times;
};
const isKey = (values: readonly Value[]) => !values.includes(null) && new Set(values).size === values.length;

const value = fc.option(fc.integer({ min: 0, max: 12 }), { nil: null });
const some = (most: number) => fc.array(value, { maxLength: most });
/** Far more on one side, about as many, or none twice. */
const sides = fc.oneof(
  fc.record({ from: some(12), to: some(12) }),
  fc.record({ from: some(90), to: some(3) }),
  fc.record({ from: some(3), to: some(90) }),
  fc.record({ from: some(30), to: fc.uniqueArray(fc.integer({ min: 0, max: 12 }), { maxLength: 8 }) }),
  fc.record({ from: fc.uniqueArray(value), to: fc.uniqueArray(fc.integer({ min: 0, max: 12 }), { maxLength: 8 }) }),
);

const count = (ctx: Context, of: Parameters<typeof countMatches>[2], people: Parameters<typeof countMatches>[3]) =>
  withConnection(ctx, (connection) => countMatches(ctx, connection, of, people, undefined));

describe('figures that are taken in one go', () => {
  it('of a link are those of counting one by one', () =>
    withImport((bench) =>
      fc.assert(
        fc.asyncProperty(sides, async ({ from, to }) => {
          await make(bench, 'f', from, 'id');
          await make(bench, 't', to, isKey(to) ? 'v' : 'id');
          const link: Link = { name: 'a', reverse: 'b', from: 'f', to: 't', on: [{ from: 'v', to: 'v' }], cardinality: 'N-1' };
          const [times, there] = [timesOf(from), timesOf(to)];
          const filled = from.filter((v) => v !== null);
          const orphansFrom = filled.filter((v) => !there.has(v)).length;
          const repeated = (of: Map<number, number>) => [...of.values()].some((n) => n > 1);
          expect(await measureLink(bench.ctx, link)).toEqual({
            link,
            matchRate: filled.length === 0 ? 0 : (filled.length - orphansFrom) / filled.length,
            orphansFrom,
            orphansTo: to.filter((v) => v === null || !times.has(v)).length,
            cardinality: repeated(there) ? 'N-N' : repeated(times) ? 'N-1' : '1-1',
          });
        }),
        { numRuns: 60 },
      ),
    ));

  it.each([
    { name: 'by one value', by: ['r.v'], of: (v: Value) => v },
    { name: 'by two values', by: ['r.v // 4', 'nullif(r.v % 4, 3)'], of: (v: Value) => (v !== null && v % 4 === 3 ? null : v) },
  ])('of whose rows are, $name, are those of counting one by one', ({ by, of }) =>
    withImport((bench) =>
      fc.assert(
        fc.asyncProperty(sides, async (written) => {
          const [from, to] = [written.from.map(of), written.to.map(of)];
          const side = async (name: 'f' | 't', values: readonly Value[]) => ({
            entity: await make(bench, name, name === 'f' ? written.from : written.to, isKey(values) ? 'v' : 'id'),
            values: by,
            unique: isKey(values),
          });
          const people = await side('t', to);
          const times = timesOf(to);
          const named = new Set<Value>(from);
          const found = { rows: from.length, empty: from.filter((v) => v === null).length };
          const matched = from.flatMap((v) => v ?? []).filter((v) => times.has(v));
          expect(await count(bench.ctx, await side('f', from), people)).toEqual({
            ...found,
            matched: matched.length,
            orphans: found.rows - found.empty - matched.length,
            ambiguous: matched.filter((v) => (times.get(v) ?? 0) > 1).length,
            profiles: to.filter((v) => v !== null && named.has(v)).length,
          });
          const filled = to.flatMap((v) => v ?? []);
          expect(await count(bench.ctx, people, people)).toEqual({
            rows: to.length,
            empty: to.length - filled.length,
            matched: filled.length,
            orphans: 0,
            ambiguous: filled.filter((v) => (times.get(v) ?? 0) > 1).length,
            profiles: filled.length,
          });
        }),
        { numRuns: 60 },
      ),
    ),
  );
});

describe('figures of a column', () => {
  const text = fc.constantFrom(null, '', ...'abcdefghijklmnopqrs');
  const texts = fc.oneof(fc.array(text, { maxLength: 60 }), fc.uniqueArray(fc.integer({ min: 0, max: 99 }).map((n) => `v${n}`)));

  it('are those of counting one by one', () =>
    withImport((bench) =>
      fc.assert(
        fc.asyncProperty(texts, async (values) => {
          const list = values.map((v, i) => `(${i}, ${v === null ? 'NULL' : `'${v}'`})`);
          await rows(bench, 'CREATE OR REPLACE TABLE main.e (id BIGINT, v VARCHAR)');
          if (list.length > 0) await rows(bench, `INSERT INTO main.e VALUES ${list.join(', ')}`);
          const version = (bench.ctx.store.read('entity', 'e')?.dataVersion ?? 0) + 1;
          const filled = values.flatMap((v) => (v === null || v === '' ? [] : [v]));
          const different = [...new Set(filled)].toSorted();
          // What names every row once is measured without grouping it.
          const key = [different.length === values.length ? 'v' : 'id'];
          const attributes = [
            { name: 'id', type: 'integer' as const },
            { name: 'v', type: 'text' as const },
          ];
          await bench.ctx.store.commit([
            { kind: 'entity', id: 'e', document: { name: 'e', attributes, key, rows: values.length, dataVersion: version } },
          ]);
          const counted = different.map((v) => ({ from: v, to: v, rows: filled.filter((f) => f === v).length }));
          const bars = counted.toSorted((a, b) => b.rows - a.rows).slice(0, 12);
          expect((await profileColumns(bench.ctx, 'e'))[1]).toEqual({
            name: 'v',
            type: 'text',
            rows: values.length,
            empty: values.length - filled.length,
            distinct: different.length,
            min: different[0] ?? null,
            max: different.at(-1) ?? null,
            kind: 'values',
            bars,
            others: filled.length - bars.reduce((sum, b) => sum + b.rows, 0),
          });
        }),
        { numRuns: 60 },
      ),
    ));
});

describe('pages of an entity', () => {
  const all = Array.from({ length: 700 }, (_, n) => (n % 7 === 0 ? null : (n * 37) % 11));
  const pages = async (bench: ImportBench, total: number, sort?: { column: string; descending: boolean }) => {
    const found: unknown[] = [];
    for (let offset = 0; offset < total + 60; offset += 60) {
      const page = await readEntityRows(bench.ctx, { entity: 'e', offset, limit: 60, sort });
      expect(page.rows).toBe(Math.max(0, Math.min(60, total - offset)));
      found.push(...(page.values[0] ?? []));
    }
    return found;
  };
  const idsOf = async (bench: ImportBench, order: string) => (await rows(bench, `SELECT id FROM main.e ORDER BY ${order}`)).flat();

  it.each([
    { name: 'as written', change: 'SELECT 1', total: 700 },
    { name: 'with gaps', change: 'DELETE FROM main.e WHERE id % 3 = 1', total: 467 },
    { name: 'without their beginning', change: 'DELETE FROM main.e WHERE id < 100', total: 600 },
    { name: 'of which none is left', change: 'DELETE FROM main.e', total: 0 },
  ])('hold every row once and in order, $name', ({ change, total }) =>
    withImport(async (bench) => {
      await make(bench, 'e', all, 'id');
      await rows(bench, change);
      expect(await pages(bench, total)).toEqual(await idsOf(bench, 'rowid'));
      expect(await pages(bench, total, { column: 'v', descending: false })).toEqual(await idsOf(bench, 'v NULLS LAST, rowid'));
      expect(await pages(bench, total, { column: 'v', descending: true })).toEqual(await idsOf(bench, 'v DESC NULLS LAST, rowid'));
    }),
  );

  it('are given up when nobody wants them', () =>
    withImport(async (bench) => {
      await make(bench, 'e', all, 'id');
      const gone = AbortSignal.abort();
      await expect(readEntityRows(bench.ctx, { entity: 'e', offset: 60, limit: 60, signal: gone })).rejects.toMatchObject({
        code: 'cancelled',
      });
      expect(await pages(bench, 700)).toHaveLength(700);
    }));
});

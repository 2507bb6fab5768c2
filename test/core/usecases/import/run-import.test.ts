import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Connection } from '../../../../core/ports/engine';
import { reconcileLoads } from '../../../../core/usecases/import/loads';
import { previewImport } from '../../../../core/usecases/import/preview-import';
import { runImport } from '../../../../core/usecases/import/run-import';
import { walkStep } from '../../../../core/usecases/undo/walk';
import { load, openImport, rejects, rows } from '../../../support/import';

let bench: Awaited<ReturnType<typeof openImport>>;
beforeAll(async () => {
  bench = await openImport();
});
afterAll(() => bench.close());

const types = (preview: { columns: { attribute: string; type: string }[] }) =>
  Object.fromEntries(preview.columns.map((c) => [c.attribute, c.type]));

describe('an import', () => {
  it('proposes types and a key, and loads', async () => {
    const { preview, summary } = await load(
      bench,
      'people.csv',
      'id,postcode,code,spend,born,seen,vip,note\n1,01234,007,1.50,1990-02-28,2024-01-01 10:00:00,true,"a ""b"""\n2,99999,010,20,1991-03-01,2024-01-02 11:30:00,false,\n',
    );
    expect(types(preview)).toEqual({
      id: 'integer',
      postcode: 'text',
      code: 'text',
      spend: 'decimal',
      born: 'date',
      seen: 'timestamp',
      vip: 'boolean',
      note: 'text',
    });
    expect(preview).toMatchObject({ entity: 'people', key: ['id'], keyUnique: true, confidence: 'strict' });
    expect(summary).toMatchObject({ read: 2, loaded: 2, rejected: 0, added: 2, committed: true });
    expect(await rows(bench, 'SELECT * FROM people')).toEqual([
      [1, '01234', '007', '1.50', '1990-02-28', '2024-01-01 10:00:00', true, 'a "b"'],
      [2, '99999', '010', '20.00', '1991-03-01', '2024-01-02 11:30:00', false, null],
    ]);
  });

  it.each([
    ['as it is', {}],
    ['as a copy', { lineEnds: 'mixed' as const }],
  ])('says of a file with a value too many, read %s, that it does not follow the standard', async (_, how) => {
    const path = join(bench.folder, 'one-more.csv');
    await writeFile(path, `id,name\n${Array.from({ length: 40 }, (_, i) => `${i},n${i}${i === 20 ? ',x' : ''}`).join('\n')}\n`);
    const source = { path, format: 'csv' as const };
    const dialect = { encoding: 'utf-8' as const, delimiter: ',', quote: '"', escape: '"', header: true, skip: 0, ...how };
    expect(await previewImport(bench.ctx, bench.sources, { ...source, dialect })).toMatchObject({ confidence: 'broken' });
    await writeFile(path, 'id,name\n1,a\n2,b\n');
    expect(await previewImport(bench.ctx, bench.sources, { ...source, dialect })).toMatchObject({ confidence: 'strict' });
  });

  it('keeps what it refuses, on the real lines of the file', async () => {
    const text = 'id,"na\nme",n\n\n1,"a\nb",3\n2,b\n3,c,4,5\n\n4,"d""q",6.5\n5,x,seven\n,y,1\n4,z,2\n1,w,9\n';
    const { summary } = await load(bench, 'bad.csv', text, {
      key: ['id'],
      columns: [
        { source: 'id', attribute: 'id', type: 'integer' },
        { source: 'na me', attribute: 'name', type: 'text' },
        { source: 'n', attribute: 'n', type: 'integer' },
      ],
      source: {
        path: join(bench.folder, 'bad.csv'),
        format: 'csv',
        dialect: { encoding: 'utf-8', delimiter: ',', quote: '"', escape: '"', header: true, skip: 0 },
      },
    });
    expect(summary).toMatchObject({ read: 8, loaded: 2, rejected: 6 });
    expect(await rejects(bench, 'bad')).toEqual([
      [6, 'n', '2,b', 'missing-columns'],
      [7, null, '3,c,4,5', 'too-many-columns'],
      [9, 'n', '6.5', 'not-integer'],
      [10, 'n', 'seven', 'not-integer'],
      [11, 'id', null, 'empty-key'],
      [13, 'id', '1', 'duplicate-key'],
    ]);
    expect(await rows(bench, 'SELECT id, name, n FROM bad ORDER BY id')).toEqual([
      [1, 'a\nb', 3],
      [4, 'z', 2],
    ]);
  });

  it('of a new entity is a step of undo, later loads are none', async () => {
    const undoable = { undoable: true };
    await load(bench, 'fresh.csv', 'id,a\n1,x\n2,y\n', { id: 'fresh' }, undoable);
    const [entity, recipe] = [bench.ctx.store.read('entity', 'fresh'), bench.ctx.store.read('recipe', 'fresh')];
    expect(await walkStep(bench.ctx, 'data', 'undo')).toEqual({ did: 'create', kind: 'entity', name: 'fresh', others: 0 });
    expect(bench.ctx.store.list('entity').map((e) => e.name)).not.toContain('fresh');
    expect(bench.ctx.store.read('recipe', 'fresh')).toBeUndefined();
    await expect(rows(bench, 'SELECT * FROM fresh')).rejects.toThrow();
    expect(await reconcileLoads(bench.ctx)).toEqual([]);
    expect(bench.ctx.store.read('entity', 'fresh')).toBeUndefined();
    await walkStep(bench.ctx, 'data', 'redo');
    expect(await rows(bench, 'SELECT * FROM fresh ORDER BY id')).toEqual([
      [1, 'x'],
      [2, 'y'],
    ]);
    expect(bench.ctx.store.read('entity', 'fresh')).toEqual({ ...entity, dataVersion: 2 });
    expect(bench.ctx.store.read('recipe', 'fresh')).toEqual(recipe);
    await load(bench, 'fresh.csv', 'id,a\n3,z\n', { id: 'fresh' }, undoable);
    expect(await walkStep(bench.ctx, 'data', 'undo')).toMatchObject({ did: 'create', name: 'fresh' });
  });

  it('counts what every mode does', async () => {
    await load(bench, 'p.csv', 'id,a,b\n1,x,1\n2,y,2\n3,z,3\n');
    const change = { entity: 'p' };
    const upsert = await load(bench, 'u.csv', 'id,a\n1,x\n2,Y\n9,n\n', { ...change, mode: 'upsert' });
    expect(upsert.summary).toMatchObject({ read: 3, added: 1, changed: 1, unchanged: 1, rejected: 0 });
    expect(await rows(bench, 'SELECT * FROM p ORDER BY id')).toEqual([
      [1, 'x', 1],
      [2, 'Y', 2],
      [3, 'z', 3],
      [9, 'n', null],
    ]);
    const columns = upsert.recipe.columns;
    const changes = await load(bench, 'c.csv', '_change_request_type,id,a\nu,1,X\nd,3,\nd,77,\nq,5,\n', {
      ...change,
      columns,
      key: ['id'],
      mode: 'changes',
    });
    expect(changes.summary).toMatchObject({ read: 4, changed: 1, deleted: 1, unchanged: 1, added: 0, rejected: 1 });
    const append = await load(bench, 'a.csv', 'id,a,b\n1,q,1\n10,r,2\n', { ...change, mode: 'append' });
    expect(append.summary).toMatchObject({ read: 2, added: 1, rejected: 1, loaded: 1 });
    const dry = await load(bench, 'r.csv', 'id,a,b\n1,X,1\n10,s,2\n11,t,3\n', { ...change }, { dryRun: true });
    expect(dry.summary).toMatchObject({ added: 1, changed: 1, unchanged: 1, deleted: 2, committed: false });
    expect(await rows(bench, 'SELECT count(*) FROM p')).toEqual([[4]]);
    expect(bench.ctx.store.read('entity', 'p')).toMatchObject({ dataVersion: 4, rows: 4 });
  });

  it('asks when the header changed, and when a date can be read two ways', async () => {
    const first = await load(bench, 'd.csv', 'id,day,other\n1,01/02/2024,31/12/2024\n2,03/04/2024,01/01/2025\n');
    expect(types(first.preview)).toEqual({ id: 'integer', day: 'text', other: 'date' });
    expect(first.preview.problems.map((p) => p.code)).toEqual(['import-ambiguous-date']);
    await expect(load(bench, 'd.csv', 'id,day,neu\n1,01/02/2024,3\n', first.recipe)).rejects.toMatchObject({
      code: 'import-header-changed',
      details: { missing: 'other', added: 'neu' },
    });
  });

  it('survives hostile headers and says what it cannot read', async () => {
    const { summary } = await load(bench, 'h.csv', '"x""; DROP TABLE h; --",a,A,,"c\u0001d"\n1,=1+1,3,4,5\n2,@x,3,4,6\n');
    expect(summary.entity.attributes.map((a) => a.name)).toEqual(['x"; DROP TABLE h; --', 'a', 'A_2', 'column_4', 'c d']);
    expect(await rows(bench, 'SELECT a FROM h')).toEqual([['=1+1'], ['@x']]);
    await expect(load(bench, 'e.csv', '')).rejects.toMatchObject({ code: 'import-file-empty' });
    await expect(load(bench, 'n.csv', 'a,b\n1,\0\n')).rejects.toMatchObject({ code: 'import-not-text' });
    await expect(previewImport(bench.ctx, bench.sources, { path: join(bench.folder, 'none.csv') })).rejects.toMatchObject({
      code: 'import-file-missing',
    });
    await mkdir(join(bench.folder, 'dir.csv'));
    await expect(previewImport(bench.ctx, bench.sources, { path: join(bench.folder, 'dir.csv') })).rejects.toMatchObject({
      code: 'import-not-a-file',
    });
    const wide = Array.from({ length: 1000 }, (_, n) => `c${n}`).join(',');
    expect((await load(bench, 'w.csv', `${wide}\n${wide.replaceAll('c', '')}\n`)).summary.loaded).toBe(1);
    expect(await readdir(join(bench.folder, 'scratch'))).toEqual([]);
  });

  it('leaves no trace when cancelled', async () => {
    const stop = new AbortController();
    const lines = Array.from({ length: 30_000 }, (_, n) => `${n},name ${n},${n / 100}`).join('\n');
    await expect(
      load(
        bench,
        'big.csv',
        `id,name,x\n${lines}\n`,
        {},
        { signal: stop.signal, onProgress: (p) => p.stage === 'checking' && stop.abort() },
      ),
    ).rejects.toMatchObject({ code: 'cancelled' });
    expect(bench.ctx.store.read('entity', 'big')).toBeUndefined();
    expect(await rows(bench, "SELECT table_name FROM information_schema.tables WHERE table_name = 'big'")).toEqual([]);
  });

  it('takes fields of JSON in the order in which they first appear, also of objects within objects', async () => {
    const objects = ['{"b":1,"a":2}', '{"c":1,"a":{"x":1}}', '{"a":1,"d":{"z":1,"e":{"f":1}}}', '{"b":1,"a":2}', '{"d":{"y":2},"b":null}'];
    for (const [name, text] of [
      ['fields.ndjson', objects.join('\n')],
      ['fields.json', `[${objects.join(',')}]`],
    ] as const) {
      const path = join(bench.folder, name);
      await writeFile(path, text);
      const fields = async (flatten: boolean) => {
        const { columns } = await previewImport(bench.ctx, bench.sources, { path, flatten });
        return columns.filter((c) => c.generated === undefined).map((c) => c.source);
      };
      expect(await fields(false), name).toEqual(['b', 'a', 'c', 'd']);
      expect(await fields(true), name).toEqual(['b', 'a', 'c', 'd.z', 'd.e.f', 'd.y']);
    }
  });

  it('reads JSON lines, JSON and Parquet', async () => {
    const json = await load(bench, 'j.ndjson', '{"id":1,"a/b":"x"}\n{"id":2,"c":1.5}\n');
    expect(types(json.preview)).toEqual({ id: 'integer', 'a/b': 'text', c: 'decimal' });
    expect(json.summary.loaded).toBe(2);
    expect((await load(bench, 'k.json', '[{"id":1},{"id":2}]')).summary.loaded).toBe(2);
    const file = join(bench.folder, 'q.parquet');
    await rows(
      bench,
      `COPY (SELECT range::INTEGER AS id, 'n' || range AS name, DATE '2024-01-01' AS d FROM range(5)) TO '${file}' (FORMAT parquet)`,
    );
    const preview = await previewImport(bench.ctx, bench.sources, { path: file });
    expect(types(preview)).toEqual({ id: 'integer', name: 'text', d: 'date' });
    const summary = await runImport(bench.ctx, bench.sources, {
      format: 2,
      kind: 'file',
      id: 'q',
      entity: 'q',
      source: { path: file, format: 'parquet' },
      columns: preview.columns,
      key: preview.key,
      mode: 'replace',
    });
    expect(summary).toMatchObject({ read: 5, loaded: 5 });
  });

  it('is not misled by one record of another length, nor takes a preamble for data', async () => {
    const body = Array.from({ length: 50 }, (_, n) => `${n},${n},x\n`).join('');
    const long = await load(bench, 'long.csv', `id,n,m\n${body}50,1,x,y\n`);
    expect(long.preview.columns.map((c) => c.source)).toEqual(['id', 'n', 'm']);
    expect(long.summary).toMatchObject({ read: 51, loaded: 50 });
    const short = await load(bench, 'short.csv', `id,n,m\n${body}50,1\n`);
    expect(short.summary).toMatchObject({ read: 51, loaded: 50 });
    const preamble = await load(bench, 'preamble.csv', `Report, made\n\nid,n,m\n${body}`);
    expect(preamble.preview.dialect?.skip).toBe(2);
    expect(preamble.summary).toMatchObject({ read: 50, loaded: 50 });
  });

  it('fills short records only where many are, whatever quotes are out of place', async () => {
    const body = (ends: (n: number) => string) => Array.from({ length: 60 }, (_, n) => `${n}${ends(n)}\n`).join('');
    const one = await load(bench, 'one.csv', `id,size,n,m\n${body((n) => (n === 50 ? ',a' : n === 3 ? ',"a "5" b",1,x' : ',a,1,x'))}`);
    expect(one.preview).toMatchObject({ confidence: 'tolerant', dialect: { tolerant: 'quotes' } });
    expect(one.summary).toMatchObject({ read: 60, loaded: 59 });
    expect(await rejects(bench, 'one')).toEqual([[52, 'n', '50,a', 'missing-columns']]);
    expect(await rows(bench, 'SELECT size FROM one WHERE id = 3')).toEqual([['a "5" b']]);
    const many = await load(bench, 'many.csv', `id,size,n,m\n${body((n) => (n % 5 === 0 ? ',a' : ',a,1,x'))}`);
    expect(many.preview.dialect?.tolerant).toBe(true);
    expect(many.summary).toMatchObject({ read: 60, loaded: 60 });
  });

  it.each([';', '\t', '|'])('takes the first line for what it is where it says that %j parts values', async (delimiter) => {
    const text = [`sep=${delimiter}`, `id${delimiter}name`, `1${delimiter}a`, `2${delimiter}b`, ''].join('\r\n');
    const { preview, summary } = await load(bench, 'told.csv', text);
    expect(types(preview)).toEqual({ id: 'integer', name: 'text' });
    expect(preview).toMatchObject({ dialect: { delimiter, skip: 1, header: true }, problems: [] });
    expect(summary).toMatchObject({ loaded: 2, rejected: 0 });
  });

  it('refuses broken JSON lines by their line, and a broken JSON file by its place', async () => {
    const text = '{"id":1,"v":"x"}\n\n{"id":2,\n[3]\n{"id":"four","v":"y"}\n{"id":5}\n';
    const columns = [
      { source: 'id', attribute: 'id', type: 'integer' as const },
      { source: 'v', attribute: 'v', type: 'text' as const },
    ];
    const { preview, summary } = await load(bench, 'broken.ndjson', text, { columns, key: ['id'] });
    expect(preview.sample.values).toEqual([
      ['1', 'four', '5'],
      ['x', 'y', null],
    ]);
    expect(summary).toMatchObject({ read: 5, loaded: 2, rejected: 3 });
    expect(await rejects(bench, 'broken')).toEqual([
      [3, null, '{"id":2,', 'not-json'],
      [4, null, '[3]', 'not-json'],
      [5, 'id', 'four', 'not-integer'],
    ]);
    await expect(load(bench, 'whole.json', '[{"id":1},\n{"id":2,]')).rejects.toMatchObject({
      code: 'import-bad-json',
      details: { file: 'whole.json', record: 2, byte: 9 },
    });
  });

  it.each([
    ['cut off', '[{"id":1},{"id":2', 'import-cut-json', { record: 2 }],
    ['of lines, one of them faulty', '{"id":1}\n{"id":2}\n{"id":x}\n', 'import-bad-json', { record: 3, byte: 7 }],
    ['with a comma too many', '[{"id":1},]', 'import-bad-json', { record: 2, byte: 1 }],
    ['of numbers', '[1, 2]', 'import-no-objects', {}],
  ])('says where JSON is at fault that is %s', async (_, text, code, where) => {
    await expect(load(bench, 'faulty.json', text)).rejects.toMatchObject({ code, details: { file: 'faulty.json', ...where } });
  });

  it('gives back any RFC 4180 content exactly', async () => {
    const value = fc.string({
      unit: fc.constantFrom('a', 'é', '"', ',', '\n', '\r\n', ' ', ';', "'", '\\', '=', '0', '€', '|', '\t'),
      maxLength: 8,
    });
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(value, value), { minLength: 1, maxLength: 20 }),
        fc.constantFrom('\n', '\r\n'),
        async (content, end) => {
          const quoted = (v: string) => `"${v.replaceAll('"', '""')}"`;
          const text = ['id,a,b', ...content.map((r, n) => [`k${n}`, ...r].map(quoted).join(','))].join(end) + end;
          const column = (name: string) => ({ source: name, attribute: name, type: 'text' as const });
          const dialect = { encoding: 'utf-8' as const, delimiter: ',', quote: '"', escape: '"', header: true, skip: 0 };
          const path = join(bench.folder, 'x.csv');
          const { summary } = await load(bench, 'x.csv', text, {
            columns: ['id', 'a', 'b'].map(column),
            key: ['id'],
            source: { path, format: 'csv', dialect },
          });
          expect(summary.rejected).toBe(0);
          expect(await rows(bench, 'SELECT a, b FROM x ORDER BY rowid')).toEqual(content.map((r) => r.map((v) => v || null)));
        },
      ),
      { numRuns: 15 },
    );
  });
});

describe('a load that cannot be finished', () => {
  it('is undone when cancelled while it is merged or its key is checked', async () => {
    await load(bench, 'c.csv', 'id,v\n1,a\n2,b\n', { id: 'c', entity: 'cut' });
    const before = bench.ctx.store.read('entity', 'cut');
    for (const at of ['count(DISTINCT a0)', 'UPDATE main."cut"', 'INSERT INTO main."cut"']) {
      const stop = new AbortController();
      const watched = { ...bench, ctx: { ...bench.ctx, connection: () => watching(bench.ctx.connection, at, () => stop.abort()) } };
      const change = { id: 'c', entity: 'cut', mode: 'upsert' as const };
      await expect(load(watched, 'c.csv', 'id,v\n1,z\n3,c\n', change, { signal: stop.signal })).rejects.toMatchObject({
        code: 'cancelled',
      });
      expect(stop.signal.aborted).toBe(true);
      expect(await rows(bench, 'SELECT * FROM cut ORDER BY id')).toEqual([
        [1, 'a'],
        [2, 'b'],
      ]);
      expect(bench.ctx.store.read('entity', 'cut')).toEqual(before);
    }
  });

  it('is taken up when the data were committed and the documents were not', async () => {
    await load(bench, 'k.csv', 'id,v\n1,a\n', { id: 'k', entity: 'kept' });
    const { store } = bench.ctx;
    const commit: typeof store.commit = async (writes, audit) => {
      if (writes.some((w) => w.kind === 'entity')) throw new Error('killed');
      await store.commit(writes, audit);
    };
    const dying = { ...bench, ctx: { ...bench.ctx, store: { ...store, commit } } };
    await expect(load(dying, 'k.csv', 'id,v,w\n1,a,5\n2,b,6\n', { id: 'k', entity: 'kept' })).rejects.toThrow('killed');
    await expect(load(dying, 'n.csv', 'id,v\n1,a\n', { id: 'n', entity: 'new' })).rejects.toThrow('killed');
    expect(bench.ctx.store.read('entity', 'kept')).toMatchObject({ dataVersion: 1, rows: 1 });
    expect(await reconcileLoads(bench.ctx)).toEqual([]);
    expect(bench.ctx.store.read('entity', 'kept')).toMatchObject({
      dataVersion: 2,
      rows: 2,
      attributes: [{ name: 'id' }, { name: 'v' }, { name: 'w' }],
    });
    expect(bench.ctx.store.read('entity', 'new')).toMatchObject({ dataVersion: 1, rows: 1 });
    expect(bench.ctx.store.read('recipe', 'n')).toMatchObject({ entity: 'new' });
    expect(await reconcileLoads(bench.ctx)).toEqual([]);
  });

  it('is not begun when its recipe is wrong', async () => {
    const tables = "SELECT count(*) FROM information_schema.tables WHERE table_name = 'wrong'";
    await expect(load(bench, 'w.csv', 'id\n1\n', { id: 'Not An Id', entity: 'wrong' })).rejects.toMatchObject({ code: 'bad-document' });
    expect(await rows(bench, tables)).toEqual([[0]]);
  });
});

/** A connection that says so before it runs a statement. */
async function watching(connect: () => Promise<Connection>, part: string, seen: () => void): Promise<Connection> {
  const connection = await connect();
  const look = (sql: string) => {
    if (sql.includes(part)) seen();
    return sql;
  };
  return {
    ...connection,
    query: (sql, options) => connection.query(look(sql), options),
    run: (sql, options) => connection.run(look(sql), options),
  };
}

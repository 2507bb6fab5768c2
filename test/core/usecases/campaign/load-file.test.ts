import { rm, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Campaign, campaign } from '../../../../core/model/campaign';
import type { Cell } from '../../../../core/model/value';
import { campaignSql } from '../../../../core/usecases/campaign/campaign-sql';
import { countCampaign } from '../../../../core/usecases/campaign/count-campaign';
import { rehearseCampaign } from '../../../../core/usecases/campaign/rehearse-campaign';
import { readPopulation } from '../../../../core/usecases/population/read-population';
import { shopAsOf as asOf } from '../../../support/shop';
import { openShop, type ShopWorkspace } from '../../../support/shop-workspace';

type Arrow = [from: string, output: string, to: string, input?: number];

function flowOf(activities: object[], arrows: Arrow[] = []): Campaign {
  const transitions = arrows.map(([from, output, to, input = 0]) => ({ from, output, to, input }));
  return campaign.parse({ format: 1, id: 'c', name: 'C', seed: 's', flow: { activities, transitions } });
}

const text = (name: string, more: object = {}) => ({ source: name, attribute: name, type: 'text', ...more });

describe.each(['native', 'wasm'] as const)('a file read when the flow runs, on %s', (engine) => {
  let shop: ShopWorkspace;
  beforeAll(async () => {
    shop = await openShop({ engine });
  });
  afterAll(() => shop.close());

  const write = async (name: string, content: string) => {
    const file = join(shop.workspace.folder, name);
    await writeFile(file, content);
    return file;
  };
  const load = (path: string, columns: object[], more: object = {}) => ({
    id: 'f',
    type: 'load-file',
    source: { path, format: 'csv' },
    columns,
    complement: true,
    ...more,
  });
  const rowsOf = async (document: Campaign, activity: string, output: string): Promise<(Cell | undefined)[][]> => {
    const page = await readPopulation(shop.ctx, {
      population: { kind: 'output', campaign: document, activity, output },
      asOf,
      offset: 0,
      limit: 100,
    });
    return [page.columns.map((c) => c.name), ...Array.from({ length: page.rows }, (_, r) => page.values.map((v) => v[r]))];
  };

  it('takes some columns of a file of any width', async () => {
    const names = Array.from({ length: 9000 }, (_, c) => `c${c}`).join(',');
    const record = names.replaceAll('c', '');
    const path = await write('wide.csv', `${names}\n${record}\n0,too,few\n${record}\n`);
    const source = { path, format: 'csv', only: ['c0', 'c8999'] };
    const document = flowOf([load(path, [text('c8999'), text('c0')], { source })]);
    expect(await rowsOf(document, 'f', 'out')).toEqual([
      ['line', 'c8999', 'c0'],
      [2, '8999', '0'],
      [4, '8999', '0'],
    ]);
    expect((await rowsOf(document, 'f', 'complement')).slice(1).map((r) => r[0])).toEqual([3]);
  });

  it('passes on lines by the number of the line, and tells why others are refused', async () => {
    const lines = [
      'name,born,total',
      'Ana,1980-05-14,1.5',
      '"Zoë',
      'Martin",soon,a lot',
      '',
      'Élodie,,2',
      'one,too,many,values',
      'Bob,1990-02-30,3',
    ];
    const path = await write('people.csv', `${lines.join('\n')}\n`);
    const document = flowOf([
      load(path, [
        text('name'),
        { source: 'born', attribute: 'born', type: 'date' },
        { source: 'total', attribute: 'total', type: 'decimal', scale: 2 },
      ]),
    ]);
    expect(await rowsOf(document, 'f', 'out')).toEqual([
      ['line', 'name', 'born', 'total'],
      [2, 'Ana', '1980-05-14', '1.50'],
      [6, 'Élodie', null, '2.00'],
    ]);
    expect(await rowsOf(document, 'f', 'complement')).toEqual([
      ['line', 'column', 'value', 'reason', 'refused'],
      [3, 'born', 'soon', 'not-date', 2],
      [7, null, 'one,too,many,values', 'too-many-columns', 1],
      [8, 'born', '1990-02-30', 'not-date', 1],
    ]);
    const report = await countCampaign(shop.ctx, document, { asOf });
    expect(report.counts.map((c) => [c.output, c.rows])).toEqual([
      ['out', 2],
      ['complement', 3],
    ]);
  });

  it('tells lines however many records lie on several, and numbers records where asked', async () => {
    const records = Array.from({ length: 200 }, (_, i) => (i % 3 === 0 ? `"${i}\nmore",x` : i % 50 === 49 ? `${i}` : `${i},x`));
    const path = await write('several.csv', `a,b\n${records.join('\n')}\n`);
    const document = flowOf([
      load(path, [text('a'), text('b'), { source: 'n', attribute: 'n', type: 'integer', generated: 'row-number' }]),
    ]);
    const begins = records.map((_, i) => 2 + i + records.slice(0, i).filter((r) => r.includes('\n')).length);
    const short = (i: number) => !(records[i] ?? '').includes(',');
    const lines = async (output: string) => (await rowsOf(document, 'f', output)).slice(1, 101).map((r) => r[0]);
    expect(await lines('out')).toEqual(begins.filter((_, i) => !short(i)).slice(0, 100));
    expect(await lines('complement')).toEqual(begins.filter((_, i) => short(i)));
    expect((await rowsOf(document, 'f', 'out'))[3]).toEqual([5, '2', 'x', 3]);
  });

  it('prepares values as each column says', async () => {
    const path = await write('policies.csv', 'a,b,c,d,e\n x ,Yes,,7,\n,no,1,seven,Q\n y,maybe,2,8,q\n');
    const document = flowOf([
      load(path, [
        text('a', { trim: true, case: 'upper', whenEmpty: 'default', default: 'NONE' }),
        text('b', {
          type: 'boolean',
          case: 'lower',
          remap: [
            { from: 'yes', to: '1' },
            { from: 'no', to: '0' },
          ],
          onlyRemapped: true,
          whenRefused: 'empty',
        }),
        text('c', { type: 'integer', whenEmpty: 'default', default: -1 }),
        text('d', { type: 'integer', whenRefused: 'default', default: 0 }),
        text('e', { case: 'lower', remap: [{ from: 'q', to: 'question' }] }),
      ]),
    ]);
    expect(await rowsOf(document, 'f', 'out')).toEqual([
      ['line', 'a', 'b', 'c', 'd', 'e'],
      [2, 'X', true, -1, 7, null],
      [3, 'NONE', false, 1, 0, 'question'],
      [4, 'Y', null, 2, 8, 'question'],
    ]);
    expect(await rowsOf(document, 'f', 'complement')).toHaveLength(1);
  });

  it('refuses lines whose value is missing or not among those known', async () => {
    const path = await write('strict.csv', 'a,b\n1,red\n,red\n2,blue\n3,\n');
    const document = flowOf([
      load(path, [
        text('a', { type: 'integer', whenEmpty: 'reject' }),
        text('b', { remap: [{ from: 'red', to: 'R' }], onlyRemapped: true }),
      ]),
    ]);
    expect(await rowsOf(document, 'f', 'out')).toEqual([
      ['line', 'a', 'b'],
      [2, 1, 'R'],
      [5, 3, null],
    ]);
    expect((await rowsOf(document, 'f', 'complement')).slice(1)).toEqual([
      [3, 'a', null, 'empty-value', 1],
      [4, 'b', 'blue', 'not-remapped', 1],
    ]);
  });

  it('has no rows when the file has only a header, and keeps names of its own out of the way', async () => {
    const path = await write('empty.csv', 'column,reason\n');
    const document = flowOf([
      load(path, [text('column'), text('reason')], {
        source: { path, format: 'csv', dialect: { encoding: 'utf-8', delimiter: ',', quote: '"', escape: '"', header: true, skip: 0 } },
      }),
    ]);
    expect(await rowsOf(document, 'f', 'out')).toEqual([['line', 'column', 'reason']]);
    expect(await rowsOf(document, 'f', 'complement')).toEqual([['line', 'column', 'value', 'reason', 'refused']]);
  });

  it('is filtered, sampled, split and deduplicated by its own columns', async () => {
    const path = await write('own.csv', 'name,n\nAna,1\nana,2\nBob,3\nCid,4\n');
    const dedup = {
      id: 'd',
      type: 'deduplicate',
      fields: [{ attribute: 'name' }],
      by: { kind: 'order', order: [{ attribute: 'n', direction: 'descending' }] },
    };
    const document = flowOf(
      [
        load(path, [text('name'), text('n', { type: 'integer' })]),
        {
          id: 'b',
          type: 'build-audience',
          dimension: 'file',
          rule: { kind: 'attribute', attribute: 'name', test: { op: 'equals', value: 'ANA' } },
          complement: true,
        },
        {
          id: 's',
          type: 'sample',
          method: { kind: 'first', order: [{ attribute: 'n', direction: 'descending' }], size: { kind: 'count', count: 1 } },
        },
        dedup,
        {
          id: 'p',
          type: 'split',
          subsets: [{ id: 'odd', rule: { kind: 'attribute', attribute: 'line', test: { op: 'one-of', values: [2, 4] } } }],
          complement: true,
        },
      ],
      [
        ['f', 'out', 'b'],
        ['b', 'out', 's'],
        ['f', 'out', 'd'],
        ['d', 'out', 'p'],
      ],
    );
    const { counts, problems } = await countCampaign(shop.ctx, document, { asOf });
    expect(problems).toEqual([]);
    expect(Object.fromEntries(counts.map((c) => [`${c.activity}:${c.output}`, c.rows]))).toEqual({
      'f:out': 4,
      'f:complement': 0,
      'b:out': 2,
      'b:complement': 2,
      's:out': 1,
      'd:out': 4,
      'p:odd': 2,
      'p:complement': 2,
    });
    expect(await rowsOf(document, 's', 'out')).toEqual([
      ['line', 'name', 'n'],
      [3, 'ana', 2],
    ]);
  });

  it('is read again when the file or what is read of it changes, and only then', async () => {
    const path = await write('again.csv', 'a\nx\n');
    const document = flowOf([load(path, [text('a')])]);
    const total = async (of = document) => (await countCampaign(shop.ctx, of, { asOf })).counts[0]?.rows;
    expect(await total()).toBe(1);
    expect(await countCampaign(shop.ctx, document, { asOf })).toMatchObject({ computed: 0 });
    await writeFile(path, 'a\nx\ny\n');
    expect(await total()).toBe(2);
    await writeFile(path, 'a\nz\n\nw');
    await utimes(path, 1, 1);
    expect(await rowsOf(document, 'f', 'out')).toEqual([
      ['line', 'a'],
      [2, 'z'],
      [3, null],
      [4, 'w'],
    ]);
    expect(await rowsOf(flowOf([load(path, [text('a', { case: 'upper' })])]), 'f', 'out')).toEqual([
      ['line', 'a'],
      [2, 'Z'],
      [3, null],
      [4, 'W'],
    ]);
  });

  it('is a problem of the activity when the file cannot be read as asked, and the rest goes on', async () => {
    const good = { id: 'x', type: 'build-audience', dimension: 'customers', rule: { kind: 'all', rules: [] } };
    const problemsOf = async (...activities: object[]) => {
      const { problems, counts } = await countCampaign(shop.ctx, flowOf([...activities, good]), { asOf });
      expect(counts).toContainEqual({ activity: 'x', output: 'out', rows: 10 });
      return problems.map(({ code, place, details }) => ({ code, place, details }));
    };
    const place = ['activities', 'f'];
    const gone = join(shop.workspace.folder, 'gone.csv');
    expect(await problemsOf(load(gone, [text('a')]))).toEqual([{ code: 'import-file-missing', place, details: { file: gone } }]);
    const path = await write('bad.csv', 'a,n\nx,one\ny,2\nz,three\n');
    expect(await problemsOf(load(path, [text('missing')]))).toMatchObject([{ code: 'import-header-changed', place }]);
    const number = text('n', { type: 'integer' });
    expect(await problemsOf(load(path, [text('a'), number], { tolerate: 1 }))).toEqual([
      { code: 'load-too-many-refused', place, details: { file: path, refused: 2, tolerate: 1, line: 2, reason: 'not-integer' } },
    ]);
    expect(await problemsOf(load(path, [text('a'), number], { tolerate: 2 }))).toEqual([]);
  });

  it('is told in a rehearsal, and its SQL shows the table that holds the lines', async () => {
    const path = await write('told.csv', 'a\nx\n');
    const document = flowOf([load(path, [text('a')])]);
    const rehearsal = await rehearseCampaign(shop.ctx, document, { asOf });
    expect(rehearsal).toMatchObject({ problems: [], counts: [{ activity: 'f', output: 'out', rows: 1 }, { output: 'complement' }] });
    const [out] = await campaignSql(shop.ctx, document, { asOf });
    expect(out?.sql).toContain('"input"."a"');
    await rm(path);
    expect((await rehearseCampaign(shop.ctx, document, { asOf })).problems).toMatchObject([{ code: 'import-file-missing' }]);
  });

  it('reaches people through what was found for its lines, by their address or by one in the file', async () => {
    const path = await write(
      'guests.csv',
      'mail,name\nzoe@example.test,Z\n ELODIE@example.test ,É\nnobody@example.test,N\nana@example.test,A\n',
    );
    const on = [{ column: 'mail', attribute: 'email', normaliser: 'email' }];
    const message = {
      category: 'transactional',
      subject: 'Hello {{ enrichment.name }} {{ target.line }}',
      from: { name: 'Shop', address: 'shop@example.test' },
      html: '<p>Hello {{ profile.first_name }}</p>',
    };
    const document = flowOf(
      [
        load(path, [text('mail'), text('name')]),
        { id: 'r', type: 'reconcile', entity: 'customers', on, several: { kind: 'reject' }, complement: true },
        { id: 'k', type: 'reconcile', entity: 'customers', on, several: { kind: 'reject' }, keepUnmatched: true, complement: true },
        { id: 'm', type: 'email', message: { ...message, addressFrom: 'target', address: 'mail' }, complement: true },
        { id: 'n', type: 'email', message: { ...message, subject: 'Hello {{ enrichment.name }}' } },
      ],
      [
        ['f', 'out', 'r'],
        ['f', 'out', 'k'],
        ['k', 'out', 'm'],
        ['r', 'out', 'n'],
      ],
    );
    expect(await rowsOf(document, 'r', 'out')).toEqual([
      ['id', 'mail', 'name'],
      [2, 'zoe@example.test', 'Z'],
      [3, ' ELODIE@example.test ', 'É'],
    ]);
    expect((await rowsOf(document, 'r', 'complement')).map((r) => r[0])).toEqual(['line', 4, 5]);
    expect(await rowsOf(document, 'k', 'out')).toEqual([
      ['line', 'mail', 'name', 'id'],
      [2, 'zoe@example.test', 'Z', 2],
      [3, ' ELODIE@example.test ', 'É', 3],
      [4, 'nobody@example.test', 'N', null],
    ]);
    expect((await rowsOf(document, 'm', 'complement'))[1]).toEqual([4, 'nobody@example.test', 'N', null, 'unreconciled', '']);
    const { waterfalls, problems } = await rehearseCampaign(shop.ctx, document, { asOf });
    expect(problems).toEqual([]);
    expect(waterfalls).toMatchObject([
      { activity: 'm', input: 3, sent: 2, exclusions: [{ reason: 'unreconciled', rows: 1 }] },
      { activity: 'n', input: 2, sent: 2 },
    ]);
  });
});

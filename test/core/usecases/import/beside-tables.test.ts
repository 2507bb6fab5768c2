import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { partMembers } from '../../../../core/model/archive';
import { previewImport } from '../../../../core/usecases/import/preview-import';
import { tablesIn } from '../../../../core/usecases/import/tables-in';
import { type ImportBench, openImport } from '../../../support/import';
import { zipOf } from '../../../support/zip-of';

let bench: ImportBench & { close(): Promise<void> };
beforeAll(async () => {
  bench = await openImport();
});
afterAll(() => bench.close());

const prose = Buffer.from('These files were made on Monday.\nAsk Ana about them.\n');
const table = Buffer.from('id,name\n1,Ana\n2,Bo\n');

async function archive(name: string, files: Record<string, Buffer>): Promise<string> {
  const path = join(bench.folder, name);
  await writeFile(path, zipOf(files));
  return path;
}

it('what an archive holds beside tables is told and proposed as none', async () => {
  const path = await archive('shop.zip', { 'readme.txt': prose, 'customers.csv': table, 'orders.csv': table });
  const preview = await previewImport(bench.ctx, bench.sources, { path });
  expect(preview).toMatchObject({ member: 'customers.csv', members: ['readme.txt', 'customers.csv', 'orders.csv'] });
  const told = { archive: 'shop.zip', files: 1, names: 'readme.txt' };
  expect(preview.problems).toMatchObject([{ code: 'import-beside-tables', severity: 'warning', details: told }]);
  const { tables, beside } = await tablesIn(bench.sources, path, {});
  expect(tables.map((t) => t.member)).toEqual(['customers.csv', 'orders.csv']);
  expect(beside).toMatchObject([{ code: 'import-beside-tables', details: told }]);
});

it('it is read where it is asked for by name, and nothing is told of what was not asked for', async () => {
  const path = await archive('named.zip', { 'customers.csv': table, 'readme.txt': prose });
  const { member, problems } = await previewImport(bench.ctx, bench.sources, { path, member: 'readme.txt' });
  expect([member, problems.some((p) => p.code === 'import-beside-tables')]).toEqual(['readme.txt', false]);
  expect(await tablesIn(bench.sources, path, { members: ['readme.txt'] })).toMatchObject({
    tables: [{ member: 'readme.txt' }],
    beside: [],
  });
});

it('an archive that holds nothing else is read for what it holds', async () => {
  const path = await archive('papers.zip', { 'README.md': Buffer.from('| id | name |\n|---|---|\n| 1 | Ana |\n'), 'license.txt': prose });
  const { member, problems } = await previewImport(bench.ctx, bench.sources, { path });
  expect([member, problems.some((p) => p.code === 'import-beside-tables')]).toEqual(['README.md', false]);
  expect((await tablesIn(bench.sources, path, {})).tables.map((t) => t.member)).toEqual(['README.md', 'license.txt']);
});

it('names tell prose and pictures from what may be a table', () => {
  const beside = [
    ...[
      'README',
      'docs/ReadMe.txt',
      'read_me_first.txt',
      'LEEME.txt',
      'léame.txt',
      'LICENSE',
      'licence.txt',
      'readme.es.txt',
      'licencia.txt',
    ],
    ...['CHANGELOG', 'data dictionary.pdf', 'notes.md', 'cover.docx', 'a/logo.PNG', 'photo.jpeg', 'index.html', 'slides.pptx'],
  ];
  const tables = [
    ...['licenses.csv', 'readme.csv', 'license-plates.txt', 'LICENSES.txt', 'licence.json', 'md', 'people', 'x.txt', 'readmes/people.csv'],
    ...['notes.txt', 'book.xlsx', 'page.tsv.gz'],
  ];
  expect(partMembers([...beside, ...tables])).toEqual({ tables, beside });
});

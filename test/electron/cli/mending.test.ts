import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import iconv from 'iconv-lite';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { buildCli, muster } from '../../support/cli';
import { done, refused, shapes } from './shapes';

const folder = mkdtempSync(join(tmpdir(), 'muster-mend-'));
const at = (name: string) => join(folder, name);
const ws = at('ws');

beforeAll(async () => {
  await buildCli();
  await done(shapes.workspace, 'new', ws);
}, 120_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const good = (n: number) => `${n};"Señor ${n}; Núñez";${n},50;2024-01-${String((n % 28) + 1).padStart(2, '0')}`;
const people = (n: number) => Array.from({ length: n }, (_, i) => good(i + 1));

const files = [
  {
    kind: 'text in Windows-1252 with a preamble and a footer',
    name: 'people.csv',
    write: (lines: string[]) =>
      iconv.encode(['Export of people', '', 'id;name;amount;day', ...lines, '', 'End of export', ''].join('\r\n'), 'windows-1252'),
    read: (bytes: Buffer) => iconv.decode(bytes, 'windows-1252'),
    back: (text: string) => iconv.encode(text, 'windows-1252'),
    end: '\r\n',
  },
  {
    kind: 'text in UTF-16 with a record end of its own',
    name: 'wide.txt',
    write: (lines: string[]) =>
      iconv.encode(['id;name;amount;day', ...lines].map((l) => `${l}&|\n`).join(''), 'utf-16le', { addBOM: true }),
    read: (bytes: Buffer) => iconv.decode(bytes, 'utf-16le'),
    back: (text: string) => iconv.encode(text, 'utf-16le', { addBOM: true }),
    end: '&|\n',
  },
];

it.each(files)(
  'gives back what it refused of $kind, to be mended and loaded',
  { timeout: 120_000 },
  async ({ name, write, read, back, end }) => {
    const entity = name.replace(/\..*/, '');
    const broken = ['41;too few', '5;"Ünal";1,00;2024-02-29', '43;Ada;1,00;2024-03-01;more;x'];
    const lines = people(40);
    writeFileSync(at(name), write([...lines.slice(0, 10), ...broken, ...lines.slice(10)]));
    const first = await done(shapes.import, 'import', ws, at(name), '--key', 'id', '--refused', at('refused'), '--rejects', at('why.csv'));
    expect(first.files[0]).toMatchObject({ loaded: 40, rejected: name === 'people.csv' ? 4 : 3 });
    const refused = read(readFileSync(at('refused')));
    expect(refused).toBe(['id;name;amount;day', ...broken].map((l) => l + end).join(''));
    const why = readFileSync(at('why.csv'), 'utf8');
    for (const reason of ['missing-columns', 'duplicate-key', 'too-many-columns']) expect(why).toContain(reason);
    const mended = refused.replace('41;too few', '41;Zoë;2,00;2024-02-01').replace('5;"Ünal', '42;"Ünal').replace(';more;x', '');
    writeFileSync(at(`mended-${name}`), back(mended));
    const second = await done(shapes.import, 'import', ws, at(`mended-${name}`), '--entity', entity, '--mended');
    expect(second.files[0]).toMatchObject({ mode: 'append', loaded: 3, rejected: 0, entity: { rows: 43 } });
    const rows = await done(shapes.rows, 'sql', ws, `SELECT name, amount, day FROM ${entity} WHERE id IN (41, 42, 43) ORDER BY id`);
    expect(JSON.stringify(rows)).toContain('Zoë');
  },
);

it('takes some columns of a wide file, and gives whole records back', { timeout: 120_000 }, async () => {
  const names = Array.from({ length: 5000 }, (_, n) => (n === 2500 ? 'id' : `c${n}`)).join(',');
  const record = (id: number) => names.replace('id', String(id));
  const broken = `${record(3)},more`;
  writeFileSync(at('wide5.csv'), [names, record(1), broken, record(2)].map((l) => `${l}\n`).join(''));
  const first = await done(shapes.import, 'import', ws, at('wide5.csv'), '--only', 'id,c4999', '--key', 'id', '--refused', at('refused5'));
  expect(first.files[0]).toMatchObject({ loaded: 2, rejected: 1, recipe: { source: { only: ['id', 'c4999'] } } });
  expect(readFileSync(at('refused5'), 'utf8')).toBe(`${names}\n${broken}\n`);
  writeFileSync(at('mended5.csv'), `${names}\n${record(3)}\n`);
  const second = await done(shapes.import, 'import', ws, at('mended5.csv'), '--entity', 'wide5', '--mended');
  expect(second.files[0]).toMatchObject({ mode: 'append', loaded: 1, entity: { rows: 3 } });
});

it('writes no file where nothing was refused, and takes away what was left there', { timeout: 120_000 }, async () => {
  writeFileSync(at('sound.csv'), 'id,name\n1,Ana\n');
  for (const name of ['left', 'why-left']) writeFileSync(at(name), 'of an earlier load');
  const asked = ['import', ws, at('sound.csv'), '--refused', at('left'), '--rejects', at('why-left')] as const;
  const { stdout, code } = await muster(...asked);
  expect(code).toBe(0);
  expect(stdout).toContain(`No record was refused, so there is no ${at('left')}.`);
  expect(stdout).toContain(`Nothing was refused, so there is no ${at('why-left')}.`);
  expect(['left', 'why-left'].filter((name) => existsSync(at(name)))).toEqual([]);
  const { refused: written, rejects } = await done(shapes.import, ...asked);
  expect([written, rejects]).toEqual([undefined, undefined]);
});

it('counts one of a thing as one', { timeout: 120_000 }, async () => {
  writeFileSync(at('one.csv'), 'title of the table\nid,name\n1,Ana\n');
  const { stdout } = await muster('import', ws, at('one.csv'), '--skip', '1');
  expect(stdout).toContain('1 line before');
  expect(stdout).toContain('one has 1 row.');
  expect((await muster('sql', ws, 'SELECT * FROM one')).stdout.trimEnd()).toMatch(/\n1 row$/);
  expect((await muster('sql', ws, 'SELECT * FROM one', '--out', at('one-out.csv'))).stdout).toContain('Wrote 1 row to');
});

it('never writes over what it loads, nor where there is no folder', { timeout: 120_000 }, async () => {
  writeFileSync(at('own.csv'), 'id,name\n1,Ana\n1,Bo\n');
  await refused(2, 'cli-usage', 'import', ws, at('own.csv'), '--refused', at('own.csv'));
  await refused(2, 'cli-usage', 'import', ws, at('own.csv'), '--rejects', at('own.csv'));
  expect(readFileSync(at('own.csv'), 'utf8')).toContain('1,Bo');
  await refused(1, 'import-not-a-file', 'import', ws, '.');
  await refused(1, 'folder-missing', 'import', ws, at('own.csv'), '--key', 'id', '--refused', at('none/refused.csv'));
});

it('does not speak of a missing key where the entity has one', { timeout: 120_000 }, async () => {
  writeFileSync(at('keyed.csv'), 'id,name\n1,Ana\n2,Bo\n');
  await done(shapes.import, 'import', ws, at('keyed.csv'), '--key', 'id');
  writeFileSync(at('again.csv'), 'id,name\n3,Ana\n3,Ana\n');
  const { problems, files } = await done(shapes.import, 'import', ws, at('again.csv'), '--entity', 'keyed', '--mode', 'append');
  expect([problems.map((p) => p.code), files[0]?.loaded, files[0]?.rejected]).toEqual([['import-refreshed-alone'], 1, 1]);
});

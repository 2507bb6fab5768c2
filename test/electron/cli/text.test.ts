import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { sampleCampaign } from '../../../core/sample/documents';
import { buildCli } from '../../support/cli';
import { done, refused, shapes } from './shapes';

const folder = mkdtempSync(join(tmpdir(), 'muster-text-'));
const ws = join(folder, 'shop');
const asOf = ['--as-of', '2026-03-01T09:00:00Z'];
let project = '';

beforeAll(async () => {
  await buildCli();
  await done(shapes.workspace, 'new', ws, '--sample', '--customers', '200');
}, 120_000);
beforeEach(async () => {
  project = mkdtempSync(join(folder, 'project-'));
  await done(shapes['text-export'], 'text', 'export', ws, project);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const at = (path: string) => join(project, path);
const buyers = 'campaigns/autumn-return/flow/buyers.json';
const contents = (root: string): Record<string, string> =>
  Object.fromEntries(
    readdirSync(root, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && !entry.parentPath.includes('.git'))
      .map((entry) => [join(entry.parentPath, entry.name).slice(root.length), readFileSync(join(entry.parentPath, entry.name), 'utf8')]),
  );

it('brings a workspace to another folder: the same documents, no data', async () => {
  const bare = join(folder, 'bare');
  await done(shapes.workspace, 'new', bare);
  const made = await done(shapes['text-import'], 'text', 'import', bare, project);
  expect(made.changes.find((c) => c.kind === 'entity' && c.id === 'customers')).toEqual({ kind: 'entity', id: 'customers', state: 'new' });
  const again = join(folder, 'again');
  await done(shapes['text-export'], 'text', 'export', bare, again);
  const kept = ({ '/workspace.json': _, ...rest }: Record<string, string>) => rest;
  expect(kept(contents(again))).toEqual(kept(contents(project)));
  const nobody = await done(shapes.counts, 'count', bare, sampleCampaign.id, ...asOf);
  expect(nobody.counts.map((c) => c.rows).every((rows) => rows === 0)).toBe(true);
});

it('takes over notes and groups, and writes them as they came', async () => {
  const bare = join(folder, 'annotated');
  await done(shapes.workspace, 'new', bare);
  for (const part of ['notes', 'groups']) mkdirSync(at(`campaigns/autumn-return/${part}`));
  writeFileSync(at('campaigns/autumn-return/notes/why.json'), '{"role": "decision", "x": 0, "y": -200}');
  writeFileSync(at('campaigns/autumn-return/notes/why.txt'), 'Asked by the stores.\n');
  writeFileSync(at('campaigns/autumn-return/groups/gather.json'), '{"title": "Gather", "members": ["buyers", "guests"]}');
  await done(shapes['text-import'], 'text', 'import', bare, project);
  const again = join(folder, 'annotated-again');
  await done(shapes['text-export'], 'text', 'export', bare, again);
  const annotations = contents(join(again, 'campaigns/autumn-return'));
  expect(annotations['/notes/why.txt']).toBe('Asked by the stores.\n');
  expect(JSON.parse(annotations['/groups/gather.json'] ?? '')).toEqual({ title: 'Gather', members: ['buyers', 'guests'] });
});

it('changes nothing when nothing was changed, and writes only what was', async () => {
  const before = contents(project);
  const looked = await done(shapes['text-import'], 'text', 'import', ws, project);
  expect([looked.changes, looked.unchanged > 20]).toEqual([[], true]);
  const first = await done(shapes['text-export'], 'text', 'export', ws, project);
  expect([first.written, first.removed]).toEqual([[], []]);
  rmSync(at(buyers));
  writeFileSync(at('notes.md'), 'ours');
  const second = await done(shapes['text-export'], 'text', 'export', ws, project);
  expect(second.written).toEqual([buyers]);
  expect(contents(project)).toEqual({ ...before, '/notes.md': 'ours' });
});

it('merges cleanly what two branches did to different activities', async () => {
  const git = (...args: string[]) =>
    execFileSync('git', ['-c', 'user.name=Muster', '-c', 'user.email=muster@example.com', ...args], {
      cwd: project,
      stdio: 'pipe',
    }).toString();
  const edit = (path: string, change: (text: string) => string) => {
    const before = readFileSync(at(path), 'utf8');
    writeFileSync(at(path), change(before));
    expect(change(before)).not.toBe(before);
  };
  git('init', '-q', '-b', 'main');
  git('add', '-A');
  git('commit', '-qm', 'start');
  git('checkout', '-qb', 'theirs');
  edit(buyers, (text) => text.replace('Bought this half-year', 'Bought lately'));
  edit('campaigns/autumn-return/layout.json', (text) => text.replace(/("buyers": \{[^}]*"x": )-?\d+/, '$1-77'));
  git('commit', '-qam', 'theirs');
  git('checkout', '-q', 'main');
  edit('campaigns/autumn-return/flow/guests.json', (text) => text.replace('Their guests', 'Guests of theirs'));
  edit('campaigns/autumn-return/flow/lapsing.sql', (text) => `${text.trimEnd()}\n-- ours\n`);
  edit('campaigns/autumn-return/layout.json', (text) => text.replace(/("guests": \{[^}]*"x": )-?\d+/, '$1-99'));
  git('commit', '-qam', 'ours');
  git('merge', '-q', 'theirs', '-m', 'both');
  expect(git('status', '--porcelain')).toBe('');

  const looked = await done(shapes['text-import'], 'text', 'import', ws, project, '--dry-run');
  expect(looked.changes).toEqual([{ kind: 'campaign', id: sampleCampaign.id, state: 'changed' }]);
  await done(shapes['text-import'], 'text', 'import', ws, project);
  await done(shapes['text-export'], 'text', 'export', ws, project);
  expect(git('status', '--porcelain')).toBe('');
  expect(readFileSync(at(buyers), 'utf8')).toContain('Bought lately');
  expect(readFileSync(at('campaigns/autumn-return/layout.json'), 'utf8')).toMatch(/-77[\s\S]*-99/);
});

it('removes what the project does not have only when asked to, and never data', async () => {
  rmSync(at('audiences'), { recursive: true });
  rmSync(at('entities/contacts.json'));
  const kept = await done(shapes['text-import'], 'text', 'import', ws, project);
  expect(kept.removed).toBe(false);
  const absent = kept.changes.map((c) => `${c.kind} ${c.id} ${c.state}`);
  expect(absent).toContain('entity contacts absent');
  expect(absent.filter((line) => line.startsWith('audience'))).not.toEqual([]);
  const { changes } = await done(shapes['text-import'], 'text', 'import', ws, project, '--remove');
  expect(changes).toEqual(kept.changes);
  const after = await done(shapes['text-import'], 'text', 'import', ws, project);
  expect(after.changes).toEqual([{ kind: 'entity', id: 'contacts', state: 'absent' }]);
});

it('takes nothing when one file is broken, and nothing into rows that do not fit', async () => {
  writeFileSync(at('campaigns/autumn-return/flow/guests.json'), '<<<<<<< HEAD\n');
  rmSync(at('campaigns/autumn-return/flow/contacted.json'));
  const error = await refused(1, 'text-not-json', 'text', 'import', ws, project);
  expect(error.details.file).toBe('campaigns/autumn-return/flow/guests.json');

  await done(shapes['text-export'], 'text', 'export', ws, project);
  const customers = JSON.parse(readFileSync(at('entities/customers.json'), 'utf8'));
  writeFileSync(at('entities/customers.json'), JSON.stringify({ ...customers, attributes: customers.attributes.slice(1), key: ['email'] }));
  await refused(1, 'text-entity-differs', 'text', 'import', ws, project);
  const described = { ...customers.attributes[1], description: 'as on the card' };
  writeFileSync(at('entities/customers.json'), JSON.stringify({ ...customers, attributes: customers.attributes.with(1, described) }));
  expect((await done(shapes['text-import'], 'text', 'import', ws, project)).changes).toEqual([
    { kind: 'entity', id: 'customers', state: 'changed' },
  ]);
  expect((await done(shapes.rows, 'sql', ws, 'SELECT count(*) FROM customers')).rows).toEqual([[200]]);
});

it('touches no folder that is not a text project', async () => {
  const strange = mkdtempSync(join(folder, 'strange-'));
  writeFileSync(join(strange, 'holiday.txt'), 'photos');
  await refused(1, 'text-not-ours', 'text', 'export', ws, strange);
  expect(readdirSync(strange)).toEqual(['holiday.txt']);
  await refused(1, 'text-not-ours', 'text', 'import', ws, strange);
  const missing = join(folder, 'deep', 'missing');
  await done(shapes['text-export'], 'text', 'export', ws, missing);
  expect(existsSync(join(missing, 'muster.json'))).toBe(true);
});

it('writes schemas beside a project, which stays what it was', async () => {
  const { written } = await done(shapes['text-schemas'], 'text', 'schemas', project);
  expect(written).toContain('.schemas/activity.json');
  for (const path of written) expect(JSON.parse(readFileSync(at(path), 'utf8'))).toBeTypeOf('object');
  writeFileSync(at('.vscode/settings.json'), '{}');
  expect((await done(shapes['text-schemas'], 'text', 'schemas', project)).written).not.toContain('.vscode/settings.json');
  const looked = await done(shapes['text-import'], 'text', 'import', ws, project);
  expect(looked.changes).toEqual([]);
});

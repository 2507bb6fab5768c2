import { execFileSync } from 'node:child_process';
import { cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import initSqlJs from 'sql.js';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { systemClock } from '../../../../electron/host/clock';
import { openEngine } from '../../../../electron/host/engine/open';
import { sessionSecrets } from '../../../../electron/host/secrets/session-secrets';
import { createWorkspace, type OpenWorkspace, openWorkspace } from '../../../../electron/host/workspace/open-workspace';
import { processMark } from '../../../../electron/host/workspace/process-mark';
import { recentWorkspaces } from '../../../../electron/host/workspace/recent';
import { createSession } from '../../../../electron/host/workspace/session';
import { added, audit, documents } from '../../../fixtures/workspaces/documents';

const parts = { clock: systemClock, secrets: sessionSecrets({ environment: {} }), openEngine };
const settings = { name: 'Spring & Söhne', zone: 'Europe/Madrid' };

let base = '';
let folder = '';
const opened: OpenWorkspace[] = [];
beforeEach(async () => {
  base = await mkdtemp(join(tmpdir(), 'muster-workspace-'));
  folder = join(base, 'new', 'workspace');
});
afterEach(async () => {
  for (const workspace of opened.splice(0)) await workspace.close();
  await rm(base, { recursive: true, force: true });
});

async function create(where = folder): Promise<OpenWorkspace> {
  const workspace = await createWorkspace(where, settings, parts);
  opened.push(workspace);
  return workspace;
}
async function open(where = folder): Promise<OpenWorkspace> {
  const workspace = await openWorkspace(where, parts);
  opened.push(workspace);
  return workspace;
}
const lockOf = (where = folder) => join(where, 'workspace.lock');

test('a new workspace opens again with its settings and its data', async () => {
  const first = await create();
  const connection = await first.engine.connect();
  await connection.run('CREATE TABLE t AS SELECT 42 AS n');
  await connection.close();
  await first.close();
  expect((await readdir(folder)).sort()).toEqual([
    '.tmp',
    'assets',
    'deliveries',
    'entities.duckdb',
    'exports',
    'looks',
    'undo',
    'workspace.db',
  ]);
  const again = await open();
  expect(again.store.list('workspace')).toMatchObject([{ format: 1, ...settings }]);
  const second = await again.engine.connect();
  expect((await second.query('SELECT n FROM t', { limit: 10 })).values).toEqual([[42]]);
  await second.close();
  expect(again.notices).toEqual([]);
});

test('folders that cannot be a workspace are told apart', async () => {
  await writeFile(join(base, 'file'), 'x');
  await mkdir(join(base, 'foreign'));
  await writeFile(join(base, 'foreign', 'photo.jpg'), 'x');
  await expect(open(join(base, 'none'))).rejects.toMatchObject({ code: 'folder-missing' });
  await expect(open(join(base, 'file'))).rejects.toMatchObject({ code: 'folder-is-file' });
  await expect(open(join(base, 'foreign'))).rejects.toMatchObject({ code: 'not-a-workspace' });
  await expect(create(join(base, 'file'))).rejects.toMatchObject({ code: 'folder-is-file' });
  await expect(create(join(base, 'foreign'))).rejects.toMatchObject({ code: 'folder-not-empty', details: { found: 'photo.jpg' } });
  expect(await readdir(join(base, 'foreign'))).toEqual(['photo.jpg']);
  await (await create()).close();
  await expect(create()).rejects.toMatchObject({ code: 'workspace-exists' });
  await expect(createWorkspace(join(base, 'x'), { name: 'x', zone: 'Mars/Olympus' }, parts)).rejects.toMatchObject({
    code: 'unknown-zone',
  });
  expect((await readdir(base)).sort()).toEqual(['file', 'foreign', 'new']);
});

test('an invalid name leaves a folder in which creating works', async () => {
  await expect(createWorkspace(folder, { name: '', zone: 'UTC' }, parts)).rejects.toMatchObject({ code: 'bad-document' });
  await create();
});

test('a workspace is open once', async () => {
  const first = await create();
  await expect(open()).rejects.toMatchObject({
    code: 'workspace-in-use',
    details: { pid: process.pid, machine: hostname(), lock: lockOf() },
  });
  await first.close();
  await open();
});

test('the lock of a process that is gone, or of an earlier one with the same pid, is taken over', async () => {
  await (await create()).close();
  const dead = Number(execFileSync(process.execPath, ['-p', 'process.pid']).toString());
  const holder = { pid: dead, mark: null, machine: hostname(), user: 'x', since: '2026-01-01T00:00:00.000Z' };
  for (const stale of [holder, { ...holder, pid: process.pid, mark: 'an earlier boot' }, 'torn']) {
    await writeFile(lockOf(), JSON.stringify(stale));
    await (await open()).close();
  }
  for (const live of [
    { ...holder, pid: process.pid, mark: processMark(process.pid) },
    { ...holder, machine: 'elsewhere' },
  ]) {
    await writeFile(lockOf(), JSON.stringify(live));
    await expect(open()).rejects.toMatchObject({ code: 'workspace-in-use', details: { machine: live.machine } });
  }
});

test('many that race for a stale lock: one gets it', async () => {
  await (await create()).close();
  await writeFile(lockOf(), 'torn');
  const outcomes = await Promise.allSettled(Array.from({ length: 8 }, () => open()));
  expect(outcomes.filter((o) => o.status === 'fulfilled')).toHaveLength(1);
  for (const o of outcomes) if (o.status === 'rejected') expect(o.reason).toMatchObject({ code: 'workspace-in-use' });
});

test('when the engine cannot open, the workspace is let go', async () => {
  await (await create()).close();
  const failing = { ...parts, openEngine: () => Promise.reject(new Error('no engine')) };
  await expect(openWorkspace(folder, failing)).rejects.toThrow('no engine');
  await open();
});

test('unfinished files are gone after opening', async () => {
  await (await create()).close();
  await writeFile(join(folder, '.tmp', 'spill'), 'x');
  await writeFile(join(folder, 'exports', 'list.csv.part'), 'x');
  await writeFile(join(folder, '.workspace.db.0123456789ab.tmp'), 'x');
  const workspace = await open();
  expect([await workspace.files.list('exports'), await workspace.files.exists('.workspace.db.0123456789ab.tmp')]).toEqual([[], false]);
  expect(await workspace.files.exists('.tmp/spill')).toBe(false);
});

test('a damaged document file names the last good backup and is left as it is', async () => {
  const first = await create();
  const [document] = first.store.list('workspace');
  if (document === undefined) throw new Error('no settings');
  await first.store.commit([{ kind: 'workspace', id: document.id, document: { ...document, name: 'Later' } }]);
  await first.close();
  const file = join(folder, 'workspace.db');
  const backup = `${file}.previous`;
  await writeFile(file, 'not a database at all');
  await expect(open()).rejects.toMatchObject({ code: 'workspace-damaged', details: { file, backup } });
  expect(await readFile(file, 'utf8')).toBe('not a database at all');
  await rm(file);
  await expect(open()).rejects.toMatchObject({ code: 'workspace-damaged', details: { backup } });
  await cp(backup, file);
  const restored = await open();
  expect(restored.store.list('workspace')).toEqual([document]);
  await restored.close();
  await writeFile(file, '');
  await writeFile(backup, 'x');
  await expect(open()).rejects.toMatchObject({ code: 'workspace-damaged-no-backup' });
});

test.each([
  ['format-1', documents],
  ['format-2', [...documents, ...added]],
] as const)('the frozen workspace of %s opens with everything in it', async (frozen, expected) => {
  await cp(fileURLToPath(new URL(`../../../fixtures/workspaces/${frozen}`, import.meta.url)), folder, { recursive: true });
  const { store, notices } = await open();
  for (const { kind, id, document } of expected) expect(store.read(kind, id)).toEqual(document);
  expect(store.audit()).toMatchObject(audit);
  expect(notices).toEqual([]);
});

test.each(['PRAGMA user_version = 2', "UPDATE document SET kind = 'hologram' WHERE kind = 'run'"])(
  'a newer workspace is refused untouched: %s',
  async (sql) => {
    await cp(fileURLToPath(new URL('../../../fixtures/workspaces/format-1', import.meta.url)), folder, { recursive: true });
    const file = join(folder, 'workspace.db');
    const sqlite = await initSqlJs();
    const database = new sqlite.Database(Uint8Array.from(await readFile(file)));
    database.run(sql);
    const newer = Buffer.from(database.export());
    database.close();
    await writeFile(file, newer);
    await expect(open()).rejects.toMatchObject({ code: sql.startsWith('PRAGMA') ? 'workspace-too-new' : 'workspace-damaged-no-backup' });
    expect(newer.equals(await readFile(file))).toBe(true);
    expect(await readdir(folder)).toEqual(['workspace.db']);
  },
);

test('a session holds one workspace, and keeps it when another cannot be opened', async () => {
  const session = createSession(parts);
  expect(() => session.current()).toThrow(expect.objectContaining({ code: 'workspace-not-open' }));
  const first = await session.create(folder, settings);
  expect(await session.open(folder)).toBe(first);
  await expect(session.open(base)).rejects.toMatchObject({ code: 'not-a-workspace' });
  expect(session.current()).toBe(first);
  const second = await session.create(join(base, 'second'), settings);
  expect(session.current()).toBe(second);
  await (await open()).close();
  await session.close();
  expect(session.isOpen()).toBe(false);
});

test('recent workspaces come newest first, once each, and survive a damaged list', async () => {
  const home = join(base, 'home');
  await (await create()).close();
  const recent = recentWorkspaces(home);
  expect(await recent.list()).toEqual([]);
  const at = (n: number, where: string) => ({ folder: where, name: `n${n}`, openedAt: `2026-01-0${n}T00:00:00Z` });
  await Promise.all([recent.add(at(1, folder)), recent.add(at(2, '/gone')), recent.add(at(3, folder))]);
  expect(await recent.list()).toEqual([
    { ...at(3, folder), state: 'free' },
    { ...at(2, '/gone'), state: 'gone' },
  ]);
  const held = await open();
  expect((await recent.list())[0]?.state).toBe('free');
  const lock = join(folder, 'workspace.lock');
  await writeFile(lock, JSON.stringify({ ...JSON.parse(await readFile(lock, 'utf8')), pid: process.ppid, mark: null }));
  expect((await recent.list())[0]?.state).toBe('in-use');
  await held.close();
  await rm(lock);
  await recent.forget('/gone');
  expect((await recent.list()).map((r) => r.folder)).toEqual([folder]);
  await writeFile(join(home, 'recent.json'), '[{"folder": ');
  expect(await recent.list()).toEqual([]);
  await recent.add(at(4, folder));
  expect(await recent.list()).toHaveLength(1);
  expect((await readdir(home)).sort()).toEqual(['recent.json', 'recent.json.damaged']);
});

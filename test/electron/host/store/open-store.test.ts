import { mkdir, mkdtemp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Campaign } from '../../../../core/model/campaign';
import { createFiles } from '../../../../electron/host/files/create-files';
import { lastBreak } from '../../../../electron/host/store/audit-chain';
import { DamagedStore } from '../../../../electron/host/store/damage';
import { openStore } from '../../../../electron/host/store/open-store';
import { failingDisk } from '../files/failing-disk';

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'muster-store-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const path = 'workspace.db';
const open = () => openStore(createFiles(folder), path);

function campaign(id: string, name = id): Campaign {
  return { format: 1, id, name, seed: 's', flow: { activities: [], transitions: [] }, layout: {} };
}
const write = (document: Campaign) => ({ kind: 'campaign' as const, id: document.id, document });
const entry = (n: number) => ({ at: '2026-01-01T00:00:00Z', action: 'export', details: { n } });

test('documents and the audit log are there again after reopening, in order of id', async () => {
  const store = await open();
  await store.commit([write(campaign('b')), write(campaign('a'))], entry(1));
  await store.commit([write(campaign('b', 'B2')), { kind: 'campaign', id: 'a', document: null }, write(campaign('c'))], entry(2));
  await store.close();
  const again = await open();
  expect(again.list('campaign')).toEqual([campaign('b', 'B2'), campaign('c')]);
  expect(again.read('campaign', 'a')).toBeUndefined();
  expect(again.audit().map((e) => e.details.n)).toEqual([1, 2]);
  expect(lastBreak(again.audit())).toBeUndefined();
  await again.close();
});

test('a changed audit entry breaks the chain there', async () => {
  const store = await open();
  for (const n of [1, 2, 3]) await store.commit([], entry(n));
  const forged = store.audit().map((e, i) => (i === 1 ? { ...e, action: 'nothing' } : e));
  expect(lastBreak(forged)).toBe(1);
  expect(lastBreak(store.audit().slice(1))).toBe(0);
  await store.close();
});

test('commits made together are all saved, in their order', async () => {
  const store = await open();
  await Promise.all(Array.from({ length: 50 }, (_, i) => store.commit([write(campaign('same', `name ${i}`)), write(campaign(`c${i}`))])));
  await store.close();
  const again = await open();
  expect(again.list('campaign')).toHaveLength(51);
  expect(again.read('campaign', 'same')?.name).toBe('name 49');
  await again.close();
});

test('an invalid document is refused whole and alone', async () => {
  const store = await open();
  const bad = store.commit([write(campaign('good')), write({ ...campaign('bad'), name: '' })]);
  const good = store.commit([write(campaign('other'))]);
  await expect(bad).rejects.toMatchObject({ code: 'bad-document', details: { what: 'campaign bad' } });
  await good;
  expect(store.list('campaign').map((c) => c.id)).toEqual(['other']);
  await store.close();
});

test('what is read cannot be changed by accident', async () => {
  const store = await open();
  await store.commit([write(campaign('a'))]);
  const document = store.read('campaign', 'a');
  expect(() => document?.flow.activities.push()).toThrow(TypeError);
  await store.close();
});

test('a fault at any disk call leaves memory and file as before, and the next commit works', async () => {
  const first = await open();
  await first.commit([write(campaign('kept'))], entry(1));
  await first.close();
  let faults = 0;
  for (let at = 0; ; at += 1) {
    const { disk, calls, heal } = failingDisk(at, 'ENOSPC');
    const store = await openStore(createFiles(folder, disk), path);
    const before = await readFile(join(folder, path));
    const outcome = await store.commit([write(campaign('new', `try ${at}`))], entry(2)).catch((error: unknown) => error);
    if (calls() <= at) {
      expect(outcome).toBeUndefined();
      await store.close();
      break;
    }
    faults += 1;
    expect(outcome).toMatchObject({ code: 'disk-full' });
    expect(store.read('campaign', 'new')).toBeUndefined();
    expect(store.audit()).toHaveLength(1);
    const renamed = !before.equals(await readFile(join(folder, path)));
    const after = await open();
    expect(after.list('campaign').map((c) => c.id)).toEqual(renamed ? ['kept', 'new'] : ['kept']);
    await after.close();
    heal();
    await store.commit([write(campaign('kept', `after ${at}`))]);
    await store.close();
    const healed = await open();
    expect(healed.list('campaign')).toEqual([campaign('kept', `after ${at}`)]);
    await healed.close();
  }
  expect(faults).toBe(8);
  expect((await readdir(folder)).sort()).toEqual(['workspace.db', 'workspace.db.previous']);
});

test('the file before the last commit stays beside it', async () => {
  const store = await open();
  await store.commit([write(campaign('a'))]);
  await store.commit([write(campaign('b'))]);
  await store.commit([write(campaign('c'))]);
  await store.close();
  const previous = await openStore(createFiles(folder), 'workspace.db.previous');
  expect(previous.list('campaign').map((c) => c.id)).toEqual(['a', 'b']);
  await previous.close();
});

test('a drive that vanished is told, empty folder in its place or not, and nothing is lost once it is back', async () => {
  const store = await open();
  await store.commit([write(campaign('a'))], entry(1));
  const away = `${folder}-away`;
  await rename(folder, away);
  try {
    await expect(store.commit([write(campaign('b'))])).rejects.toMatchObject({ code: 'file-missing' });
    await mkdir(folder);
    await expect(store.commit([write(campaign('b'))], entry(2))).rejects.toMatchObject({ code: 'file-missing' });
    expect(await readdir(folder)).toEqual([]);
    expect(store.list('campaign')).toEqual([campaign('a')]);
    await rm(folder, { recursive: true });
  } finally {
    await rename(away, folder);
  }
  await store.commit([write(campaign('c'))], entry(3));
  await store.close();
  const again = await open();
  expect(again.list('campaign')).toEqual([campaign('a'), campaign('c')]);
  expect(again.audit().map((e) => e.details.n)).toEqual([1, 3]);
  expect(lastBreak(again.audit())).toBeUndefined();
  await again.close();
});

test('a flipped bit or a cut is noticed, or changes nothing that was saved', async () => {
  const store = await open();
  for (const id of ['a', 'b', 'c']) await store.commit([write(campaign(id))], entry(1));
  const expected = { campaigns: store.list('campaign'), audit: store.audit() };
  await store.close();
  const good = await readFile(join(folder, path));
  const damage = fc.oneof(
    fc.record({ kind: fc.constant('flip' as const), at: fc.nat(good.length - 1), bit: fc.nat(7) }),
    fc.record({ kind: fc.constant('cut' as const), at: fc.nat(good.length - 1), bit: fc.constant(0) }),
  );
  await fc.assert(
    fc.asyncProperty(damage, async ({ kind, at, bit }) => {
      const bytes = Buffer.from(kind === 'cut' ? good.subarray(0, at) : good);
      if (kind === 'flip') bytes[at] = (bytes[at] ?? 0) ^ (1 << bit);
      await writeFile(join(folder, path), bytes);
      try {
        const opened = await open();
        expect({ campaigns: opened.list('campaign'), audit: opened.audit() }).toEqual(expected);
        await opened.close();
      } catch (error) {
        if (!(error instanceof DamagedStore)) expect(error).toMatchObject({ code: 'workspace-too-new' });
      }
    }),
    { numRuns: 300 },
  );
});

test('a closed store takes no more commits', async () => {
  const store = await open();
  const last = store.commit([write(campaign('a'))]);
  await store.close();
  await last;
  await expect(store.commit([write(campaign('b'))])).rejects.toMatchObject({ code: 'workspace-not-open' });
});

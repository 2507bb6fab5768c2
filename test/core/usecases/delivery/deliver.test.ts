import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { freezeDelivery } from '../../../../core/usecases/delivery/freeze-delivery';
import { listDeliveries } from '../../../../core/usecases/delivery/list-deliveries';
import type { FreezePorts, SyncPorts } from '../../../../core/usecases/delivery/ports';
import { syncDeliveries } from '../../../../core/usecases/delivery/sync-deliveries';
import { syncDelivery } from '../../../../core/usecases/delivery/sync-delivery';
import { type EndpointOptions, type RunningEndpoint, startEndpoint } from '../../../../electron/endpoint/start-endpoint';
import { createFiles } from '../../../../electron/host/files/create-files';
import { endpointAt, freezePorts, quick, specOf, syncPorts, tempFolder } from '../../../support/delivery';
import { testSecret } from '../../../support/delivery-secret';
import { diskThatFails } from '../../../support/failing-disk';

let root: string;
let store: string;
let freeze: FreezePorts;
let sync: SyncPorts & { close(): Promise<void> };
let running: RunningEndpoint | undefined;

beforeEach(async () => {
  root = await tempFolder();
  store = await tempFolder();
  freeze = await freezePorts(root);
  sync = syncPorts(root);
});

afterEach(async () => {
  await running?.close();
  running = undefined;
  await sync.close();
  await freeze.engine.close();
  await rm(root, { recursive: true });
  await rm(store, { recursive: true });
});

async function start(options: Partial<EndpointOptions> = {}) {
  running = await startEndpoint({ dir: store, port: 0, secret: testSecret, ...options });
  return running;
}

const folderOf = (name: string) => join(root, 'deliveries', name);
const policy = { policy: quick };

describe('freezing', () => {
  test('writes chunks in order, content by hash, and the manifest', async () => {
    const summary = await freezeDelivery(freeze, specOf('spring', 45_000));
    expect(summary).toMatchObject({ folder: 'spring-m1-1', recipients: 45_000, state: 'frozen' });
    const manifest = JSON.parse(await readFile(join(folderOf('spring-m1-1'), 'manifest.json'), 'utf8'));
    expect(manifest.counts).toEqual({ recipients: 45_000, seeds: 2 });
    expect(manifest.chunks.map((chunk: { rows: number }) => chunk.rows)).toEqual([15_001, 15_001, 15_000]);
    const texts = await Promise.all(
      manifest.chunks.map((chunk: { sha256: string }) => readFile(join(folderOf('spring-m1-1'), chunk.sha256))),
    );
    const rows = texts.flatMap((packed) =>
      gunzipSync(packed)
        .toString()
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line)),
    );
    const ids = rows.map((row) => row.recipient_id);
    expect(ids).toEqual([...new Set(ids)].sort());
    expect(rows[0]).toEqual({
      recipient_id: ids[0],
      key: expect.any(String),
      address: expect.stringContaining('@'),
      spent: expect.any(String),
      score: expect.any(Number),
      seed: false,
    });
    expect(await readdir(folderOf('spring-m1-1'))).toHaveLength(3 + 2);
  });

  test('gives the same bytes when done again, and leaves a frozen one alone', async () => {
    const first = await freezeDelivery(freeze, specOf('spring', 25_000));
    await rm(join(folderOf('spring-m1-1'), 'manifest.json'));
    await writeFile(join(folderOf('spring-m1-1'), 'rows-7.part'), 'half');
    expect(await freezeDelivery(freeze, specOf('spring', 25_000))).toEqual(first);
    expect(await readdir(folderOf('spring-m1-1'))).toHaveLength(2 + 2);
    expect(await freezeDelivery(freeze, specOf('spring', 10))).toEqual(first);
    await expect(freezeDelivery(freeze, specOf('spring', 10, { frozenAt: '2026-11-21T08:00:00Z' }))).rejects.toMatchObject({
      code: 'delivery-already-frozen',
    });
  });

  test.each(['rename', 'sync'] as const)('counts as frozen only once its manifest lasts, when the disk fails to %s', async (at) => {
    const failing = { ...freeze, files: createFiles(root, diskThatFails('manifest.json', at)) };
    await expect(freezeDelivery(failing, specOf('spring', 100))).rejects.toMatchObject({ code: 'save-failed' });
    expect(await listDeliveries(freeze)).toEqual([]);
    expect(await freezeDelivery(freeze, specOf('spring', 100))).toMatchObject({ state: 'frozen', recipients: 100 });
  });

  test('an audience of nobody is a delivery too', async () => {
    const none = specOf('empty', 0, {
      select: `SELECT * FROM (${specOf('empty', 0).select}) WHERE false`,
      waterfall: { activity: 'm1', input: 0, exclusions: [], sent: 0, seeds: 0 },
    });
    await freezeDelivery(freeze, none);
    const { url, ledger } = await start();
    expect(await syncDelivery(sync, 'empty-m1-1', endpointAt(url), policy)).toMatchObject({ state: 'delivered', recipients: 0 });
    expect(await ledger()).toEqual([]);
  });

  test.each([
    [
      'delivery-recipient-empty',
      `SELECT * REPLACE (CASE WHEN key = 3 THEN NULL ELSE recipient_id END AS recipient_id) FROM (${specOf('bad', 10).select})`,
    ],
    [
      'delivery-recipient-twice',
      `SELECT * REPLACE (CASE WHEN key = 3 THEN 'x' WHEN key = 4 THEN 'x' ELSE recipient_id END AS recipient_id) FROM (${specOf('bad', 10).select})`,
    ],
    ['delivery-value-not-finite', `SELECT * REPLACE ('inf'::DOUBLE AS score) FROM (${specOf('bad', 10).select})`],
    ['delivery-counts-differ', `SELECT * FROM (${specOf('bad', 10).select}) WHERE key <> 3`],
    ['sql-error', 'SELECT 1'],
  ])('refuses with %s and writes nothing', async (code, select) => {
    await expect(freezeDelivery(freeze, specOf('bad', 10, { select }))).rejects.toMatchObject({ code });
    expect(await listDeliveries(sync)).toEqual([]);
    await expect(readdir(folderOf('bad-m1-1'))).rejects.toThrow();
  });

  test('cancelled half-way, nothing stays', async () => {
    const stop = new AbortController();
    const cancelled = freezeDelivery(freeze, specOf('big', 60_000), { signal: stop.signal, onProgress: () => stop.abort() });
    await expect(cancelled).rejects.toMatchObject({ code: 'cancelled' });
    await expect(readdir(folderOf('big-m1-1'))).rejects.toThrow();
  });
});

describe('syncing', () => {
  test('delivers everyone once and keeps the receipt', async () => {
    await freezeDelivery(freeze, specOf('spring', 41_000));
    const { url, ledger } = await start();
    const progress: string[] = [];
    const done = await syncDelivery(sync, 'spring-m1-1', endpointAt(url), {
      ...policy,
      onProgress: (p) => progress.push(`${p.state} ${p.chunksDone}/${p.chunks}`),
    });
    expect(done).toMatchObject({ state: 'delivered', recipients: 41_000 });
    expect(progress.at(-1)).toBe('delivered 3/3');
    expect(await syncDelivery(sync, 'spring-m1-1', endpointAt('http://127.0.0.1:9'), policy)).toEqual(done);
    expect(await listDeliveries(sync)).toEqual([done]);
    const effects = await ledger();
    expect(effects).toHaveLength(41_002);
    expect(new Set(effects.map((effect) => effect.recipient_id)).size).toBe(41_002);
    expect(effects.filter((effect) => effect.seed)).toHaveLength(2);
  });

  test('goes through every fault, and what is done again has no second effect', async () => {
    for (const campaign of ['a', 'b', 'c']) await freezeDelivery(freeze, specOf(campaign, 500));
    const { url, ledger } = await start({ faults: '500:0.1,429:0.1:0,404:0.05,drop:0.1,ack:0.15,html:0.1,full:0.1,skew:2400' });
    const done = await syncDeliveries(sync, endpointAt(url), undefined, { policy: { ...quick, tries: 40 } });
    expect(done.map((delivery) => [delivery.state, delivery.problem])).toEqual([
      ['delivered', undefined],
      ['delivered', undefined],
      ['delivered', undefined],
    ]);
    expect(await ledger()).toHaveLength(1506);
  });

  test('delivers once while the clock is set back and forth between requests', async () => {
    await freezeDelivery(freeze, specOf('spring', 5000));
    const { url, ledger } = await start({ faults: '500:0.1,drop:0.1,ack:0.2' });
    let asked = 0;
    const jumping = { now: () => Date.now() - (Math.floor(asked++ / 6) % 4) * 86_400_000 };
    const done = await syncDelivery({ ...sync, clock: jumping }, 'spring-m1-1', endpointAt(url), { policy: { ...quick, tries: 60 } });
    expect(done.state).toBe('delivered');
    expect(asked).toBeGreaterThan(6);
    expect(await ledger()).toHaveLength(5002);
    expect(await syncDeliveries({ ...sync, clock: { now: () => 0 } }, endpointAt(url))).toEqual([]);
  });

  test('waits for a commit that takes its time', async () => {
    await freezeDelivery(freeze, specOf('spring', 5000));
    const { url, ledger } = await start({ commitPatience: 0 });
    expect(await syncDelivery(sync, 'spring-m1-1', endpointAt(url), { policy: { ...quick, tries: 60 } })).toMatchObject({
      state: 'delivered',
    });
    expect(await ledger()).toHaveLength(5002);
  });

  test('the same campaign frozen twice reaches nobody twice', async () => {
    await freezeDelivery(freeze, specOf('spring', 300));
    const { url, ledger } = await start();
    await syncDelivery(sync, 'spring-m1-1', endpointAt(url), policy);
    await rm(folderOf('spring-m1-1'), { recursive: true });
    await freezeDelivery(
      freeze,
      specOf('spring', 400, {
        select: `SELECT * REPLACE (key >= 400 AS seed) FROM (${specOf('spring', 400).select})`,
        frozenAt: '2026-11-21T08:00:00Z',
      }),
    );
    await syncDelivery(sync, 'spring-m1-1', endpointAt(url), policy);
    const receipt = JSON.parse(await readFile(join(folderOf('spring-m1-1'), 'receipt.json'), 'utf8'));
    expect(receipt).toMatchObject({ recipients: 400, accepted: 98, rejected: [{ reason: 'already-delivered', rows: 302 }] });
    const ids = (await ledger()).map((effect) => effect.recipient_id);
    expect(ids).toHaveLength(402);
    expect(new Set(ids).size).toBe(402);
  });

  test('parks when the endpoint cannot be had, shows why, and goes on later', async () => {
    await freezeDelivery(freeze, specOf('spring', 100));
    const [parked] = await syncDeliveries(sync, endpointAt('http://127.0.0.1:9'), undefined, { policy: { ...quick, tries: 3 } });
    expect(parked).toMatchObject({ state: 'waiting', problem: { code: 'delivery-waiting', details: { host: '127.0.0.1:9', tries: 3 } } });
    const { url } = await start();
    expect(await syncDeliveries(sync, endpointAt(url), undefined, policy)).toMatchObject([{ state: 'delivered' }]);
  });

  test('a 4xx of something in between parks and never stops', async () => {
    await freezeDelivery(freeze, specOf('spring', 100));
    const { url } = await start({ faults: '403:1' });
    await expect(syncDelivery(sync, 'spring-m1-1', endpointAt(url), policy)).rejects.toMatchObject({
      code: 'delivery-waiting',
      details: { said: 'HTTP 403' },
    });
  });

  test('a wrong secret stops, a replaced one goes through', async () => {
    await freezeDelivery(freeze, specOf('spring', 100));
    const other = 'whsec_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA';
    const { url, close } = await start({ secret: other });
    await expect(syncDelivery(sync, 'spring-m1-1', endpointAt(url), policy)).rejects.toMatchObject({ code: 'delivery-unauthorised' });
    await close();
    const both = await start({ secret: [other, testSecret] });
    expect(await syncDelivery(sync, 'spring-m1-1', endpointAt(both.url), policy)).toMatchObject({ state: 'delivered' });
  });

  test('nothing changed on disk is sent', async () => {
    await freezeDelivery(freeze, specOf('spring', 100));
    const { url, ledger } = await start();
    const folder = folderOf('spring-m1-1');
    const manifest = await readFile(join(folder, 'manifest.json'), 'utf8');
    const { chunks, content } = JSON.parse(manifest);
    for (const file of [chunks[0].sha256, `content/${content[0].sha256}`]) {
      const path = join(folder, file);
      const kept = await readFile(path);
      const changed = Buffer.from(kept);
      changed[5] = (changed[5] ?? 0) ^ 1;
      await writeFile(path, changed);
      await expect(syncDelivery(sync, 'spring-m1-1', endpointAt(url), policy)).rejects.toMatchObject({
        code: 'delivery-tampered',
        details: { file },
      });
      await writeFile(path, kept);
    }
    for (const changed of [manifest.replace('"recipients":100', '"recipients":101'), manifest.replace('{', '{ '), 'not json']) {
      await writeFile(join(folder, 'manifest.json'), changed);
      await expect(syncDelivery(sync, 'spring-m1-1', endpointAt(url), policy)).rejects.toMatchObject({ code: 'delivery-tampered' });
      expect(await listDeliveries(sync)).toMatchObject([{ state: 'stopped', problem: { code: 'delivery-tampered' } }]);
    }
    expect(await ledger()).toEqual([]);
  });

  test('is not sent late, by the clock of the endpoint', async () => {
    await freezeDelivery(
      freeze,
      specOf('spring', 100, { validity: { sendAt: null, zone: 'UTC', expiresAt: new Date(Date.now() + 60_000).toISOString() } }),
    );
    const { url, ledger } = await start({ faults: 'skew:3600' });
    await expect(syncDelivery(sync, 'spring-m1-1', endpointAt(url), policy)).rejects.toMatchObject({
      code: 'delivery-refused',
      details: { said: 'The delivery may no longer be sent.' },
    });
    await expect(
      syncDelivery({ ...sync, clock: { now: () => Date.now() + 120_000 } }, 'spring-m1-1', endpointAt(url), policy),
    ).rejects.toMatchObject({ code: 'delivery-expired' });
    expect(await ledger()).toEqual([]);
  });

  test('cancels while it waits', async () => {
    await freezeDelivery(freeze, specOf('spring', 100));
    const stop = new AbortController();
    const waiting = syncDelivery(sync, 'spring-m1-1', endpointAt('http://127.0.0.1:9'), {
      signal: stop.signal,
      policy: { ...quick, base: 60_000, cap: 60_000 },
      onProgress: (progress) => progress.state === 'waiting' && stop.abort(),
    });
    await expect(waiting).rejects.toMatchObject({ code: 'cancelled' });
  });
});

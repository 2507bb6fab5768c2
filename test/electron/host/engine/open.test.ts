import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, test, vi } from 'vitest';
import { openNativeEngine } from '../../../../electron/host/engine/native/open';
import { openEngine } from '../../../../electron/host/engine/open';
import { withTempFolder } from '../../../support/engines';

afterEach(() => {
  vi.doUnmock('../../../../electron/host/engine/native/open');
});

test('falls back to the portable engine where the native binding cannot be loaded, and says why', () =>
  withTempFolder(async (folder) => {
    vi.doMock('../../../../electron/host/engine/native/open', () => {
      throw new Error('this platform has no binding');
    });
    vi.resetModules();
    const fresh = await import('../../../../electron/host/engine/open');
    const { engine, fallback } = await fresh.openEngine({ folder });
    expect(engine.kind).toBe('wasm');
    expect(engine.can).toEqual({ parquet: false, json: false, persist: false });
    expect(fallback).toBeTruthy();
    expect(existsSync(join(folder, 'entities.duckdb'))).toBe(false);
    await engine.close();
  }));

test('opens the portable engine by choice, empty each time', () =>
  withTempFolder(async (folder) => {
    for (let round = 0; round < 2; round++) {
      const { engine, fallback } = await openEngine({ folder, prefer: 'wasm' });
      expect([engine.kind, fallback]).toEqual(['wasm', undefined]);
      const connection = await engine.connect();
      await connection.run('CREATE TABLE t(i INTEGER); BEGIN; INSERT INTO t VALUES (1)');
      await engine.close();
    }
  }));

test('says that memory ran out, and works on', () =>
  withTempFolder(async (folder) => {
    const engine = await openNativeEngine({ file: ':memory:', tempFolder: join(folder, 'temp'), memoryLimit: '60MB', threads: 1 });
    const connection = await engine.connect();
    await expect(connection.query('SELECT len(list(i)) FROM range(50000000) r(i)', { limit: 1 })).rejects.toMatchObject({
      code: 'engine-memory',
    });
    expect((await connection.query('SELECT 1', { limit: 1 })).values).toEqual([[1]]);
    await engine.close();
  }));

test('holds to little memory while sparing work runs, and goes back when the last of it ends', () =>
  withTempFolder(async (folder) => {
    const { engine } = await openEngine({ folder });
    const connection = await engine.connect();
    const limit = async () => (await connection.query("SELECT current_setting('memory_limit')", { limit: 1 })).values[0]?.[0];
    const usual = await limit();
    await engine.sparingly(async () => {
      expect(await limit()).toBe('953.6 MiB');
      await expect(engine.sparingly(() => Promise.reject(new Error('no')))).rejects.toThrow('no');
      expect(await limit()).toBe('953.6 MiB');
    });
    expect(usual).toMatch(/GiB$/);
    expect(await limit()).toBe(usual);
    await engine.close();
  }));

test('refuses work once it is closed', () =>
  withTempFolder(async (folder) => {
    const engine = await openNativeEngine({ file: ':memory:', tempFolder: join(folder, 'temp') });
    const connection = await engine.connect();
    await engine.close();
    await expect(connection.query('SELECT 1', { limit: 1 })).rejects.toMatchObject({ code: 'engine-lost' });
    await engine.close();
  }));

import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, fsyncSync, openSync, readdirSync, readFileSync, rmSync, writeFileSync, writeSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setImmediate, setTimeout } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import type { Connection, Engine } from '../../../../core/ports/engine';
import { openNativeEngine } from '../../../../electron/host/engine/native/open';
import { openEngine } from '../../../../electron/host/engine/open';
import { withTempFolder } from '../../../support/engines';

const require = createRequire(import.meta.url);

/** A database whose 100 rows are checkpointed and whose next 50 are in the log only, as a crash leaves it. */
const writer = `
  const { DuckDBInstance } = require(${JSON.stringify(require.resolve('@duckdb/node-api'))});
  (async () => {
    const connection = await (await DuckDBInstance.create(process.argv[1])).connect();
    await connection.run('CREATE TABLE t(i INTEGER); INSERT INTO t SELECT i FROM range(100) r(i); CHECKPOINT');
    for (let i = 100; ; i++) {
      await connection.run('INSERT INTO t VALUES (' + i + ')');
      process.stdout.write(i + 1 + '\\n');
    }
  })();`;

async function crashed(file: string, atLeast: number): Promise<number> {
  const child = spawn(process.execPath, ['-e', writer, file], { stdio: ['ignore', 'pipe', 'inherit'] });
  const ended = once(child, 'exit');
  let acknowledged = 0;
  for await (const line of createInterface({ input: child.stdout })) {
    acknowledged = Number(line);
    if (acknowledged >= atLeast) child.kill('SIGKILL');
  }
  await ended;
  return acknowledged;
}

const opened = (folder: string) => openNativeEngine({ file: join(folder, 'entities.duckdb'), tempFolder: join(folder, '.tmp') });

async function count(connection: Connection): Promise<unknown> {
  return (await connection.query('SELECT count(*) FROM t', { limit: 1 })).values[0]?.[0];
}

async function countAndClose(engine: Engine): Promise<unknown> {
  try {
    return await count(await engine.connect());
  } finally {
    await engine.close();
  }
}

describe('the native engine that is closed', () => {
  test('ends what was asked for just before, and begins nothing after', () =>
    withTempFolder(async (folder) => {
      for (let round = 0; round < 60; round++) {
        const engine = await opened(folder);
        const asked = await Promise.all([engine.connect(), engine.connect()]);
        const answer = async (connection: Connection) => {
          await connection.run('CREATE OR REPLACE TEMP TABLE t AS SELECT i FROM range(20000) r(i)');
          return count(connection);
        };
        const answers = Promise.allSettled(asked.map(answer));
        for (let turn = 0; turn < round % 20; turn++) await setImmediate();
        await engine.close();
        for (const ended of await answers) {
          if (ended.status === 'fulfilled') expect(Number(ended.value)).toBe(20_000);
          else expect(['engine-lost', 'cancelled', 'engine-refused']).toContain(ended.reason.code);
        }
      }
    }));
});

describe('the native engine after damage', () => {
  test('keeps what was written and closes its files', () =>
    withTempFolder(async (folder) => {
      const { engine, fallback } = await openEngine({ folder });
      expect([engine.kind, engine.can.persist, fallback]).toEqual(['native', true, undefined]);
      const connection = await engine.connect();
      await connection.run('CREATE TABLE t AS SELECT i FROM range(100000) r(i)');
      await connection.query('FROM t', { limit: 10 });
      expect((await engine.stats()).databaseBytes).toBeGreaterThan(0);
      await engine.checkpoint();
      await engine.close();
      if (process.platform === 'linux') {
        const held = readdirSync('/proc/self/fd').filter((fd) =>
          execFileSync('readlink', ['-m', `/proc/${process.pid}/fd/${fd}`])
            .toString()
            .includes(folder),
        );
        expect(held).toEqual([]);
      }
      expect(await countAndClose(await opened(folder))).toBe(100000);
    }));

  test('loses nothing acknowledged to kill -9', () =>
    withTempFolder(async (folder) => {
      const acknowledged = await crashed(join(folder, 'entities.duckdb'), 180);
      const engine = await opened(folder);
      expect(engine.recovery).toEqual({ kind: 'clean' });
      expect(await countAndClose(engine)).toBeGreaterThanOrEqual(acknowledged);
    }));

  test('opens a log with a tail of zeros at what came before, and says so', () =>
    withTempFolder(async (folder) => {
      const file = join(folder, 'entities.duckdb');
      const acknowledged = await crashed(file, 150);
      const log = readFileSync(`${file}.wal`);
      writeFileSync(`${file}.wal`, Buffer.concat([log, Buffer.alloc(4096)]));
      const engine = await opened(folder);
      const { recovery } = engine;
      expect(await countAndClose(engine)).toBeGreaterThanOrEqual(acknowledged);
      expect(recovery).toEqual({ kind: 'recovered', lost: 'log-tail', keptAside: `${file}.wal.refused-1` });
      expect(readFileSync(`${file}.wal.refused-1`).length).toBe(log.length + 4096);
    }));

  test('opens at the last checkpoint when the log is broken, and keeps the log', () =>
    withTempFolder(async (folder) => {
      const file = join(folder, 'entities.duckdb');
      await crashed(file, 150);
      const log = readFileSync(`${file}.wal`);
      const at = Math.floor(log.length / 2);
      log[at] = (log[at] ?? 0) ^ 0x10;
      writeFileSync(`${file}.wal`, log);
      const engine = await opened(folder);
      const { recovery } = engine;
      expect(await countAndClose(engine)).toBe(100);
      expect(recovery).toEqual({ kind: 'recovered', lost: 'since-checkpoint', keptAside: `${file}.wal.refused-1` });
      expect(readFileSync(`${file}.wal.refused-1`)).toEqual(log);
    }));

  test('leaves a broken database as it is', () =>
    withTempFolder(async (folder) => {
      const file = join(folder, 'entities.duckdb');
      await crashed(file, 150);
      const broken = readFileSync(file).fill(0x5a, 0, 12288);
      writeFileSync(file, broken);
      const log = readFileSync(`${file}.wal`);
      await expect(opened(folder)).rejects.toMatchObject({ code: 'engine-cannot-open', details: { file } });
      expect(readFileSync(file)).toEqual(broken);
      expect(readFileSync(`${file}.wal`)).toEqual(log);
      await expect(openEngine({ folder })).rejects.toMatchObject({ code: 'engine-cannot-open' });
    }));

  test('says that another process has the database', () =>
    withTempFolder(async (folder) => {
      const file = join(folder, 'entities.duckdb');
      const child = spawn(process.execPath, ['-e', writer, file], { stdio: ['ignore', 'pipe', 'inherit'] });
      const ended = once(child, 'exit');
      await once(child.stdout, 'data');
      await expect(opened(folder)).rejects.toMatchObject({ code: 'engine-in-use' });
      child.kill('SIGKILL');
      await ended;
    }));

  const mountable = process.platform === 'linux' && process.getuid?.() === 0;
  test.skipIf(!mountable)('survives a full disk on the same connection (needs root on Linux, to mount a small disk)', () =>
    withTempFolder(async (folder) => {
      execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=24m', 'tmpfs', folder]);
      try {
        const engine = await opened(folder);
        const connection = await engine.connect();
        const other = await engine.connect();
        await connection.run('CREATE TABLE t AS SELECT i FROM range(1000) r(i); CHECKPOINT');
        await connection.run('INSERT INTO t SELECT i FROM range(10) r(i)');
        let kept = 1010;
        const filler = join(folder, 'filler');
        fill(filler);
        const pushing = connection.run('INSERT INTO t SELECT (i * 7919) % 1048573 FROM range(3000000) r(i)');
        await expect(pushing).rejects.toMatchObject({ code: 'disk-full' });
        const small = async () => {
          for (let i = 0; i < 10_000; i++) await connection.run('INSERT INTO t VALUES (1)').then(() => (kept += 1));
        };
        await expect(small()).rejects.toMatchObject({ code: 'disk-full' });
        // A checkpoint that cannot be written makes DuckDB give up the whole database, for every connection.
        const long = 'SELECT count(*) FROM range(30000) a(i), range(20000) b(i) WHERE (a.i * b.i) % 7 = 3';
        const meanwhile = other.query(long, { limit: 1 });
        await setTimeout(100);
        await expect(engine.checkpoint()).rejects.toMatchObject({ code: 'disk-full', cause: { message: expect.stringMatching(/^FATAL/) } });
        expect((await meanwhile).values).toEqual((await connection.query(long, { limit: 1 })).values);
        await expect(engine.checkpoint()).rejects.toMatchObject({ code: 'disk-full' });
        expect(await count(other)).toBe(kept);
        rmSync(filler);
        expect([await count(connection), await count(other)]).toEqual([kept, kept]);
        await connection.run('INSERT INTO t VALUES (1)');
        await engine.close();
        expect(await countAndClose(await opened(folder))).toBe(kept + 1);
      } finally {
        execFileSync('umount', ['-l', folder]);
      }
    }),
  );
});

function fill(file: string) {
  const handle = openSync(file, 'w');
  try {
    for (let size = 1 << 20; size >= 4096; size >>= 1) {
      try {
        for (;;) writeSync(handle, Buffer.alloc(size));
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== 'ENOSPC') throw error;
      }
    }
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Connection, Engine } from '../../core/ports/engine';
import { openNativeEngine } from '../../electron/host/engine/native/open';
import { openWasmEngine } from '../../electron/host/engine/wasm/open';

type Use<T> = (connection: Connection, engine: Engine) => Promise<T>;

/** A native engine in memory with one connection, closed afterwards. */
export async function withNative<T>(use: Use<T>): Promise<T> {
  return withTempFolder(async (folder) => using(await openNativeEngine({ file: ':memory:', tempFolder: join(folder, 'temp') }), use));
}

/** The portable engine with one connection, closed afterwards. Starting one takes about a second. */
export async function withWasm<T>(use: Use<T>): Promise<T> {
  return using(await openWasmEngine(), use);
}

export async function withTempFolder<T>(use: (folder: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'muster-engine-'));
  try {
    return await use(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function using<T>(engine: Engine, use: Use<T>): Promise<T> {
  try {
    return await use(await engine.connect(), engine);
  } finally {
    await engine.close();
  }
}

/** For `describe.each`: runs the same tests on every engine. */
export const bothEngines: [kind: Engine['kind'], withEngine: typeof withNative][] = [
  ['native', withNative],
  ['wasm', withWasm],
];

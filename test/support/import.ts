import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createMutex } from '../../core/base/mutex';
import type { Sources } from '../../core/ports/sources';
import type { Context } from '../../core/usecases/context';
import { nativeBytes } from '../../electron/host/delivery/bytes';
import { systemTimer } from '../../electron/host/delivery/timer';
import { openNativeEngine } from '../../electron/host/engine/native/open';
import { createFiles } from '../../electron/host/files/create-files';
import { createSources } from '../../electron/host/import/create-sources';
import { createNet } from '../../electron/host/net/create-net';
import { sessionSecrets } from '../../electron/host/secrets/session-secrets';
import { openStore } from '../../electron/host/store/open-store';

export interface ImportBench {
  ctx: Context;
  sources: Sources;
  folder: string;
}

/** A real engine, store and sources in a folder of their own, closed and removed afterwards. */
export async function withImport<T>(use: (bench: ImportBench) => Promise<T>, options: { database?: string } = {}): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'muster-import-'));
  const files = createFiles(folder);
  const engine = await openNativeEngine({ file: options.database ?? ':memory:', tempFolder: join(folder, 'temp') });
  const store = await openStore(files, 'workspace.db');
  const net = createNet();
  try {
    await mkdir(join(folder, 'scratch'));
    const ctx: Context = {
      engine,
      connection: () => engine.connect(),
      store,
      files,
      clock: { now: () => Date.UTC(2026, 0, 15) },
      timer: systemTimer,
      bytes: nativeBytes,
      net,
      secrets: sessionSecrets({ environment: {} }),
      worktables: createMutex(),
    };
    return await use({ ctx, sources: createSources(join(folder, 'scratch')), folder });
  } finally {
    await net.close();
    await store.close();
    await engine.close();
    await rm(folder, { recursive: true, force: true });
  }
}

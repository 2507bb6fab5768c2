import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createMutex } from '../../core/base/mutex';
import { importPreview, importSummary } from '../../core/model/data-report';
import type { FileRecipe } from '../../core/model/recipe';
import { createRegistry } from '../../core/plan/optimise/stored';
import type { Engine } from '../../core/ports/engine';
import type { Sources } from '../../core/ports/sources';
import type { Context } from '../../core/usecases/context';
import { previewImport } from '../../core/usecases/import/preview-import';
import { readRejects } from '../../core/usecases/import/read-rejects';
import { type ImportOptions, runImport } from '../../core/usecases/import/run-import';
import { nativeBytes } from '../../electron/host/delivery/bytes';
import { systemTimer } from '../../electron/host/delivery/timer';
import { openNativeEngine } from '../../electron/host/engine/native/open';
import { openWasmEngine } from '../../electron/host/engine/wasm/open';
import { createFiles } from '../../electron/host/files/create-files';
import { createSources } from '../../electron/host/import/create-sources';
import { transcode } from '../../electron/host/mail/transcode';
import { createNet } from '../../electron/host/net/create-net';
import { sessionSecrets } from '../../electron/host/secrets/session-secrets';
import { openStore } from '../../electron/host/store/open-store';

export interface ImportBench {
  ctx: Context;
  sources: Sources;
  folder: string;
}

/** A real engine, store and sources in a folder of their own; `close` removes them. */
export async function openImport(
  options: { database?: string; kind?: Engine['kind'] } = {},
): Promise<ImportBench & { close(): Promise<void> }> {
  const folder = await mkdtemp(join(tmpdir(), 'muster-import-'));
  await mkdir(join(folder, 'scratch'));
  const files = createFiles(folder);
  const engine =
    options.kind === 'wasm'
      ? await openWasmEngine()
      : await openNativeEngine({ file: options.database ?? ':memory:', tempFolder: join(folder, 'temp') });
  const store = await openStore(files, 'workspace.db');
  const net = createNet();
  const ctx: Context = {
    engine,
    connection: () => engine.connect(),
    store,
    files,
    clock: { now: () => Date.UTC(2026, 0, 15) },
    timer: systemTimer,
    bytes: nativeBytes,
    transcode,
    net,
    secrets: sessionSecrets({ environment: {} }),
    sources: createSources(join(folder, 'scratch')),
    worktables: { ...createMutex(), registry: createRegistry(), held: new Map(), asked: new Map(), superseded: new Set() },
    fanOuts: new Map(),
    figures: createMutex(),
    works: new Map(),
  };
  const close = async () => {
    await net.close();
    await store.close();
    await engine.close();
    await rm(folder, { recursive: true, force: true });
  };
  return { ctx, sources: ctx.sources, folder, close };
}

export async function withImport<T>(use: (bench: ImportBench) => Promise<T>, options: { database?: string } = {}): Promise<T> {
  const bench = await openImport(options);
  try {
    return await use(bench);
  } finally {
    await bench.close();
  }
}

/** Writes a file and loads it as proposed, but for what `change` says. */
export async function load(
  bench: ImportBench,
  file: string,
  content: string | Uint8Array,
  change: Partial<FileRecipe> = {},
  options: ImportOptions = {},
) {
  const path = join(bench.folder, file);
  await writeFile(path, content);
  const preview = importPreview.parse(await previewImport(bench.ctx, bench.sources, { path }));
  const recipe: FileRecipe = {
    format: 2,
    kind: 'file',
    id: 'r1',
    entity: preview.entity,
    source: {
      path,
      format: preview.format,
      ...(preview.dialect ? { dialect: preview.dialect } : {}),
      ...(preview.sheet ? { sheet: preview.sheet } : {}),
    },
    columns: preview.columns,
    key: preview.key,
    mode: 'replace',
    ...change,
  };
  const summary = importSummary.parse(await runImport(bench.ctx, bench.sources, recipe, options));
  return { preview, recipe, summary };
}

export async function rows(bench: ImportBench, sql: string) {
  const connection = await bench.ctx.connection();
  try {
    const page = await connection.query(sql, { limit: 100_000 });
    return Array.from({ length: page.rows }, (_, r) => page.values.map((v) => v[r] ?? null));
  } finally {
    await connection.close();
  }
}

/** What the last load refused: line, column, value, reason. */
export async function rejects(bench: ImportBench, entity: string) {
  const page = await readRejects(bench.ctx, { entity, offset: 0, limit: 1000 });
  return Array.from({ length: page.rows }, (_, r) => page.values.map((v) => v[r] ?? null));
}

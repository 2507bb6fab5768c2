import { mkdirSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Connection, Engine } from '../../../../core/ports/engine';
import { textLiteral } from '../../../../core/sql/quote';
import { wrongOptimisers } from '../optimisers';
import { createConnection } from './connection';
import { createInstance } from './instance';
import { openRecovering } from './recover';

export interface NativeOptions {
  /** Path of the database file, or `:memory:`. */
  file: string;
  /** Where sorts and joins that do not fit in memory go. */
  tempFolder: string;
  /** As DuckDB writes it, e.g. `2GB`. */
  memoryLimit?: string;
  threads?: number;
}

/** @throws AppError `engine-cannot-open`, `engine-in-use` */
export async function openNativeEngine({ file, tempFolder, memoryLimit, threads }: NativeOptions): Promise<Engine> {
  const options: Record<string, string> = {
    autoinstall_known_extensions: 'false',
    autoload_known_extensions: 'false',
    allow_community_extensions: 'false',
    disabled_optimizers: wrongOptimisers.native,
    temp_directory: tempFolder,
    // Kept results fill the log quickly; at the usual 16 MB every second step would stop to empty it.
    checkpoint_threshold: '128MB',
  };
  if (memoryLimit !== undefined) options.memory_limit = memoryLimit;
  if (threads !== undefined) options.threads = String(threads);
  if (file !== ':memory:') mkdirSync(dirname(file), { recursive: true });
  mkdirSync(tempFolder, { recursive: true });
  const reopen = () => openRecovering(file, options);
  const instance = createInstance(await reopen(), reopen);
  const own = createConnection(instance);
  const sparingly = await sparing(own);

  return {
    kind: 'native',
    can: { parquet: true, json: true, persist: file !== ':memory:' },
    get recovery() {
      return instance.recovery;
    },
    connect: async () => createConnection(instance),
    registerFile: async (path) => path,
    async checkpoint() {
      try {
        await own.run('CHECKPOINT');
      } catch (error) {
        if (!isBusy(error)) throw error;
      }
    },
    sparingly,
    async stats() {
      const { values } = await own.query('SELECT version(), (SELECT sum(memory_usage_bytes)::DOUBLE FROM duckdb_memory())', { limit: 1 });
      return {
        kind: 'native',
        version: String(values[0]?.[0]),
        memoryBytes: Number(values[1]?.[0] ?? 0),
        databaseBytes: file === ':memory:' ? 0 : sizeOf(file) + sizeOf(`${file}.wal`),
      };
    },
    close: () => instance.close(),
  };
}

/** With what is not counted (reading files, this process) a load of any size then stays below 2 GB. */
const sparingLimit = '1GB';

/** Holds the engine to less memory while any such work runs. */
async function sparing(own: Connection): Promise<Engine['sparingly']> {
  const { values } = await own.query("SELECT current_setting('memory_limit')", { limit: 1 });
  const usual = String(values[0]?.[0]);
  let running = 0;
  const hold = (limit: string) => own.run(`SET memory_limit = ${textLiteral(limit)}`);
  return async (work) => {
    // What statements under way hold cannot be taken from them; the work then runs beside it.
    if (running++ === 0) await hold(sparingLimit).catch(() => undefined);
    try {
      return await work();
    } finally {
      // Only an engine that was closed meanwhile refuses.
      if (--running === 0) await hold(usual).catch(() => undefined);
    }
  };
}

/** CHECKPOINT is refused while another connection writes; the log keeps what was committed. */
function isBusy(error: unknown): boolean {
  return error instanceof Error && error.cause instanceof Error && /Cannot CHECKPOINT/.test(error.cause.message);
}

function sizeOf(path: string): number {
  return statSync(path, { throwIfNoEntry: false })?.size ?? 0;
}

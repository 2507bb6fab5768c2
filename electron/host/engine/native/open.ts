import { mkdirSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Engine } from '../../../../core/ports/engine';
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

/** CHECKPOINT is refused while another connection writes; the log keeps what was committed. */
function isBusy(error: unknown): boolean {
  return error instanceof Error && error.cause instanceof Error && /Cannot CHECKPOINT/.test(error.cause.message);
}

function sizeOf(path: string): number {
  return statSync(path, { throwIfNoEntry: false })?.size ?? 0;
}

import type { Engine } from '../../../../core/ports/engine';
import { createConnection } from './connection';
import { closeDatabase, openDatabase } from './library';

/** The portable engine: everything stays in memory, nothing is downloaded, parquet, json and icu are not there. */
export async function openWasmEngine(): Promise<Engine> {
  const database = await openDatabase();
  const own = createConnection(database);
  return {
    kind: 'wasm',
    can: { parquet: false, json: false, persist: false },
    recovery: { kind: 'clean' },
    connect: async () => createConnection(database),
    async registerFile(path) {
      // Forgets what the engine remembers of an earlier file of that name.
      database.dropFile(path);
      return path;
    },
    checkpoint: async () => undefined,
    // It has nowhere else to put things.
    sparingly: (work) => work(),
    async stats() {
      const { values } = await own.query('SELECT sum(memory_usage_bytes)::DOUBLE FROM duckdb_memory()', { limit: 1 });
      return { kind: 'wasm', version: database.getVersion(), memoryBytes: Number(values[0]?.[0] ?? 0), databaseBytes: 0 };
    },
    async close() {
      await own.close();
      closeDatabase(database);
    },
  };
}

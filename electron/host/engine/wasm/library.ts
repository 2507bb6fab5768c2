import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type * as Blocking from '@duckdb/duckdb-wasm/blocking';
import { AppError } from '../../../../core/base/errors';
import { quoteText } from '../copy';
import { wrongOptimisers } from '../optimisers';

export type Database = Blocking.DuckDBBindings;

const require = createRequire(import.meta.url);

/** The library downloads extensions through a synchronous XMLHttpRequest. This one answers at once that there is none. */
class NoRequest {
  open(_method: string, url: string): never {
    throw new AppError('engine-extension-missing', { need: /(\w+)\.duckdb_extension/.exec(url)?.[1] ?? url });
  }
}

/** Starting one takes about a second, and its memory never shrinks, so a closed one is used again. */
const idle: Database[] = [];

export function closeDatabase(database: Database) {
  database.reset();
  idle.push(database);
}

/** An empty database in memory, single-threaded, that cannot reach the network. */
export async function openDatabase(): Promise<Database> {
  const database = idle.pop() ?? (await start());
  database.open({ path: ':memory:', query: { queryPollingInterval: 10 } });
  const connection = database.connect();
  connection.query('SET autoinstall_known_extensions = false');
  connection.query('SET autoload_known_extensions = false');
  connection.query(`SET disabled_optimizers = ${quoteText(wrongOptimisers.wasm)}`);
  connection.close();
  return database;
}

async function start(): Promise<Database> {
  refuseRequests();
  const library: typeof Blocking = require('@duckdb/duckdb-wasm/blocking');
  refuseRequests();
  const dist = dirname(require.resolve('@duckdb/duckdb-wasm/dist/duckdb-eh.wasm'));
  const bundle = (name: string) => ({ mainModule: join(dist, name), mainWorker: '' });
  const bundles = { mvp: bundle('duckdb-mvp.wasm'), eh: bundle('duckdb-eh.wasm') };
  const database = await library.createDuckDB(bundles, new library.VoidLogger(), library.NODE_RUNTIME);
  await database.instantiate();
  return database;
}

function refuseRequests() {
  Object.defineProperty(globalThis, 'XMLHttpRequest', { value: NoRequest, configurable: true, writable: true });
}

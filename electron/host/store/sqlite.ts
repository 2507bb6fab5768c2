import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import initSqlJs, { type Database, type SqlJsStatic } from 'sql.js';

/** A build keeps `sql-wasm.wasm` beside its bundle; from source it comes from the installed package. */
function wasmFile(): string {
  const beside = join(__dirname, 'sql-wasm.wasm');
  return existsSync(beside) ? beside : createRequire(join(__dirname, 'index.js')).resolve('sql.js/dist/sql-wasm.wasm');
}

let loaded: Promise<SqlJsStatic> | undefined;

/** SQLite as WebAssembly, loaded once per process. Its databases live in memory. */
export function loadSqlite(): Promise<SqlJsStatic> {
  loaded ??= readFile(wasmFile()).then((bytes) => {
    const wasmBinary = new ArrayBuffer(bytes.byteLength);
    new Uint8Array(wasmBinary).set(bytes);
    return initSqlJs({ wasmBinary });
  });
  return loaded;
}

/** SQLite would otherwise work inside a Buffer given to it, since a Buffer's slice is no copy. */
export function databaseFrom(sqlite: SqlJsStatic, bytes: Uint8Array): Database {
  return new sqlite.Database(Uint8Array.from(bytes));
}

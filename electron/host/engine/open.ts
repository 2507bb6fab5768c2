import { totalmem } from 'node:os';
import { join } from 'node:path';
import { isAppError } from '../../../core/base/errors';
import type { Engine } from '../../../core/ports/engine';

export interface OpenedEngine {
  engine: Engine;
  /** Why the portable engine runs although the native one was wanted. */
  fallback?: string;
}

/** A quarter of the machine's memory, but enough to work with, and no more than what helps; what does not fit goes to disk. */
function memoryLimit(): string {
  const quarter = Math.floor(totalmem() / 4 / 2 ** 20);
  return `${Math.min(Math.max(quarter, 1024), 4096)}MiB`;
}

/**
 * The native engine on `entities.duckdb` in the folder; the portable one in memory where the native one cannot be loaded here.
 * @throws AppError `engine-cannot-open`, `engine-in-use`: a database that exists is never silently replaced
 */
export async function openEngine({ folder, prefer = 'native' }: { folder: string; prefer?: 'native' | 'wasm' }): Promise<OpenedEngine> {
  if (prefer === 'wasm') return { engine: await openWasm() };
  let native: typeof import('./native/open');
  try {
    native = await import('./native/open');
  } catch (error) {
    if (isAppError(error)) throw error;
    return { engine: await openWasm(), fallback: error instanceof Error ? error.message : String(error) };
  }
  return {
    engine: await native.openNativeEngine({
      file: join(folder, 'entities.duckdb'),
      tempFolder: join(folder, '.tmp'),
      memoryLimit: memoryLimit(),
    }),
  };
}

async function openWasm(): Promise<Engine> {
  const { openWasmEngine } = await import('./wasm/open');
  return openWasmEngine();
}

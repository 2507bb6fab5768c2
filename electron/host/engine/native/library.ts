import { createRequire } from 'node:module';
import type * as Native from '@duckdb/node-api';

/**
 * Required when the native engine is first wanted, not when a bundle that holds it starts: where it cannot be loaded, the
 * portable engine takes over.
 */
export const library: typeof Native = createRequire(import.meta.url)('@duckdb/node-api');

import type { Migration } from './migration';

/** Every migration, one numbered file each, in the order they came. All documents are still in their first format. */
export const migrations: readonly Migration[] = [];

import type { Keepable } from '../../flow/saved-members';
import type { StatementOptions } from '../../ports/engine';
import type { Population } from '../../segment/population';

/** Rows of one dimension, one per key, in a table that does not change while the data does not. */
export interface Members extends Keepable {
  rows: number;
}

export interface AtMoment {
  asOf: string;
  signal?: StatementOptions['signal'];
}

export function membersIn({ dimension, key, columns, table, file }: Population, rows: number): Members {
  return { dimension, key, columns, table, rows, ...(file === undefined ? {} : { file }) };
}

/** Whether the rows are those of the entity itself. */
export function isWhole({ table, dimension }: Members): boolean {
  return table.schema === 'main' && table.name === dimension;
}

import type { Attribute } from '../../model/entity';

export interface ForeignKey {
  columns: string[];
  table: string;
  /** Empty where the key of that table is meant. */
  references: string[];
}

/** A table as `CREATE TABLE` and what comes after it say, names as written. */
export interface DdlTable {
  name: string;
  columns: Attribute[];
  /** Columns that must have a value. */
  filled: Set<string>;
  key: string[];
  uniques: string[][];
  foreignKeys: ForeignKey[];
}

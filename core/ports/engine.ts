import type { CancelSignal } from '../base/cancellation';
import type { Cell } from '../model/value';

export interface EngineColumn {
  name: string;
  /** The engine's own type name, e.g. `VARCHAR`, `DECIMAL(18,2)`. */
  type: string;
}

/** Some rows of a result, by column. `values[c][r]` is row r of column c. */
export interface Page {
  columns: EngineColumn[];
  values: Cell[][];
  rows: number;
  /** False when the result had more rows than were asked for. */
  complete: boolean;
}

export interface StatementOptions {
  /** Bound in order to `?` marks. */
  parameters?: readonly (string | number | boolean | null)[];
  signal?: CancelSignal;
  /** Called now and then with the share done, 0 to 1. */
  onProgress?: (share: number) => void;
}

export type ExportFormat =
  | { kind: 'csv'; delimiter: string; header: boolean; lineEnd: 'lf' | 'crlf'; quoteAll?: boolean }
  | { kind: 'ndjson'; gzip: boolean }
  | { kind: 'parquet' };

/** Rows pushed into a table, in column order; much faster than INSERT. Nothing is visible before `close`. */
export interface Appender {
  append(row: readonly Cell[]): void;
  /** Hands what was appended so far to the engine. */
  flush(): Promise<void>;
  close(): Promise<void>;
}

/** One line of work: its statements run one after another. Two connections work side by side and see committed data. */
export interface Connection {
  /** Binds without running. @throws AppError `sql-error` */
  describe(sql: string): Promise<EngineColumn[]>;
  /** At most `limit` rows. The rest is never fetched. @throws AppError `sql-error`, `cancelled` */
  query(sql: string, options: StatementOptions & { limit: number }): Promise<Page>;
  /** @returns rows changed or created, 0 for statements without a count */
  run(sql: string, options?: StatementOptions): Promise<number>;
  /** Streams a SELECT to a file, whole or not at all. @returns rows written */
  exportTo(sql: string, file: string, format: ExportFormat, options?: StatementOptions): Promise<number>;
  appender(table: { schema: string; name: string }): Promise<Appender>;
  /**
   * Checks that `sql` is one SELECT that reads only the tables named and touches no file, setting or catalogue.
   * @throws AppError `sql-not-select`, `sql-many-statements`, `sql-forbidden`, `sql-unknown-table`, `sql-error`
   */
  checkSelect(sql: string, tables: readonly string[]): Promise<void>;
  /**
   * One SELECT as the engine's own parser takes it apart, in the form of DuckDB's `json_serialize_sql`; nothing is bound or run.
   * Whole numbers of 16 digits and more are text. @throws AppError as `checkSelect` does, `engine-extension-missing`
   */
  parseSelect(sql: string): Promise<unknown>;
  close(): Promise<void>;
}

export interface EngineStats {
  kind: 'native' | 'wasm';
  version: string;
  memoryBytes: number;
  databaseBytes: number;
}

/** What was found when the database was opened. */
export type Recovery = { kind: 'clean' } | { kind: 'recovered'; lost: 'nothing' | 'log-tail' | 'since-checkpoint'; keptAside: string };

/** A local analytical database. Makes no network request, ever. */
export interface Engine {
  readonly kind: 'native' | 'wasm';
  /** What the engine can read and write without help. */
  readonly can: { parquet: boolean; json: boolean; persist: boolean };
  readonly recovery: Recovery;
  connect(): Promise<Connection>;
  /**
   * Makes a file of this machine readable by this engine's `read_csv` and the like.
   * @returns the name to use in SQL; it holds until the engine closes
   */
  registerFile(path: string): Promise<string>;
  /** Puts everything committed into the database file. While a transaction is open it may do nothing; the log then keeps it. */
  checkpoint(): Promise<void>;
  /** Runs work that streams through data of any size with little memory, at the cost of what was kept there for others. */
  sparingly<T>(work: () => Promise<T>): Promise<T>;
  stats(): Promise<EngineStats>;
  close(): Promise<void>;
}

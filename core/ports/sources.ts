import type { CancelSignal } from '../base/cancellation';
import type { Dialect } from '../model/recipe';

export type Encoding = Dialect['encoding'];

/** A file the engine can read: UTF-8 text, or a format it knows itself. */
export interface Prepared {
  path: string;
  /** Forgets what was made for the engine. The file that was given stays. */
  release(): Promise<void>;
}

export interface TextRequest {
  dialect: Dialect;
  columns: number;
  /** The text was made of a sheet: line ends within values are none of its rows. */
  sheet: boolean;
  /** Byte positions, counted from 0, inside records that the reader refused. */
  refused: readonly number[];
}

export interface LineRequest extends TextRequest {
  /** Records that were read, counted from 0 without the refused ones, the header and blank lines. */
  records: readonly number[];
}

/** From this record on, counted as in `LineRequest`, each begins on the line after the one before; this one on `line`. */
export interface LineRun {
  record: number;
  line: number;
}

/** Files to load, anywhere on the machine. */
export interface Sources {
  /** `modified` in milliseconds since 1970. @throws AppError `import-file-missing`, `import-not-a-file`, `import-file-unreadable` */
  stat(path: string): Promise<{ bytes: number; name: string; modified: number }>;
  /** The first bytes decide between formats without a telling name. */
  looksLike(path: string): Promise<'parquet' | 'xlsx' | 'text'>;
  /** @throws AppError `import-file-empty`, `import-not-text` */
  sniffEncoding(path: string): Promise<Encoding>;
  /** Gives text to the engine as UTF-8. */
  prepareText(path: string, encoding: Encoding, signal?: CancelSignal): Promise<Prepared>;
  /** Gives one sheet to the engine as CSV (RFC 4180, UTF-8, one record per row of the sheet, of which `blank` come before the first filled one). @throws AppError `import-bad-xlsx`, `import-xlsx-too-large` */
  prepareSheet(path: string, sheet: string | undefined): Promise<Prepared & { sheet: string; blank: number }>;
  sheets(path: string): Promise<string[]>;
  /** Lines of the file, counted from 1, on which records begin. */
  lines(path: string, request: LineRequest): Promise<{ refused: number[]; records: number[] }>;
  /** The same of every record, in the order of the file. */
  lineRuns(path: string, request: TextRequest): Promise<{ refused: number[]; runs: LineRun[] }>;
}

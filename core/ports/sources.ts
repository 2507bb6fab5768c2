import type { CancelSignal } from '../base/cancellation';
import type { Dialect } from '../model/recipe';

export type Encoding = Dialect['encoding'];

/** A file the engine can read: UTF-8 text, or a format it knows itself. */
export interface Prepared {
  path: string;
  /** Bytes of the file were no text in its encoding; U+FFFD stands for them. */
  damaged?: boolean;
  /** Only its beginning was made; the last record of it may not be whole. */
  cut?: boolean;
  /** Forgets what was made for the engine. The file that was given stays. */
  release(): Promise<void>;
}

/** How much is made for the engine, and for how long. */
export interface Making {
  signal?: CancelSignal | undefined;
  /** So many bytes of text are enough, from the beginning. */
  head?: number | undefined;
  /** So many rows of a sheet are enough, from the first. */
  rows?: number | undefined;
  /** When released it stays for the next reading of the same file, as long as that is not changed. */
  keep?: boolean | undefined;
}

export interface RewriteRequest {
  dialect: Dialect;
  columns: number;
  /** The text was made of a sheet: its rows are counted, not lines. */
  sheet: boolean;
  /** U+FFFD in it stands for what was no text. */
  damaged: boolean;
  /** The text ends where it was cut: what is left of it is no record. */
  cut?: boolean | undefined;
  /** So many records are enough, from the first. */
  most?: number | undefined;
  /** Of records after the first, those that end within so many characters are enough. */
  within?: number | undefined;
  /** Columns that are written, by their place; all when absent. */
  take?: readonly number[] | undefined;
}

export interface PickRequest {
  dialect: Dialect;
  columns: number;
  sheet: boolean;
  /** On which the records begin that are wanted, counted as in rejects, rising. */
  lines: readonly number[];
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

/** `json`: text that begins as an object or a list of objects does. */
export type Looks = 'parquet' | 'xlsx' | 'zip' | 'gzip' | 'json' | 'text';

/** A sheet of a workbook; nobody who opens it sees a hidden one. */
export interface Sheet {
  name: string;
  hidden: boolean;
}

/** A list of objects within the one object that JSON text is. */
export interface JsonList {
  /** Names of the fields that lead to it. */
  path: string[];
  /** Where it begins and ends, in characters. */
  from: number;
  to: number;
}

export interface JsonLists {
  lists: JsonList[];
  /** Fields of the object that neither are such lists nor lead to one. */
  beside: string[];
  /** The text ends within the object. */
  unfinished: boolean;
}

/** Files to load, anywhere on the machine. */
export interface Sources {
  /** `modified` in milliseconds since 1970. @throws AppError `import-file-missing`, `import-not-a-file`, `import-file-unreadable` */
  stat(path: string): Promise<{ bytes: number; name: string; modified: number }>;
  /** The first bytes decide between formats without a telling name, and what is in it between archives. */
  looksLike(path: string): Promise<Looks>;
  /** Names of the files in a ZIP archive that may hold data. @throws AppError `import-bad-zip` */
  members(path: string): Promise<string[]>;
  /** Gives a file of an archive as one of its own. @throws AppError `import-bad-zip`, `import-zip-bomb`, `cancelled` */
  unpackMember(path: string, member: string, making?: Making): Promise<Prepared>;
  /** @throws AppError `import-file-empty`, `import-not-text`, `import-other-format` */
  sniffEncoding(path: string): Promise<Encoding>;
  /** Gives text to the engine as UTF-8. @param making `bare`: without a byte order mark, which the engine knows before CSV alone */
  prepareText(path: string, encoding: Encoding, making?: Making & { bare?: boolean }): Promise<Prepared>;
  /** Gives one sheet to the engine as CSV (RFC 4180, UTF-8, one record per row of the sheet). Cells beside the columns of its first 50,000 rows end their record. @throws AppError `import-bad-xlsx`, `import-xlsx-too-large` */
  prepareSheet(path: string, sheet: string | undefined, making?: Omit<Making, 'head'>): Promise<Prepared & { sheet: string }>;
  /** The first 4 MiB of UTF-8 text at a path of `Prepared`, without a byte order mark. */
  sampleText(path: string): Promise<{ text: string; whole: boolean }>;
  /** Gives text in UTF-8 to the engine as CSV of `rewrittenColumns`, then `c0`… of those taken; for dialects that it cannot read itself. */
  rewriteText(path: string, request: RewriteRequest, making?: Omit<Making, 'head' | 'rows'>): Promise<Prepared>;
  /** Gives the objects at the start of JSON text in UTF-8 as JSON: the first, and those that end within so many characters. `cut` where there may be more; undefined where none ends. */
  startOfJson(path: string, within: number): Promise<Prepared | undefined>;
  /** Reads JSON text in UTF-8 up to where it is known to be more than one object. @throws AppError `cancelled` */
  listsOfJson(path: string, signal?: CancelSignal): Promise<JsonLists>;
  /** Gives one of its lists as JSON text of its own. @throws AppError `cancelled` */
  takeList(path: string, list: JsonList, making?: Omit<Making, 'rows'>): Promise<Prepared>;
  /** Hidden ones last. @throws AppError `import-bad-xlsx` */
  sheets(path: string): Promise<Sheet[]>;
  /** Writes the header and some records of UTF-8 text as they stand, in the encoding of the dialect, to a file on the machine. */
  pickRecords(path: string, to: string, request: PickRequest): Promise<void>;
  /** Lines of the file, counted from 1, on which records begin. */
  lines(path: string, request: LineRequest): Promise<{ refused: number[]; records: number[] }>;
  /** The same of every record, in the order of the file. */
  lineRuns(path: string, request: TextRequest): Promise<{ refused: number[]; runs: LineRun[] }>;
}

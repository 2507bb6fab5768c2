import { z } from 'zod';
import { dataType } from './entity';
import { id, name } from './names';
import { literal } from './value';

export const fileFormats = ['csv', 'ndjson', 'json', 'parquet', 'xlsx'] as const;

/** How the text of a delimited file is cut into records and values. `quote` and `escape` may be empty: none. */
export const dialect = z.strictObject({
  encoding: z.enum(['utf-8', 'utf-16le', 'utf-16be', 'windows-1252', 'iso-8859-1', 'macintosh']),
  delimiter: z.string().min(1).max(4),
  quote: z.string().max(1),
  escape: z.string().max(1),
  header: z.boolean(),
  skip: z.number().int().nonnegative(),
  /** Rules of the standard are bent: stray quotes are text, short records are filled with empty values. */
  tolerant: z.boolean().optional(),
});
export type Dialect = z.infer<typeof dialect>;

/**
 * One column of the file and the attribute it becomes. `dateFormat` is written as DuckDB's strptime takes it. A `generated`
 * attribute is in no file: it numbers the records from 1, where nothing in them is a key; appended records are numbered on.
 */
export const columnMapping = z.strictObject({
  source: z.string(),
  attribute: name,
  type: dataType,
  scale: z.number().int().min(0).max(18).optional(),
  dateFormat: z.string().optional(),
  decimalComma: z.boolean().optional(),
  generated: z.literal('row-number').optional(),
  ignore: z.boolean().optional(),
});
export type ColumnMapping = z.infer<typeof columnMapping>;

/** A column of a file that a flow reads, with what is done about its values before they are read as the type. */
export const fileColumn = z.strictObject({
  ...columnMapping.shape,
  /** Drops blanks around the value. */
  trim: z.boolean().optional(),
  case: z.enum(['lower', 'upper']).optional(),
  /** Values and what stands for them, after the two above. */
  remap: z.array(z.strictObject({ from: z.string(), to: z.string() })).optional(),
  /** A value that `remap` does not name is refused, as one that is not of the type is. */
  onlyRemapped: z.boolean().optional(),
  /** What is done about an empty value; it is kept when absent. `reject` refuses the line. */
  whenEmpty: z.enum(['keep', 'default', 'reject']).optional(),
  /** What is done about a refused value: the line is refused (also when absent), or the value is emptied or replaced. */
  whenRefused: z.enum(['reject', 'empty', 'default']).optional(),
  default: literal.optional(),
});
export type FileColumn = z.infer<typeof fileColumn>;

export const loadModes = ['replace', 'append', 'upsert', 'changes'] as const;
export type LoadMode = (typeof loadModes)[number];

/** A file and how it is read. */
export const fileSource = z.strictObject({
  path: z.string().min(1),
  format: z.enum(fileFormats),
  dialect: dialect.optional(),
  /** XLSX: the sheet's name. */
  sheet: z.string().optional(),
});
export type FileSource = z.infer<typeof fileSource>;

export const recipeFormat = 1;

/** Everything needed to load the same file again. */
export const recipe = z.strictObject({
  format: z.literal(recipeFormat),
  id,
  entity: name,
  source: fileSource,
  columns: z.array(columnMapping).min(1),
  key: z.array(name).min(1),
  mode: z.enum(loadModes),
});
export type Recipe = z.infer<typeof recipe>;

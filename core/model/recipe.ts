import { z } from 'zod';
import { dataType, type Labelling, personalLabels } from './entity';
import { id, name } from './names';
import { sqlText } from './query';
import { literal } from './value';
import { parameter } from './variable';

export const fileFormats = ['csv', 'ndjson', 'json', 'parquet', 'xlsx'] as const;

/** What text may be written in; names as the WHATWG and IANA have them. */
export const encodings = [
  'utf-8',
  'utf-16le',
  'utf-16be',
  'windows-1252',
  'iso-8859-1',
  'iso-8859-15',
  'macintosh',
  'windows-1250',
  'iso-8859-2',
  'windows-1251',
  'koi8-r',
  'windows-1253',
  'windows-1254',
  'windows-1255',
  'windows-1256',
  'windows-1257',
  'windows-1258',
  'cp437',
  'cp850',
  'shift_jis',
  'euc-jp',
  'gb18030',
  'big5',
  'euc-kr',
] as const;

/** How the text of a file is cut into records and values. `quote` and `escape` may be empty: none. */
export const dialect = z.strictObject({
  encoding: z.enum(encodings),
  delimiter: z.string().min(1).max(8),
  quote: z.string().max(1),
  escape: z.string().max(1),
  header: z.boolean(),
  /** Lines before the header, or before the first record. */
  skip: z.number().int().nonnegative(),
  /** Rows of names, where there are several: those above name groups of columns. */
  headerRows: z.number().int().min(2).max(8).optional(),
  /** Records begin with a value for which the row of names has none, as in what R writes. */
  rowNames: z.literal(true).optional(),
  /** What ends a record, instead of a line end. */
  terminator: z.string().min(1).max(8).optional(),
  /** Line ends of several kinds occur. */
  lineEnds: z.literal('mixed').optional(),
  /** Where columns begin, in characters from 0: values stand in columns, not between delimiters. */
  starts: z.array(z.number().int().nonnegative()).min(2).max(2000).optional(),
  /** Blanks, as many as there are, stand between values; with `starts`, at least one before each column. */
  aligned: z.literal(true).optional(),
  /**
   * Lines are drawn between records, as database clients and Markdown do. `boxed`: a delimiter stands at both ends of each record as well;
   * `open`: only between values. A record with more or fewer values than others is refused.
   */
  ruled: z.enum(['boxed', 'open']).optional(),
  /** Blanks around values are no part of them. */
  trim: z.literal(true).optional(),
  /** So many lines at the end are no records: totals, remarks, other tables. They are refused. */
  footer: z.number().int().positive().max(1000).optional(),
  /** Rules of the standard are bent. `quotes`: stray quotes are text; `true`: short records are filled with empty values as well. */
  tolerant: z.union([z.boolean(), z.literal('quotes')]).optional(),
});
export type Dialect = z.infer<typeof dialect>;

/** What a person calls a table: the file or the file in an archive, and the sheet. */
export function tableCalled({ path, member, sheet }: Partial<Pick<FileSource, 'path' | 'member' | 'sheet'>>): string {
  return [member ?? path, sheet].filter((part) => part !== undefined).join(' › ');
}

/** The same without where on the disk it lies. */
export function tableNamed({ path, ...within }: Pick<FileSource, 'path' | 'member' | 'sheet'>): string {
  return tableCalled({ ...within, path: fileName(path) });
}

/** The last part of a path, on any system. */
export const fileName = (path: string): string => path.split(/[\\/]/).at(-1) ?? path;

/**
 * One column of the file and the attribute it becomes. `dateFormat` is written as DuckDB's strptime takes it; moments that say how
 * far they are from UTC become wall time in `zone`, an IANA name. A `generated`
 * attribute is in no file: it numbers the records from 1, where nothing in them is a key; appended records are numbered on.
 */
export const columnMapping = z.strictObject({
  source: z.string(),
  attribute: name,
  type: dataType,
  scale: z.number().int().min(0).max(18).optional(),
  dateFormat: z.string().optional(),
  zone: z.string().min(1).optional(),
  decimalComma: z.boolean().optional(),
  generated: z.literal('row-number').optional(),
  ignore: z.boolean().optional(),
});
export type ColumnMapping = z.infer<typeof columnMapping>;

/** What the attribute that a column of a file becomes holds of a person. */
export const columnLabel = z.strictObject({ source: z.string(), personal: z.enum(personalLabels) });
export type ColumnLabel = z.infer<typeof columnLabel>;

/** What attributes are labelled as where nobody says otherwise. */
export function labelledAsProposed(columns: readonly ColumnMapping[], labels: readonly ColumnLabel[]): Labelling[] {
  return columns.flatMap(({ source, attribute }) => {
    const personal = labels.find((label) => label.source === source)?.personal;
    return personal === undefined ? [] : [{ attribute, personal }];
  });
}

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
  /** XLSX: the sheet's name. JSON: the names of the fields that lead to a list of objects within one object, with dots between. */
  sheet: z.string().optional(),
  /** ZIP: the name of the file in it. */
  member: z.string().optional(),
  /** JSON: fields of objects within objects are columns of their own; otherwise such an object is kept as its text. */
  flatten: z.boolean().optional(),
  /** JSON: fields are looked for in all objects; otherwise in those at the beginning, and objects with others are refused. */
  allFields: z.boolean().optional(),
  /** Names of the columns that are taken; all when absent. The others are read past, so a file may have any number of them. */
  only: z.array(z.string()).min(1).optional(),
});
export type FileSource = z.infer<typeof fileSource>;

/** What is said of how a file is read; the rest is found. */
export const readAs = z.strictObject({
  ...fileSource.omit({ path: true, dialect: true }).partial().shape,
  dialect: dialect.partial().optional(),
});
export type ReadAs = z.infer<typeof readAs>;

export const recipeFormat = 2;

const common = { format: z.literal(recipeFormat), id, entity: name, key: z.array(name).min(1) };

/** Everything needed to load the same file again. */
export const fileRecipe = z.strictObject({
  ...common,
  kind: z.literal('file'),
  source: fileSource,
  columns: z.array(columnMapping).min(1),
  mode: z.enum(loadModes),
});
export type FileRecipe = z.infer<typeof fileRecipe>;
export type Format = FileRecipe['source']['format'];

/** A SELECT whose rows replace those of the entity. `$today` and `$now` are those of each load. */
export const queryRecipe = z.strictObject({
  ...common,
  kind: z.literal('query'),
  sql: sqlText.min(1),
  parameters: z.array(parameter).max(50).default([]),
});
export type QueryRecipe = z.infer<typeof queryRecipe>;

/** How the rows of an entity are had again. */
export const recipe = z.discriminatedUnion('kind', [fileRecipe, queryRecipe]);
export type Recipe = z.infer<typeof recipe>;

import { z } from 'zod';
import { entity, link } from './entity';
import { id, name } from './names';
import { problem } from './problem';
import { columnLabel, columnMapping, dialect, fileFormats, loadModes, recipe } from './recipe';
import { rowsPage } from './report';

const count = z.number().int().nonnegative();
const share = z.number().min(0).max(1);

/** What can be chosen of a file, also where it cannot be read as it was found: files of an archive, sheets, columns by name. */
export const fileParts = z.strictObject({
  /** By its name and its beginning. */
  format: z.enum(fileFormats),
  members: z.array(z.string()),
  sheets: z.array(z.string()),
  columns: z.array(z.string()),
});
export type FileParts = z.infer<typeof fileParts>;

/** What is known of a file before it is loaded. Every guess can be changed and previewed again. */
export const importPreview = z.strictObject({
  path: z.string(),
  format: z.enum(fileFormats),
  bytes: count,
  dialect: dialect.optional(),
  /** How sure the detection is: `strict` follows the standard, `broken` but for some records that will be refused, `tolerant` had to bend rules. */
  confidence: z.enum(['strict', 'broken', 'tolerant']).optional(),
  /** Hidden ones last. */
  sheets: z.array(z.string()),
  hidden: z.array(z.string()),
  sheet: z.string().optional(),
  /** Of an archive, the files in it that can be read, and the one that was. */
  members: z.array(z.string()).optional(),
  member: z.string().optional(),
  columns: z.array(columnMapping),
  /** Proposed by what columns are called and what is in them. */
  labels: z.array(columnLabel),
  sample: rowsPage,
  entity: name,
  key: z.array(name),
  keyUnique: z.boolean().nullable(),
  problems: z.array(problem),
});
export type ImportPreview = z.infer<typeof importPreview>;

/** Rows that lack a part of a key, and rows whose key another row has before them. */
export const measuredKey = z.strictObject({ empty: count, repeated: count });
export type MeasuredKey = z.infer<typeof measuredKey>;

/** What the beginning of a file becomes with these columns and this key. */
export const triedReading = z.strictObject({
  rows: count,
  /** Records beside them that do not fit and are refused as a whole. */
  broken: count,
  /** That was the whole file. */
  whole: z.boolean(),
  /** Those of which values are refused, and the first of these. */
  columns: z.array(
    z.strictObject({ attribute: name, refused: count, first: z.strictObject({ line: count, value: z.string().nullable() }) }),
  ),
  key: measuredKey,
  sample: rowsPage,
  /** What is refused in the sample, by its row. */
  refused: z.array(z.strictObject({ row: count, attribute: z.string(), value: z.string().nullable() })),
});
export type TriedReading = z.infer<typeof triedReading>;

export const importProgress = z.strictObject({
  stage: z.enum(['reading', 'staging', 'casting', 'checking', 'committing']),
  share,
  rows: count,
  bytes: count,
});
export type ImportProgress = z.infer<typeof importProgress>;

export const importSummary = z.strictObject({
  load: id,
  entity,
  mode: z.enum(loadModes),
  read: count,
  loaded: count,
  rejected: count,
  added: count,
  changed: count,
  unchanged: count,
  deleted: count,
  recipe,
  committed: z.boolean(),
  /** Links that do not hold with these rows. */
  problems: z.array(problem),
});
/**
 * `read = loaded + rejected`. `loaded = added + changed + unchanged`, plus `deleted` in mode `changes`; in mode `replace`,
 * `deleted` are rows of before that the file no longer has. `committed` is false after a dry run.
 */
export type ImportSummary = z.infer<typeof importSummary>;

/**
 * What became of one entity when its recipe was run again. `same` left it alone, since what it is loaded from is as it was; `follows`
 * will be computed once what it reads was loaded, and what would change is not known before.
 */
export const refreshed = z.strictObject({
  entity: name,
  outcome: z.enum(['loaded', 'checked', 'follows', 'same', 'failed']),
  summary: importSummary.optional(),
  problem: problem.optional(),
});
export type Refreshed = z.infer<typeof refreshed>;

/** How an entity stands to the file or the query it came from, and what of its last load was refused. */
export const entityHealth = z.strictObject({
  entity: name,
  recipe: z.enum(['file', 'query']).nullable(),
  file: z.string().nullable(),
  /** Entities that a query read and that are not as they were. */
  newer: z.array(name),
  /** `missing`: the file, or something the query reads; `unknown` where nothing was kept to compare with. */
  source: z.enum(['same', 'changed', 'missing', 'unknown', 'none']),
  rejected: count,
  problems: z.array(problem),
});
export type EntityHealth = z.infer<typeof entityHealth>;

export const linkProposal = z.strictObject({
  link,
  /** Share of non-empty `from` values that exist in `to`. */
  matchRate: share,
  orphansFrom: count,
  orphansTo: count,
  cardinality: z.enum(['1-1', 'N-1', 'N-N']),
});
export type LinkProposal = z.infer<typeof linkProposal>;

/** What some rows of `from` say of a link, before all are counted. */
export const linkGuess = z.strictObject({ link, rows: count, matchRate: share });
export type LinkGuess = z.infer<typeof linkGuess>;

/** How far proposing links has come: what some rows tell once that is known, then what all rows do, link by link. */
export const linkProgress = z.strictObject({ share, guesses: z.array(linkGuess).optional(), proposal: linkProposal.optional() });
export type LinkProgress = z.infer<typeof linkProgress>;

/**
 * How many rows name a profile, exactly: `rows = empty + matched + orphans`; `ambiguous` are those of `matched` that name several.
 */
export const matches = z.strictObject({
  rows: count,
  empty: count,
  matched: count,
  orphans: count,
  ambiguous: count,
  /** Profiles that are named at least once. */
  profiles: count,
});
export type Matches = z.infer<typeof matches>;

/** Rows of a bound entity, by an identity. For the profile entity itself `matched` are the rows with a value. */
export const identityMatch = z.strictObject({ namespace: name, entity: name, attribute: name, ...matches.shape });
export type IdentityMatch = z.infer<typeof identityMatch>;

/** Rows of a table that says what people agreed to, what they were sent or who must not be contacted, `list` by its name. */
export const tableMatch = z.strictObject({
  kind: z.enum(['consent', 'history', 'suppression']),
  list: name.optional(),
  entity: name,
  ...matches.shape,
});
export type TableMatch = z.infer<typeof tableMatch>;

export const reconciliation = z.strictObject({ identities: z.array(identityMatch), tables: z.array(tableMatch) });
export type Reconciliation = z.infer<typeof reconciliation>;

/** What reading DDL made, or would make when not `committed`. */
export const ddlReport = z.strictObject({
  entities: z.array(entity),
  /** Entities that were there before and stay as they are. */
  existing: z.array(name),
  links: z.array(link),
  committed: z.boolean(),
  problems: z.array(problem),
});
export type DdlReport = z.infer<typeof ddlReport>;

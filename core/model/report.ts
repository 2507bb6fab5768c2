import { z } from 'zod';
import { asOf, saveAudience } from './activity';
import { dataTypes, personalLabels } from './entity';
import { id, instant, name } from './names';
import { field } from './population';
import { problem } from './problem';
import { transitionCount, waterfall } from './run';
import { raisedAlert, signal } from './steering';
import { cell } from './value';

const count = z.number().int().nonnegative();

/** Some rows by column: `values[c][r]`. `total` is the exact number of rows of the whole result. */
export const rowsPage = z.strictObject({
  /** `personal` where values come from labelled attributes, whatever the column is called. */
  columns: z.array(z.strictObject({ name: z.string(), type: z.string(), personal: z.enum(personalLabels).optional() })),
  values: z.array(z.array(cell)),
  rows: count,
  offset: count,
  total: count.nullable(),
});
export type RowsPage = z.infer<typeof rowsPage>;

const columnType = z.enum([...dataTypes, 'list']);

/** A bar of a distribution: one value (`from` = `to`) or a range. */
export const bar = z.strictObject({ from: cell, to: cell, rows: count });

export const columnProfile = z.strictObject({
  name: z.string(),
  type: z.string(),
  rows: count,
  empty: count,
  distinct: count,
  min: cell,
  max: cell,
  kind: z.enum(['values', 'histogram']),
  bars: z.array(bar),
  /** Rows not in any bar: values beyond the most frequent. */
  others: count,
});
export type ColumnProfile = z.infer<typeof columnProfile>;

export const valueOrders = ['rows', 'value'] as const;

export const binMethods = ['width', 'quantile'] as const;
export type BinMethod = (typeof binMethods)[number];

/**
 * Rows by ranges that leave nothing out: each bar holds the values after the `to` of the one before up to its own. `others` have
 * no place on the line, such as infinity. `rows = empty + others + Σ bars`.
 */
export const histogram = z.strictObject({ field, type: columnType, rows: count, empty: count, others: count, bars: z.array(bar) });
export type Histogram = z.infer<typeof histogram>;

/**
 * Some of the values of a field with their rows. `rows = empty + Σ rows of all values`; `matching` are the values that hold what
 * was searched for, all without a search.
 */
export const valueList = z.strictObject({
  field,
  type: columnType,
  rows: count,
  empty: count,
  distinct: count,
  matching: z.strictObject({ values: count, rows: count }),
  offset: count,
  values: z.array(z.strictObject({ value: cell, rows: count })),
});
export type ValueList = z.infer<typeof valueList>;

/** What can be asked of a population, along single-valued links too. */
export const fieldList = z.array(
  z.strictObject({
    field,
    entity: name,
    type: columnType,
    scale: z.number().int().optional(),
    personal: z.enum(personalLabels).optional(),
    origin: z.enum(['key', 'column', 'attribute']),
  }),
);
export type FieldList = z.infer<typeof fieldList>;
export type ListedField = FieldList[number];

export const profileGroup = z.strictObject({
  kind: z.enum(['value', 'range', 'empty', 'other']),
  from: cell,
  to: cell,
  audience: count,
  base: count,
  both: count,
  index: z.number().nullable(),
  z: z.number().nullable(),
});
/** A value (`from` = `to`), a range as in a histogram, the empty ones or all others, with exact rows in the audience, the base and both. */
export type ProfileGroup = z.infer<typeof profileGroup>;

export const fieldProfile = z.strictObject({
  field,
  entity: name,
  type: columnType,
  /** Where values come from labelled attributes. */
  personal: z.enum(personalLabels).optional(),
  /** Different values in audience and base. */
  distinct: count.optional(),
  /** The largest |z| of its groups; they are in that order. */
  strength: z.number().nonnegative(),
  groups: z.array(profileGroup),
});
export type FieldProfile = z.infer<typeof fieldProfile>;

/**
 * How an audience differs from a base, the fields that differ most first. Groups of a field add up to the totals.
 * `skipped` fields tell nothing about groups of rows: nearly every row has a value of its own, or there are more values than can be told.
 */
export const audienceProfile = z.strictObject({
  dimension: name,
  asOf,
  audience: count,
  base: count,
  both: count,
  fields: z.array(fieldProfile),
  skipped: z.array(z.strictObject({ field, reason: z.enum(['unique', 'many', 'list']) })),
});
export type AudienceProfile = z.infer<typeof audienceProfile>;

export const countProgress = z.strictObject({ done: count, steps: count, counted: z.array(transitionCount) });

/** Exact counts of every transition of one campaign at one as-of, and how much of it was already known. */
export const countReport = z.strictObject({
  campaign: id,
  asOf,
  counts: z.array(transitionCount),
  reused: count,
  computed: count,
  problems: z.array(problem),
});
export type CountReport = z.infer<typeof countReport>;

export const missingValue = z.strictObject({ activity: id, field: z.string(), rows: count, required: z.boolean() });

/** `sendAt`: when it is to go out; `null` is at once. */
export const plannedFile = z.strictObject({ activity: id, file: z.string(), rows: count, sendAt: instant.nullable() });

/** What a save does to an audience: members who come, go and stay; `rows` are there afterwards, `added + kept`. */
export const saveChange = z.strictObject({
  audience: id,
  mode: saveAudience.shape.mode,
  added: count,
  removed: count,
  kept: count,
  rows: count,
});
export type SaveChange = z.infer<typeof saveChange>;

const side = z.strictObject({ audience: id, asOf, rows: count });

/** An audience at two moments, or two audiences: `before.rows = left + stayed`, `after.rows = entered + stayed`. */
export const audienceDiff = z.strictObject({ dimension: name, before: side, after: side, entered: count, left: count, stayed: count });
export type AudienceDiff = z.infer<typeof audienceDiff>;

/**
 * Every one of the 2^n − 1 regions of n audiences, also those without rows; they add up to `union`. `rules`: all are live rules, so that a
 * region can be saved as one.
 */
export const audienceOverlap = z.strictObject({
  dimension: name,
  asOf,
  audiences: z.array(z.strictObject({ audience: id, rows: count })),
  regions: z.array(z.strictObject({ inside: z.array(id), rows: count })),
  union: count,
  rules: z.boolean(),
});
export type AudienceOverlap = z.infer<typeof audienceOverlap>;

/** What a run would do. Nothing that lasts is written. */
export const rehearsal = z.strictObject({
  campaign: id,
  name,
  asOf,
  rehearsedAt: instant,
  counts: z.array(transitionCount),
  waterfalls: z.array(waterfall),
  missing: z.array(missingValue),
  files: z.array(plannedFile),
  saves: z.array(saveChange.extend({ activity: id })),
  /** Activities the run would not come to. */
  skipped: z.array(id),
  alerts: z.array(raisedAlert),
  signals: z.array(signal),
  problems: z.array(problem),
  /** Of the campaigns the signals would start, in the order of the signals; none while there are errors. */
  get chained(): z.ZodArray<typeof rehearsal> {
    return z.array(rehearsal);
  },
});
export type Rehearsal = z.infer<typeof rehearsal>;

/** One statement of a flow: the rows of `outputs`, or of a step of its activity on the way to them, named `output`. */
export const stepSql = z.strictObject({
  activity: id,
  label: z.string(),
  output: z.string(),
  outputs: z.array(z.strictObject({ activity: id, output: z.string() })),
  table: z.string(),
  hash: z.string(),
  sql: z.string(),
});
export type StepSql = z.infer<typeof stepSql>;

export const deliveryState = z.enum(['freezing', 'frozen', 'syncing', 'waiting', 'delivered', 'stopped']);

/** One delivery folder. */
export const deliverySummary = z.strictObject({
  folder: z.string(),
  campaign: id,
  message: id,
  channel: z.string(),
  recipients: count,
  state: deliveryState,
  frozenAt: instant.nullable(),
  /** Of the run it came of, where that is asked for and known. */
  asOf: instant.optional(),
  /** When it is to go out; absent is at once. */
  sendAt: instant.optional(),
  deliveredAt: instant.nullable(),
  /** SHA-256 of the manifest; the delivery's name at every endpoint. */
  manifest: z.string(),
  /** Why it waits or stopped. */
  problem: problem.optional(),
});
export type DeliverySummary = z.infer<typeof deliverySummary>;

export const syncProgress = z.strictObject({
  folder: z.string(),
  chunksDone: count,
  chunks: count,
  state: deliveryState,
  waitingSeconds: z.number().optional(),
});

export const ranCampaign = z.strictObject({ campaign: id, runs: z.number().int().positive(), last: instant });
/** A campaign that has run: how often, and when its last run began. */
export type RanCampaign = z.infer<typeof ranCampaign>;

export const exportSummary = z.strictObject({
  message: id,
  folder: z.string(),
  files: z.array(z.strictObject({ file: z.string(), rows: count, bytes: count, sha256: z.string() })),
  /** How many of the rows are seeds. */
  seeds: count,
  manifest: z.string(),
});
export type ExportSummary = z.infer<typeof exportSummary>;

/**
 * Mail that was written, as its manifest tells of it. `inside` the workspace, or `outside` of it in an absolute `folder`; `missing` is
 * what was written outside and is not there now, of which the audit log tells.
 */
export const mailPackage = exportSummary.omit({ seeds: true }).extend({
  place: z.enum(['inside', 'outside', 'missing']),
  /** The folder as the system names it. */
  path: z.string(),
  campaign: z.strictObject({ id, name: z.string() }),
  asOf: instant,
  /** When it is to go out; absent is at once. */
  sendAt: instant.optional(),
});
export type MailPackage = z.infer<typeof mailPackage>;

/** A workspace opened before: free to be opened, open in another process, or no longer in its folder. */
export const recentWorkspace = z.strictObject({
  folder: z.string(),
  name: z.string(),
  openedAt: z.string(),
  state: z.enum(['free', 'in-use', 'gone']),
});
export type RecentWorkspace = z.infer<typeof recentWorkspace>;

export const workspaceSummary = z.strictObject({
  id,
  name,
  folder: z.string(),
  zone: z.string(),
  engine: z.strictObject({ kind: z.enum(['native', 'wasm']), version: z.string(), memoryBytes: count, databaseBytes: count }),
  entities: count,
  rows: count,
  campaigns: count,
  audiences: count,
  deliveries: count,
  /** What was recovered when it was opened, as problems; empty after a clean shutdown. */
  notices: z.array(problem),
});
export type WorkspaceSummary = z.infer<typeof workspaceSummary>;

/**
 * What the engine has and holds: `memoryLimit` as it writes it, `spilledBytes` in temporary files, where work that does not fit into
 * memory goes, and the cells (rows × columns) of kept worktables, of which the longest unused are dropped beyond `worktableBudget`.
 */
export const engineState = z.strictObject({
  threads: count,
  memoryLimit: z.string(),
  memoryBytes: count,
  databaseBytes: count,
  spilledBytes: count,
  worktables: count,
  worktableRows: count,
  worktableCells: count,
  worktableBudget: count,
});
export type EngineState = z.infer<typeof engineState>;

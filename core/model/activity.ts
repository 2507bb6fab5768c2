import { z } from 'zod';
import { path } from './entity';
import { directMailMessage, emailMessage, order } from './message';
import { id, instant, name } from './names';
import { fileColumn, fileSource } from './recipe';
import { aggregateFunctions, comparisons, rule } from './rule';
import { argument, literal, variableReference } from './value';

const common = {
  id,
  label: z.string().max(200).optional(),
  note: z.string().max(4000).optional(),
  /** A disabled activity and everything after it does not run. */
  disabled: z.boolean().optional(),
  /** Also emit the rows that were not passed on. */
  complement: z.boolean().optional(),
  /** What follows does not run when nobody is passed on. */
  stopWhenEmpty: z.boolean().optional(),
};

/** How many rows: a number, or an exact percent of them. */
const size = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('count'), count: z.number().int().nonnegative() }),
  z.strictObject({ kind: z.literal('percent'), percent: z.number().min(0).max(100) }),
]);
export type Size = z.infer<typeof size>;

export const buildAudience = z.strictObject({ ...common, type: z.literal('build-audience'), dimension: name, rule });

export const readAudience = z.strictObject({
  ...common,
  type: z.literal('read-audience'),
  audience: id,
  /** From the audience's dimension to ours, when they differ. */
  path: path.optional(),
  /** Added to each member, along single-valued links from its own dimension. */
  attributes: z.array(z.strictObject({ path: path.optional(), attribute: name, as: name })).optional(),
});

/** Rows not seen by earlier confirmed runs. */
export const incrementalQuery = z.strictObject({
  ...common,
  type: z.literal('incremental-query'),
  dimension: name,
  rule,
  memory: z.discriminatedUnion('kind', [
    /**
     * The attribute is after the as-of of the last run and not after this one's. The first run takes all that is not after its
     * own, rows without a value too.
     */
    z.strictObject({ kind: z.literal('date'), path: path.optional(), attribute: name }),
    /** The key was not passed on in the last `days` days; 0 is ever. */
    z.strictObject({ kind: z.literal('key'), days: z.number().int().nonnegative() }),
  ]),
});

/**
 * Rows of a file, read when the flow runs and kept nowhere. Their dimension is `file`, their key `line`: the line on which a
 * record begins, of a sheet its row, of JSON and Parquet the record's number, from 1. The complement has the refused records
 * with `column`, `value` and `reason` of the first thing refused in each, and in `refused` how many there are.
 */
export const loadFile = z.strictObject({
  ...common,
  type: z.literal('load-file'),
  source: fileSource,
  columns: z.array(fileColumn).min(1),
  /** More refused records than this stop the activity; any number may be when absent. */
  tolerate: z.number().int().nonnegative().optional(),
});

/**
 * What of a value is compared: `text` has no blanks around it, letter case and accents; `email` and `phone` as sending takes them:
 * a plus and digits where a number is written internationally, else its digits.
 */
export const normalisers = ['none', 'text', 'email', 'phone'] as const;

/**
 * Binds rows to an entity by equal values, where an empty one equals nothing. Each row of the entity that is found is passed on
 * once, with the added columns of the first row by key that found it, but for those called like its key. The complement has the
 * rows of the input that gave no such columns: they found nothing, too many, or only what others had found.
 */
export const reconcile = z.strictObject({
  ...common,
  type: z.literal('reconcile'),
  entity: name,
  /** `column` is one that was added to the input, or an attribute of its dimension. */
  on: z.array(z.strictObject({ column: name, attribute: name, normaliser: z.enum(normalisers) })).min(1),
  /** Which rows of the entity may be found. */
  where: rule.optional(),
  /** What a row gets that finds several: nothing, the first in an order (ties by key), or all. */
  several: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('reject') }),
    z.strictObject({ kind: z.literal('first'), order }),
    z.strictObject({ kind: z.literal('all') }),
  ]),
  /**
   * Keep rows that find nothing: the population stays what it was, with the entity's key beside it under names that are free,
   * empty for those. Only rows that find too many are the complement; `all` may not be asked for.
   */
  keepUnmatched: z.boolean().optional(),
});

export const sqlActivity = z.strictObject({ ...common, type: z.literal('sql'), dimension: name, sql: z.string().min(1).max(100_000) });

export const combine = z.strictObject({
  ...common,
  type: z.literal('combine'),
  operation: z.enum(['union', 'intersection', 'exclusion']),
  /**
   * Columns whose equal values make rows of different inputs the same; the key when absent. A union passes the rows of each
   * input that are the same as none of an earlier one's and whose key is not there yet; an intersection those of the first
   * input that are in every other, with the columns of the first by key of the same rows there.
   */
  by: z.array(name).min(1).optional(),
  /** Exclusion: which input the others are taken from; the first when absent. */
  primary: z.number().int().nonnegative().optional(),
  /**
   * Exclusion: how an input of another dimension is brought to the primary one's rows: along a path from its own dimension,
   * or by equal values of columns or attributes, where an empty one matches nothing.
   */
  bring: z
    .array(
      z.discriminatedUnion('kind', [
        z.strictObject({ kind: z.literal('path'), input: z.number().int().nonnegative(), path: path.min(1) }),
        z.strictObject({
          kind: z.literal('match'),
          input: z.number().int().nonnegative(),
          on: z.array(z.strictObject({ primary: name, other: name })).min(1),
        }),
      ]),
    )
    .optional(),
});

/**
 * How a column survives when several rows become one; each of them counts once, however many ways lead from it. `first` is the
 * value of the first row in the order, empty or not; without an order, and for ties, by key. `list` has the values that are
 * there, in that order. `count` is of values that are there; count and sum of none are 0, the others empty.
 */
export const collapse = z.strictObject({
  column: name,
  keep: z.enum(['first', 'min', 'max', 'sum', 'count', 'list']),
  order: order.optional(),
});

export const changeDimension = z.strictObject({
  ...common,
  type: z.literal('change-dimension'),
  path: path.min(1),
  /** Columns named here are collapsed. The others survive as they are where each new row comes from at most one old row, else end. */
  columns: z.array(collapse).optional(),
});

export const deduplicate = z.strictObject({
  ...common,
  type: z.literal('deduplicate'),
  fields: z.array(z.strictObject({ path: path.optional(), attribute: name })).min(1),
  /** Rows kept per group; 0 keeps all. */
  keep: z.number().int().nonnegative().default(1),
  by: z
    .discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('order'), order }),
      z.strictObject({ kind: z.literal('non-empty'), attribute: name }),
      z.strictObject({ kind: z.literal('values'), attribute: name, values: z.array(literal).min(1) }),
      z.strictObject({ kind: z.literal('random') }),
    ])
    .default({ kind: 'random' }),
  /**
   * Columns or attributes of which every survivor takes the first non-empty value of its group, in the same order. An attribute
   * becomes an added column of its name.
   */
  merge: z.array(name).optional(),
});

export const addition = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('attribute'), path: path.optional(), attribute: name, as: name }),
  z.strictObject({
    kind: z.literal('aggregate'),
    path: path.min(1),
    function: z.enum(aggregateFunctions),
    attribute: name.optional(),
    where: rule.optional(),
    as: name,
  }),
  /**
   * The first `count` related rows in an order: columns `{as}_{n}_{attribute}`, and the same rows as the list `as`, which has
   * no elements where there are none. Ties by the related rows' key.
   */
  z.strictObject({
    kind: z.literal('collect'),
    path: path.min(1),
    attributes: z.array(name).min(1),
    count: z.number().int().min(1).max(100),
    order,
    where: rule.optional(),
    as: name,
  }),
]);

export const enrich = z.strictObject({ ...common, type: z.literal('enrich'), additions: z.array(addition).min(1) });

export const subset = z.strictObject({
  id,
  label: z.string().max(200).optional(),
  /** Becomes `segment_code`, in place of one that is there. Where another subset has a code, a subset without one empties it. */
  code: z.string().max(60).optional(),
  rule: rule.optional(),
  limit: z
    .discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('count'), count: z.number().int().nonnegative() }),
      z.strictObject({ kind: z.literal('percent'), percent: z.number().min(0).max(100), of: z.enum(['left', 'input']) }),
    ])
    .optional(),
  /** Which rows the limit takes first; random when absent. */
  order: order.optional(),
  skip: z.number().int().nonnegative().optional(),
  /** What follows this subset does not run when nobody is in it. */
  stopWhenEmpty: z.boolean().optional(),
});

export const split = z.strictObject({
  ...common,
  type: z.literal('split'),
  subsets: z.array(subset).min(1),
  /** Let one row enter several subsets: nothing is used up, so what is left for each is the whole input. */
  overlap: z.boolean().optional(),
});

export const saveAudience = z.strictObject({
  ...common,
  type: z.literal('save-audience'),
  audience: id,
  mode: z.enum(['create', 'overwrite', 'append', 'remove']),
  /** Columns kept beside the key. */
  columns: z.array(name).optional(),
});

export const sample = z.strictObject({
  ...common,
  type: z.literal('sample'),
  method: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('first'), order, size }),
    z.strictObject({ kind: z.literal('random'), size }),
    /** Every `every`-th row in order, beginning with row `offset` (1 is the first). */
    z.strictObject({ kind: z.literal('every'), every: z.number().int().positive(), offset: z.number().int().positive(), order }),
    /**
     * In each group of equal values (empty ones are a group) as many as its share of all, drawn at random. What the shares
     * leave over goes to the largest remainders; of equal ones to the smaller value, empty last.
     */
    z.strictObject({ kind: z.literal('stratified'), path: path.optional(), attribute: name, size }),
  ]),
});

/** A branch with a name of its own. */
const branch = z.strictObject({ id, label: z.string().max(200).optional() });

/** Hands the same population to several branches. */
export const fork = z.strictObject({ ...common, type: z.literal('fork'), branches: z.array(branch).min(2) });

/** Waits for all inputs and passes on one of them; the first when `primary` is absent. */
export const andJoin = z.strictObject({ ...common, type: z.literal('and-join'), primary: z.number().int().nonnegative().optional() });

export const wait = z.strictObject({
  ...common,
  type: z.literal('wait'),
  until: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('duration'), amount: z.number().int().positive(), unit: z.enum(['minute', 'hour', 'day', 'week']) }),
    z.strictObject({ kind: z.literal('instant'), at: instant }),
  ]),
});

/** What a test compares: the rows of a transition (of its own input when absent), or a variable. */
export const tested = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('count'), activity: id.optional(), output: id.optional() }),
  z.strictObject({ kind: z.literal('variable'), variable: z.string() }),
]);

export const condition = z.strictObject({
  left: tested,
  op: z.enum([...comparisons, 'not-equals']),
  right: z.union([literal, variableReference]),
});
export type Condition = z.infer<typeof condition>;

/** Hands the population to the first branch whose conditions all hold; to `default` when none does, if it is there. */
export const test = z.strictObject({
  ...common,
  type: z.literal('test'),
  branches: z.array(z.strictObject({ ...branch.shape, all: z.array(condition).min(1) })).min(1),
  default: z.boolean().optional(),
});

/** Tells the people who run the campaign. */
export const alert = z.strictObject({
  ...common,
  type: z.literal('alert'),
  title: z.string().min(1).max(200),
  message: z.string().max(4000),
});

/** Closes a branch; a confirmed run that reaches it may start another campaign. */
export const end = z.strictObject({
  ...common,
  type: z.literal('end'),
  signal: z.strictObject({ campaign: id, parameters: z.record(z.string(), argument) }).optional(),
});

/** What begins the flow. A signal brings values for the variables named. */
export const start = z.strictObject({
  ...common,
  type: z.literal('start'),
  by: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.enum(['manual', 'schedule']) }),
    z.strictObject({ kind: z.literal('signal'), variables: z.array(z.string()) }),
  ]),
});

export const email = z.strictObject({ ...common, type: z.literal('email'), message: emailMessage });
export const directMail = z.strictObject({ ...common, type: z.literal('direct-mail'), message: directMailMessage });

export const activity = z.discriminatedUnion('type', [
  start,
  buildAudience,
  readAudience,
  incrementalQuery,
  loadFile,
  sqlActivity,
  reconcile,
  combine,
  changeDimension,
  deduplicate,
  enrich,
  split,
  sample,
  saveAudience,
  fork,
  andJoin,
  wait,
  test,
  alert,
  end,
  email,
  directMail,
]);
export type Activity = z.infer<typeof activity>;
export type ActivityType = Activity['type'];
export type ActivityOf<T extends ActivityType> = Extract<Activity, { type: T }>;

/** The channels there are: an activity of each sends messages. */
export type MessageActivity = ActivityOf<'email' | 'direct-mail'>;
export const isMessage = (a: Activity): a is MessageActivity => a.type === 'email' || a.type === 'direct-mail';

export type Addition = z.infer<typeof addition>;
export type Subset = z.infer<typeof subset>;

/** An arrow: the population that `output` of `from` hands to input number `input` of `to`. */
export const transition = z.strictObject({ from: id, output: id, to: id, input: z.number().int().nonnegative() });
export type Transition = z.infer<typeof transition>;

export const flow = z.strictObject({ activities: z.array(activity), transitions: z.array(transition) });
export type Flow = z.infer<typeof flow>;

export const asOf = instant;

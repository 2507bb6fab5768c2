import { z } from 'zod';
import { path } from './entity';
import { directMailMessage, emailMessage, order } from './message';
import { id, instant, name } from './names';
import { aggregateFunctions, rule } from './rule';
import { literal } from './value';

const common = {
  id,
  label: z.string().max(200).optional(),
  note: z.string().max(4000).optional(),
  /** A disabled activity and everything after it does not run. */
  disabled: z.boolean().optional(),
  /** Also emit the rows that were not passed on. */
  complement: z.boolean().optional(),
};

export const buildAudience = z.strictObject({ ...common, type: z.literal('build-audience'), dimension: name, rule });

export const readAudience = z.strictObject({
  ...common,
  type: z.literal('read-audience'),
  audience: id,
  /** From the audience's dimension to ours, when they differ. */
  path: path.optional(),
});

export const sqlActivity = z.strictObject({ ...common, type: z.literal('sql'), dimension: name, sql: z.string().min(1).max(100_000) });

export const combine = z.strictObject({
  ...common,
  type: z.literal('combine'),
  operation: z.enum(['union', 'intersection', 'exclusion']),
  /** Columns whose equal values make rows the same; the key when absent. */
  by: z.array(name).min(1).optional(),
});

/** How a column survives when several rows become one. */
export const collapse = z.strictObject({
  column: name,
  keep: z.enum(['first', 'min', 'max', 'sum', 'count', 'list']),
  order: order.optional(),
});

export const changeDimension = z.strictObject({
  ...common,
  type: z.literal('change-dimension'),
  path: path.min(1),
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
]);

export const enrich = z.strictObject({ ...common, type: z.literal('enrich'), additions: z.array(addition).min(1) });

export const subset = z.strictObject({
  id,
  label: z.string().max(200).optional(),
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
});

export const split = z.strictObject({
  ...common,
  type: z.literal('split'),
  subsets: z.array(subset).min(1),
  /** Let one row enter several subsets. */
  overlap: z.boolean().optional(),
});

export const saveAudience = z.strictObject({
  ...common,
  type: z.literal('save-audience'),
  audience: id,
  mode: z.enum(['create', 'overwrite']),
});

export const email = z.strictObject({ ...common, type: z.literal('email'), message: emailMessage });
export const directMail = z.strictObject({ ...common, type: z.literal('direct-mail'), message: directMailMessage });

export const activity = z.discriminatedUnion('type', [
  buildAudience,
  readAudience,
  sqlActivity,
  combine,
  changeDimension,
  deduplicate,
  enrich,
  split,
  saveAudience,
  email,
  directMail,
]);
export type Activity = z.infer<typeof activity>;
export type ActivityType = Activity['type'];
export type ActivityOf<T extends ActivityType> = Extract<Activity, { type: T }>;
export type Addition = z.infer<typeof addition>;
export type Subset = z.infer<typeof subset>;

/** An arrow: the population that `output` of `from` hands to input number `input` of `to`. */
export const transition = z.strictObject({ from: id, output: id, to: id, input: z.number().int().nonnegative() });
export type Transition = z.infer<typeof transition>;

export const flow = z.strictObject({ activities: z.array(activity), transitions: z.array(transition) });
export type Flow = z.infer<typeof flow>;

export const asOf = instant;

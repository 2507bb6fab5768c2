import { z } from 'zod';
import { type PersonalLabel, personalLabels } from './entity';
import { id, name } from './names';
import { problem } from './problem';
import { type Cell, cell } from './value';

const count = z.number().int().nonnegative();
const place = z.array(z.union([z.string(), z.number()]));
/** Values by column. A key is the values of a row's key, in its order. */
const values = z.record(z.string(), cell);
/** What values hold that come from labelled attributes, by column. */
const personal = z.record(z.string(), z.enum(personalLabels)).optional();
type Personal = z.infer<typeof personal>;

/**
 * A rule asked of one row. `result` is TRUE, FALSE or, as null, NULL; `asks` says it in short without what is inside it. What was
 * looked at: the `value` tested, which may be `personal`, the `parts` asked of the same row, the related `rows`, the `rank`.
 */
export interface ExplainedRule {
  place: (string | number)[];
  kind: string;
  asks: string;
  result: boolean | null;
  value?: Cell | undefined;
  personal?: PersonalLabel | undefined;
  parts?: ExplainedRule[] | undefined;
  rows?: LookedAt | undefined;
  rank?: Rank | undefined;
}

/**
 * Related rows a rule looked at: how many are reached, once for each way that leads to one, and for how many of those it holds.
 * `first` are some of them, those that decide before the others.
 */
export interface LookedAt {
  entity: string;
  reached: number;
  holding: number;
  personal?: Personal;
  first: {
    key: Record<string, Cell>;
    holds: boolean | null;
    values?: Record<string, Cell> | undefined;
    rule?: ExplainedRule | undefined;
  }[];
}

/**
 * A place in an order, from 1, among `of` rows; `null` where the row is not among them. Places from `from` to `to` are taken, where
 * there is an end; of those only every `every`-th, where it says so.
 */
export const rank = z.strictObject({ rank: count.nullable(), of: count, from: count, to: count.nullable(), every: count.optional() });
export type Rank = z.infer<typeof rank>;

export const explainedRule: z.ZodType<ExplainedRule> = z.lazy(() =>
  z.strictObject({
    place,
    kind: z.string(),
    asks: z.string(),
    result: z.boolean().nullable(),
    value: cell.optional(),
    personal: z.enum(personalLabels).optional(),
    parts: z.array(explainedRule).optional(),
    rows: lookedAt.optional(),
    rank: rank.optional(),
  }),
);

const lookedAt: z.ZodType<LookedAt> = z.lazy(() =>
  z.strictObject({
    entity: z.string(),
    reached: count,
    holding: count,
    personal,
    first: z.array(
      z.strictObject({ key: values, holds: z.boolean().nullable(), values: values.optional(), rule: explainedRule.optional() }),
    ),
  }),
);

/** Rows of another entity that belong to the row; `first` are the keys of some of them. */
const others = z.strictObject({ entity: z.string(), count, personal, first: z.array(values) });
export type Others = z.infer<typeof others>;

/** What an activity found in a row, and what decided. */
export const reason = z.discriminatedUnion('kind', [
  /** Of a split's subset, when it says one. */
  z.strictObject({ kind: z.literal('rule'), output: id.optional(), rule: explainedRule }),
  /** A limit of a split's subset or of a sample. */
  z.strictObject({ kind: z.literal('rank'), output: id.optional(), ...rank.shape }),
  /** Rows with equal fields; `first` are their keys in order of preference, of which `keep` stay. Alone when its fields are empty. */
  z.strictObject({ kind: z.literal('group'), fields: values, personal, size: count, rank: count, keep: count, first: z.array(values) }),
  /** Which inputs, from 0, have the row, or rows with equal values in the columns that are compared. */
  z.strictObject({ kind: z.literal('inputs'), operation: z.string(), has: z.array(count), of: count }),
  z.strictObject({ kind: z.literal('reaches'), rows: others }),
  z.strictObject({ kind: z.literal('reached-from'), rows: others }),
  /** A member of a snapshot, or not. */
  z.strictObject({ kind: z.literal('member'), audience: z.string(), takenAt: z.string(), member: z.boolean() }),
  /** SQL a person wrote: what it does inside cannot be told. */
  z.strictObject({ kind: z.literal('written') }),
  /** What an incremental query remembers: when the last run was, and the row's own moment or when its key was passed on. */
  z.strictObject({
    kind: z.literal('memory'),
    by: z.enum(['date', 'key']),
    lastRun: z.string().nullable(),
    value: cell,
    personal: z.enum(personalLabels).optional(),
  }),
  /** A branch of a test and its conditions, with the values they compare. */
  z.strictObject({
    kind: z.literal('branch'),
    output: id,
    conditions: z.array(z.strictObject({ left: cell, op: z.string(), right: cell, holds: z.boolean() })),
  }),
  /** Messages for the row: the reason they are not sent, null when they are. */
  z.strictObject({ kind: z.literal('message'), reason: z.string().nullable(), detail: z.string(), rows: count }),
]);
export type Reason = z.infer<typeof reason>;

/**
 * What became of the row at one activity. `passed`: it is on an output besides the complement; `dropped`: it arrived and is not;
 * `absent`: it did not arrive; `elsewhere`: the activity works on rows of other entities only; `not-run`: disabled, behind a
 * disabled one, or broken.
 */
export const activityStates = ['passed', 'dropped', 'absent', 'elsewhere', 'not-run'] as const;
export type ActivityState = (typeof activityStates)[number];

export const tracedActivity = z.strictObject({
  activity: id,
  state: z.enum(activityStates),
  /** Inputs, from 0, that brought the row, and outputs that have it. */
  inputs: z.array(count),
  outputs: z.array(z.string()),
  reasons: z.array(reason),
  /** Columns it added to the row. */
  added: values,
  personal,
});
export type TracedActivity = z.infer<typeof tracedActivity>;

/** One row on its way through a flow, activities in the order in which they run. */
export const tracedRow = z.strictObject({
  entity: name,
  key: values,
  personal,
  /** The activity and row that led to this one, where another was asked for. */
  from: z.strictObject({ activity: id, key: values, personal }).optional(),
  activities: z.array(tracedActivity),
});
export type TracedRow = z.infer<typeof tracedRow>;

/** What became of a row and of the first rows it led to. The row that was asked for comes first. */
export const whyReport = z.strictObject({ campaign: id, asOf: z.string(), rows: z.array(tracedRow).min(1), problems: z.array(problem) });
export type WhyReport = z.infer<typeof whyReport>;

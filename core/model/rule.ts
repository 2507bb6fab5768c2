import { z } from 'zod';
import { path } from './entity';
import { type Channel, channel, type Order, order } from './message';
import { day, id, name } from './names';
import { type Argument, argument, literal, variableReference } from './value';

export const periodUnits = ['day', 'week', 'month', 'year'] as const;
export const periodUnit = z.enum(periodUnits);
export type PeriodUnit = z.infer<typeof periodUnit>;

/** What a test compares with: a value written in the rule, or a variable of the campaign or a parameter of the filter around it. */
const value = z.union([literal, variableReference]);
const textValue = z.union([z.string(), variableReference]);
const count = z.union([z.number().int().positive(), variableReference]);

/** A moment: a calendar day, or the as-of day moved by a number of periods (negative is earlier). */
export const moment = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('day'), day: z.union([day, variableReference]) }),
  z.strictObject({ kind: z.literal('as-of'), offset: z.number().int(), unit: periodUnit }),
]);
export type Moment = z.infer<typeof moment>;

/** `exact`: letter case and accents count. `excludeEmpty`: a negated test drops rows without a value. */
const textual = { exact: z.boolean().optional() };
const negated = { excludeEmpty: z.boolean().optional() };

export const comparisons = ['equals', 'less', 'at-most', 'greater', 'at-least'] as const;
export const textTests = ['contains', 'starts-with', 'ends-with', 'matches'] as const;
export const negatedTextTests = ['not-contains', 'not-starts-with', 'not-ends-with', 'not-matches'] as const;

/** What is asked of one value. */
export const test = z.discriminatedUnion('op', [
  z.strictObject({ op: z.enum(comparisons), value, ...textual }),
  z.strictObject({ op: z.literal('not-equals'), value, ...textual, ...negated }),
  z.strictObject({ op: z.literal('between'), from: value, to: value, ...textual }),
  z.strictObject({ op: z.literal('one-of'), values: z.array(value).min(1), ...textual }),
  z.strictObject({ op: z.literal('none-of'), values: z.array(value).min(1), ...textual, ...negated }),
  z.strictObject({ op: z.enum(['empty', 'not-empty']) }),
  z.strictObject({ op: z.enum(['true', 'false']) }),
  z.strictObject({ op: z.enum(textTests), value: textValue, ...textual }),
  z.strictObject({ op: z.enum(negatedTextTests), value: textValue, ...textual, ...negated }),
  z.strictObject({ op: z.enum(['in-last', 'in-next']), count, unit: periodUnit }),
  z.strictObject({ op: z.enum(['not-in-last', 'not-in-next']), count, unit: periodUnit, ...negated }),
  z.strictObject({ op: z.enum(['before', 'after', 'on']), moment }),
  z.strictObject({ op: z.literal('anniversary'), from: z.number().int(), to: z.number().int() }),
]);
export type Test = z.infer<typeof test>;
export type Operator = Test['op'];

export const aggregateFunctions = ['count', 'count-distinct', 'sum', 'average', 'min', 'max'] as const;

/** What communication history is asked about: a message that went out, or an answer to one. */
export const historyEvents = ['sent', 'responded'] as const;

/**
 * A condition tree over rows of one entity. Its exact meaning is in the flow contract: a rule selects rows where it is TRUE.
 *
 * - `related`, `aggregate`: a row the path reaches in several ways is met once for each of them.
 * - `ordered`: the condition holds for the first or last related row by an attribute; empties last either way, then ties by key.
 *   FALSE where there is none.
 * - `top`: the row is among the first `count` rows of its entity in an order, within its group where `per` is given: rows with
 *   an equal value, empty ones among themselves. Of the rows `among` selects; the others are not in it.
 * - `audience`: the row, or any row the path reaches, is a member of a saved audience. `member: false` is where none is.
 * - `history`: the profile the path reaches was sent something, or answered it, before as-of. `happened: false` is where not,
 *   also where no profile is reached. `within` looks back as `in-last` does.
 * - `filter`: a saved filter, which expands in place; it sees the entity's own attributes and its parameters, not columns a
 *   population added nor variables of the campaign.
 * - `sql`: a boolean expression over the entity's own attributes, not over columns a population added.
 */
export type Rule =
  | { kind: 'all'; rules: Rule[] }
  | { kind: 'any'; rules: Rule[] }
  | { kind: 'not'; rule: Rule }
  | { kind: 'attribute'; path?: string[] | undefined; attribute: string; test: Test }
  | { kind: 'related'; quantifier: 'some' | 'none' | 'every'; path: string[]; where: Rule }
  | {
      kind: 'aggregate';
      path: string[];
      function: (typeof aggregateFunctions)[number];
      attribute?: string | undefined;
      where?: Rule | undefined;
      test: Test;
    }
  | { kind: 'ordered'; position: 'first' | 'last'; path: string[]; by: string; among?: Rule | undefined; where: Rule }
  | {
      kind: 'top';
      count: number;
      order: Order;
      per?: { path?: string[] | undefined; attribute: string } | undefined;
      among?: Rule | undefined;
    }
  | { kind: 'audience'; member: boolean; audience: string; path?: string[] | undefined }
  | {
      kind: 'history';
      event: (typeof historyEvents)[number];
      happened: boolean;
      path?: string[] | undefined;
      campaign?: string | undefined;
      message?: string | undefined;
      channel?: Channel | undefined;
      within?: { count: number; unit: PeriodUnit } | undefined;
    }
  | { kind: 'filter'; filter: string; arguments: Record<string, Argument> }
  | { kind: 'sql'; sql: string };

export const rule: z.ZodType<Rule> = z.lazy(() =>
  z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('all'), rules: z.array(rule) }),
    z.strictObject({ kind: z.literal('any'), rules: z.array(rule) }),
    z.strictObject({ kind: z.literal('not'), rule }),
    z.strictObject({ kind: z.literal('attribute'), path: path.optional(), attribute: name, test }),
    z.strictObject({ kind: z.literal('related'), quantifier: z.enum(['some', 'none', 'every']), path: path.min(1), where: rule }),
    z.strictObject({
      kind: z.literal('aggregate'),
      path: path.min(1),
      function: z.enum(aggregateFunctions),
      attribute: name.optional(),
      where: rule.optional(),
      test,
    }),
    z.strictObject({
      kind: z.literal('ordered'),
      position: z.enum(['first', 'last']),
      path: path.min(1),
      by: name,
      among: rule.optional(),
      where: rule,
    }),
    z.strictObject({
      kind: z.literal('top'),
      count: z.number().int().positive(),
      order: order.min(1),
      per: z.strictObject({ path: path.optional(), attribute: name }).optional(),
      among: rule.optional(),
    }),
    z.strictObject({ kind: z.literal('audience'), member: z.boolean(), audience: id, path: path.optional() }),
    z.strictObject({
      kind: z.literal('history'),
      event: z.enum(historyEvents),
      happened: z.boolean(),
      path: path.optional(),
      campaign: z.string().min(1).optional(),
      message: z.string().min(1).optional(),
      channel: channel.optional(),
      within: z.strictObject({ count: z.number().int().positive(), unit: periodUnit }).optional(),
    }),
    z.strictObject({ kind: z.literal('filter'), filter: id, arguments: z.record(z.string(), argument).default({}) }),
    z.strictObject({ kind: z.literal('sql'), sql: z.string().min(1).max(100_000) }),
  ]),
);

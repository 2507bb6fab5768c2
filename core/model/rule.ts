import { z } from 'zod';
import { path } from './entity';
import { day, name } from './names';
import { literal } from './value';

export const periodUnits = ['day', 'week', 'month', 'year'] as const;
export const periodUnit = z.enum(periodUnits);
export type PeriodUnit = z.infer<typeof periodUnit>;

/** A moment: a calendar day, or the as-of day moved by a number of periods (negative is earlier). */
export const moment = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('day'), day }),
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
  z.strictObject({ op: z.enum(comparisons), value: literal, ...textual }),
  z.strictObject({ op: z.literal('not-equals'), value: literal, ...textual, ...negated }),
  z.strictObject({ op: z.literal('between'), from: literal, to: literal }),
  z.strictObject({ op: z.literal('one-of'), values: z.array(literal).min(1), ...textual }),
  z.strictObject({ op: z.literal('none-of'), values: z.array(literal).min(1), ...textual, ...negated }),
  z.strictObject({ op: z.enum(['empty', 'not-empty']) }),
  z.strictObject({ op: z.enum(['true', 'false']) }),
  z.strictObject({ op: z.enum(textTests), value: z.string(), ...textual }),
  z.strictObject({ op: z.enum(negatedTextTests), value: z.string(), ...textual, ...negated }),
  z.strictObject({ op: z.enum(['in-last', 'in-next']), count: z.number().int().positive(), unit: periodUnit }),
  z.strictObject({ op: z.enum(['not-in-last', 'not-in-next']), count: z.number().int().positive(), unit: periodUnit, ...negated }),
  z.strictObject({ op: z.enum(['before', 'after', 'on']), moment }),
  z.strictObject({ op: z.literal('anniversary'), from: z.number().int(), to: z.number().int() }),
]);
export type Test = z.infer<typeof test>;
export type Operator = Test['op'];

export const aggregateFunctions = ['count', 'count-distinct', 'sum', 'average', 'min', 'max'] as const;

/** A condition tree over rows of one entity. Its exact meaning is in the flow contract: a rule selects rows where it is TRUE. */
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
    };

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
  ]),
);

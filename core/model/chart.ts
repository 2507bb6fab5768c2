import { z } from 'zod';
import { cell } from './value';

export const chartKinds = ['bar', 'line', 'histogram'] as const;
export type ChartKind = (typeof chartKinds)[number];

export const chartMeasures = ['rows', 'sum', 'average', 'minimum', 'maximum'] as const;
export type ChartMeasure = (typeof chartMeasures)[number];

/**
 * A picture of a result: `x` is a column whose values are grouped, or cut into `bins` in a histogram; what is measured of each group
 * is its rows, or each of the columns `y`.
 */
export const chart = z.strictObject({
  kind: z.enum(chartKinds),
  x: z.string(),
  measure: z.enum(chartMeasures),
  y: z.array(z.string()).max(5),
  bins: z.number().int().min(2).max(100),
});
export type Chart = z.infer<typeof chart>;

const count = z.number().int().nonnegative();

/**
 * What a chart shows. Group `i` is the value `from[i]`, or the range from `from[i]` to `to[i]` in a histogram. `groups` counts all of them,
 * of which the largest, or the first of a line, are here; `left` are rows in none, since they have no value or no place on the line.
 */
export const chartData = z.strictObject({
  type: z.string(),
  rows: count,
  groups: count,
  left: count,
  from: z.array(cell),
  to: z.array(cell),
  series: z.array(z.strictObject({ name: z.string(), values: z.array(z.number().nullable()) })),
});
export type ChartData = z.infer<typeof chartData>;

import { z } from 'zod';

const milliseconds = z.number().nonnegative();

/** One operator of a plan; `children` are those it reads from. What was not measured is null. */
export interface PlanNode {
  operator: string;
  /** Rows it gave, exact. */
  rows: number | null;
  /** Rows the engine expected. */
  expected: number | null;
  /** Rows of a table it looked at. */
  scanned: number | null;
  /** Time of the operator itself, over all threads. */
  milliseconds: number | null;
  details: { name: string; values: string[] }[];
  children: PlanNode[];
}

const count = z.number().nonnegative().nullable();

export const planNode: z.ZodType<PlanNode> = z.lazy(() =>
  z.strictObject({
    operator: z.string(),
    rows: count,
    expected: count,
    scanned: count,
    milliseconds: milliseconds.nullable(),
    details: z.array(z.strictObject({ name: z.string(), values: z.array(z.string()) })),
    children: z.array(planNode),
  }),
);

/** How the engine answers a SELECT. `milliseconds`: the whole of it, when it was run. */
export const sqlPlan = z.strictObject({ roots: z.array(planNode), milliseconds: milliseconds.nullable() });
export type SqlPlan = z.infer<typeof sqlPlan>;

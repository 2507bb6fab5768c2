import { z } from 'zod';
import { chart } from './chart';
import { id, name } from './names';
import { sqlText } from './query';
import { parameter } from './variable';

export const deskFormat = 1;

/** One thing being written: the text, where the cursor is in it (UTF-16 units), what its parameters stand for. */
export const tab = z.strictObject({
  id,
  name,
  /** The saved query it belongs to. */
  query: id.optional(),
  sql: sqlText,
  cursor: z.number().int().nonnegative(),
  parameters: z.array(parameter).max(50),
  chart: chart.optional(),
});
export type Tab = z.infer<typeof tab>;

export const tabsKept = 100;

/** Tabs that were closed, the last one first, each with the place it had. */
export const closedTab = z.strictObject({ tab, at: z.number().int().nonnegative() });
export const closedKept = 20;

/** What lies open where SQL is written. A workspace has one. */
export const desk = z.strictObject({
  format: z.literal(deskFormat),
  id,
  tabs: z.array(tab).max(tabsKept),
  active: id,
  closed: z.array(closedTab).max(closedKept),
});
export type Desk = z.infer<typeof desk>;

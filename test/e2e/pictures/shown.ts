import type { z } from 'zod';
import type { activity } from '../../../core/model/activity';

/** An activity as it may be written. */
export type Written = z.input<typeof activity>;

/** An activity to look at, and what comes before it: ids, of one output as `id:output`. */
export type Shown = Written & { after?: readonly string[] };

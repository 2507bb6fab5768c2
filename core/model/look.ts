import { z } from 'zod';
import { instant } from './names';
import { transitionCount } from './run';

/** The counts of a campaign that were last seen in the window, and when. */
export const look = z.strictObject({ at: instant, counts: z.array(transitionCount) });
export type Look = z.infer<typeof look>;

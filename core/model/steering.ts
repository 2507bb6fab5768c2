import { z } from 'zod';
import { id } from './names';
import { given } from './variable';

/** An alert that a run comes by. */
export const raisedAlert = z.strictObject({ activity: id, title: z.string(), message: z.string() });
export type RaisedAlert = z.infer<typeof raisedAlert>;

/** An end that a run comes to and that starts another campaign with these values. */
export const signal = z.strictObject({ activity: id, campaign: id, variables: given });
export type Signal = z.infer<typeof signal>;

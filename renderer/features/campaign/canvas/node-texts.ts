import { nodeSize } from './geometry';
import type { Severity } from './node-types';

/** As in the style of an activity: what stands in it, and how wide what else is there is with the gap before it. */
export const labelFont = '600 13px Inter Variable';
export const sentenceFont = '400 11px Inter Variable';
export const outputFont = '400 12px Inter Variable';
const signWidth = 25;

/** How much room a name or a sentence has beside the icon. */
export const besideIcon = (problem: Severity | undefined) => nodeSize.width - 24 - 40 - (problem ? signWidth : 0);

/** An output's name that is no longer leaves room for every count. */
export const outputWidth = 88;

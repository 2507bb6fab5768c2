import type { WordTable } from './words';

export const sqlWords = {} as const satisfies WordTable;

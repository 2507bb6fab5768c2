import type { WordTable } from './words';

export const shellWords = {} as const satisfies WordTable;

import type { WordTable } from './words';

export const modelWords = {} as const satisfies WordTable;

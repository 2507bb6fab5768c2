import type { WordTable } from './words';

export const importWords = {} as const satisfies WordTable;

import type { WordTable } from './words';

export const flowWords = {} as const satisfies WordTable;

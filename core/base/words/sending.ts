import type { WordTable } from './words';

export const sendingWords = {} as const satisfies WordTable;

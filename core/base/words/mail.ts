import type { WordTable } from './words';

export const mailWords = {} as const satisfies WordTable;

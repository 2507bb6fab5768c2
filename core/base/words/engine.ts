import type { WordTable } from './words';

export const engineWords = {} as const satisfies WordTable;

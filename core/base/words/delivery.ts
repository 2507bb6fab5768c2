import type { WordTable } from './words';

export const deliveryWords = {} as const satisfies WordTable;

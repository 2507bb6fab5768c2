import type { WordTable } from './words';

export const workspaceWords = {} as const satisfies WordTable;

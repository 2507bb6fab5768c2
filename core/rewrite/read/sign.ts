import type { equality } from '../tree/term';

export type Sign = (typeof equality)[number];

export const opposite = { '=': '<>', '<>': '=', '<': '>=', '>=': '<', '>': '<=', '<=': '>' } as const satisfies Record<Sign, Sign>;
export const mirrored = { '=': '=', '<>': '<>', '<': '>', '>': '<', '<=': '>=', '>=': '<=' } as const satisfies Record<Sign, Sign>;

/** Of every random campaign. */
export const seed = 'salt';

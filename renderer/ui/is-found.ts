const fold = (word: string) => word.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

/** Whether words have every part of what is looked for, whatever its case and accents. */
export function isFound(words: string, search: string): boolean {
  return fold(search)
    .split(/\s+/)
    .every((part) => fold(words).includes(part));
}

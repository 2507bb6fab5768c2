/** A short name for rows of an entity that none of `taken` has: its first letter, with a number from the second on. */
export function shortName(entity: string, taken: ReadonlySet<string>): string {
  const letter = /[a-z]/.exec(entity.toLowerCase())?.[0] ?? 't';
  if (!taken.has(letter)) return letter;
  let n = 2;
  while (taken.has(`${letter}${n}`)) n++;
  return `${letter}${n}`;
}

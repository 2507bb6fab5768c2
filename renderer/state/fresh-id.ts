/** Text as an id: lower-case letters, digits and hyphens; accents are dropped. */
export function asId(text: string, otherwise = 'item'): string {
  const plain = text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 50)
    .replace(/^-+|-+$/g, '');
  return plain || otherwise;
}

/** An id nobody has yet: the text itself, else with the first free number behind it. */
export const freshId = (text: string, taken: readonly string[], otherwise?: string): string => unused(asId(text, otherwise), '-', taken);

/** A name nobody has yet, as people write it: “Letter”, then “Letter 2”. */
export const ownName = (name: string, taken: readonly string[]): string => unused(name, ' ', taken);

/** A column's name that no other has, or a variable's: itself, else with a number behind it. */
export const freshColumn = (name: string, taken: readonly string[]): string => unused(name, '_', taken);

function unused(name: string, between: string, taken: readonly string[]): string {
  const isTaken = (own: string) => taken.includes(own);
  return isTaken(name) ? numbered(name, between, isTaken) : name;
}

/** A name with the first number behind it, from 2 on, with which it is free. */
export function numbered(name: string, between: string, isTaken: (own: string) => boolean): string {
  let n = 2;
  while (isTaken(`${name}${between}${n}`)) n++;
  return `${name}${between}${n}`;
}

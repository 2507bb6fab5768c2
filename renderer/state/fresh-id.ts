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
  let own = name;
  for (let n = 2; taken.includes(own); n++) own = `${name}${between}${n}`;
  return own;
}

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
export function freshId(text: string, taken: readonly string[], otherwise?: string): string {
  const start = asId(text, otherwise);
  let id = start;
  for (let n = 2; taken.includes(id); n++) id = `${start}-${n}`;
  return id;
}

/** A name nobody has yet, as people write it: “Letter”, then “Letter 2”. */
export function ownName(name: string, taken: readonly string[]): string {
  let own = name;
  for (let n = 2; taken.includes(own); n++) own = `${name} ${n}`;
  return own;
}

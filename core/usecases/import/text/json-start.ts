const opening = /[{[]/;
const special = /["{}[\]]/g;
const stringEnd = /\\.|"/gs;

/**
 * The first object of JSON text, which is an array of them or one after the other, and those that end within so many characters,
 * as JSON of the same kind. Nothing else of the text is read. @returns undefined where not one ends
 */
export function jsonStart(text: string, within: number): { text: string; more: boolean } | undefined {
  const first = text.search(opening);
  const among = text[first] === '[' ? 1 : 0;
  let depth = 0;
  let end = -1;
  special.lastIndex = Math.max(0, first);
  for (let found = special.exec(text); found; found = special.exec(text)) {
    const [sign] = found;
    if (sign === '"') special.lastIndex = afterString(text, special.lastIndex);
    else if (sign === '{' || sign === '[') depth++;
    else {
      depth--;
      if (depth < among) return { text, more: false };
      if (depth > among) continue;
      if (end >= 0 && special.lastIndex > within) break;
      end = special.lastIndex;
    }
  }
  if (end < 0) return undefined;
  return { text: `${text.slice(0, end)}${among === 1 ? ']' : ''}`, more: true };
}

/** A string that is not closed reaches to the end. */
function afterString(text: string, from: number): number {
  stringEnd.lastIndex = from;
  for (let found = stringEnd.exec(text); found; found = stringEnd.exec(text)) if (found[0] === '"') return stringEnd.lastIndex;
  return text.length;
}

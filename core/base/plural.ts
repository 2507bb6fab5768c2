/** What is said of one, else what is said of many, as English and Spanish have it. `n` may be written out with separators. */
export const oneOrMany = (n: number | string | boolean, one: string, many: string): string => (String(n) === '1' ? one : many);

/** A count and what is counted. */
export function plural(n: number | string, one: string, many: string): string {
  return `${n} ${oneOrMany(n, one, many)}`;
}

/**
 * A text with details in its holes: `{rows}` is the detail, `{rows:row|rows}` it and what is counted, `{rows?is|are}` only the word
 * that goes with it. A hole whose detail is absent stays visible.
 */
export function filled(text: string, details: Readonly<Record<string, string | number | boolean>>): string {
  return text.replace(/\{(\w+)(?:([:?])([^|}]*)\|([^}]*))?\}/g, (hole, name: string, way?: string, one = '', many = '') => {
    const detail = details[name];
    if (detail === undefined) return hole;
    const word = oneOrMany(detail, one, many);
    return way === undefined ? String(detail) : way === '?' ? word : `${detail} ${word}`;
  });
}

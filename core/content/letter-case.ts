/**
 * Upper and lower case letter by letter, as SQL engines do it, so that a text rendered one by one equals the text said in SQL.
 * `ß` becomes `SS` in both, because code pages have no capital for it.
 */
export function upperCase(text: string): string {
  return Array.from(text, upperLetter).join('');
}

export function lowerCase(text: string): string {
  return Array.from(text, (c) => (c === 'İ' ? 'i' : single(c, c.toLowerCase()))).join('');
}

function upperLetter(c: string): string {
  if (c === 'ß') return 'SS';
  const code = c.codePointAt(0) ?? 0;
  // Greek letters with iota below have one capital each. Source: Unicode Character Database, Simple_Uppercase_Mapping.
  if (code >= 0x1f80 && code <= 0x1faf) return String.fromCodePoint(code | 8);
  if (code === 0x1fb3 || code === 0x1fc3 || code === 0x1ff3) return String.fromCodePoint(code + 9);
  return single(c, c.toUpperCase());
}

const single = (before: string, after: string): string => (Array.from(after).length === 1 ? after : before);

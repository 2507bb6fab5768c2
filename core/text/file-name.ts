import { toUtf8 } from '../base/utf8';

/** Names no file may have on Windows. */
const taken = /^(con|prn|aux|nul|com\d|lpt\d)$/i;

/** A name as part of a path on any system: what is no letter, digit, `_`, `-` or inner point or space is written as `%` and its bytes in UTF-8. */
export function fileName(name: string): string {
  const safe = name.replaceAll(/[^\p{L}\p{M}\p{N}_. -]|^[. ]|[. ]$/gu, escaped);
  return taken.test(safe) ? escaped(safe[0] ?? '') + safe.slice(1) : safe;
}

const escaped = (character: string) =>
  [...toUtf8(character)].map((byte) => `%${byte.toString(16).toUpperCase().padStart(2, '0')}`).join('');

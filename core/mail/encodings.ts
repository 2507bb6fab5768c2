import type { MailLayout } from '../model/message';

export type Encoding = MailLayout['encoding'];

const latin = '\\x{00}-\\x{7F}\\x{A0}-\\x{FF}';
/** What windows-1252 puts where Latin-1 has control characters. Source: WHATWG Encoding Standard, index windows-1252. */
const windows = '€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ';
/** ISO 8859-15 replaces eight characters of Latin-1. */
const replaced = ['\\x{A4}', '\\x{A6}', '\\x{A8}', '\\x{B4}', '\\x{B8}', '\\x{BC}', '\\x{BD}', '\\x{BE}'];

/** RE2 class of the characters an encoding cannot write, or `undefined` when it writes all. */
export function lostCharacters(encoding: Encoding): string | undefined {
  switch (encoding) {
    case 'utf-8':
    case 'utf-16le':
      return undefined;
    case 'iso-8859-1':
      return `[^${latin}]`;
    case 'windows-1252':
      return `[^${latin}${windows}]`;
    case 'iso-8859-15':
      return `[^${latin}€ŠšŽžŒœŸ]|[${replaced.join('')}]`;
  }
}

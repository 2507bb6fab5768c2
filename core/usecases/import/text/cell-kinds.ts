const number = /^[-+]?[€$£]?\s?(\d{1,3}([., '’]\d{3})+|\d+)([.,]\d+)?\s?[%€$£]?$|^[-+]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?$/;
const moment = /^(\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4})?[T ]?(\d{1,2}:\d{2}(:\d{2}([.,]\d+)?)?\s?(Z|[+-]\d\d:?\d\d|[AP]M)?)?$/i;
const absent = /^(na|n\/a|null|none|nan|-|--|\?|unknown|\\N)$/i;
const token = /^(?=.*[\p{L}\p{N}])[\p{L}\p{N}_.@#/+-]+$/u;
const words = /^[\p{L}\p{N}][\p{L}\p{N}\p{M} .'’&()/%?!+\\-]*$/u;
const address = /^(https?:\/\/\S+|[^\s@,;]+@[^\s@,;]+)$/i;

/** So texts are kept from being read as numbers by spreadsheets. */
const asFormula = /^="[^"]*"$/;

export const isAbsent = (text: string) => absent.test(text.trim());

/** A number, a day or a time: what names of columns are not. */
export function isTyped(text: string): boolean {
  const bare = text.trim();
  return /\d/.test(bare) && (number.test(bare) || moment.test(bare));
}

/** How much an unquoted value looks like one value, from 0 to 1. */
export function wholeness(text: string): number {
  if (text === '') return 0.95;
  const bare = text.trim();
  const edges = bare.length === text.length ? 1 : 0.6;
  if (/^(["'`]).*\1$/s.test(bare)) return 0.1;
  if (asFormula.test(bare)) return edges;
  if (/^["']|["']$/.test(bare)) return 0.4 * edges;
  if (number.test(bare) || moment.test(bare) || token.test(bare) || absent.test(bare) || address.test(bare)) return edges;
  if (words.test(bare) && /\p{L}/u.test(bare)) return (/ {2}/.test(bare) ? 0.5 : 1) * edges;
  // biome-ignore lint/suspicious/noControlCharactersInRegex: such characters separate values.
  if (/[\x00-\x08\x0b-\x1f]/.test(bare)) return 0.2;
  return (/[,;|\t^~¦]/.test(bare) ? 0.5 : 0.7) * edges;
}

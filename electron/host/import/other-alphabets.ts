import type { Encoding } from '../../../core/ports/sources';

/** So many bytes are enough to tell a language. */
const looked = 65_536;

const western: readonly string[] = ['windows-1252', 'macroman'];

/** Of alphabets with Latin letters of their own, by the names that the detector has for them. */
const latin = new Map<string, Encoding>([
  ['windows-1250', 'windows-1250'],
  ['iso-8859-2', 'iso-8859-2'],
  ['windows-1254', 'windows-1254'],
  ['windows-1257', 'windows-1257'],
]);

const others = new Map<string, Encoding>([
  ['windows-1251', 'windows-1251'],
  ['koi8-r', 'koi8-r'],
  ['windows-1253', 'windows-1253'],
  ['windows-1255', 'windows-1255'],
  ['windows-1256', 'windows-1256'],
  ['cp932', 'shift_jis'],
  ['euc-jp', 'euc-jp'],
  ['euc-kr', 'euc-kr'],
  ['cp949', 'euc-kr'],
  ['gb18030', 'gb18030'],
  ['big5', 'big5'],
]);

/** So much surer than of the languages of Western Europe, whose encodings are by far the most common; measured on names of people and towns. */
const surerOfLatin = 2;
const surerOfOthers = 1.2;

/** Share of bytes beyond ASCII in the words that have any, above which they are words of no Latin alphabet. */
const foreign = 0.6;

/** The encoding of text that is no UTF-8, where its letters are rather those of another part of the world than Western Europe. */
export async function otherAlphabet(bytes: Buffer): Promise<Encoding | undefined> {
  const start = bytes.subarray(lineWith(bytes, bytes.findIndex(isHigh)));
  const some = start.subarray(0, looked);
  const isForeign = shareOfHigh(some) > foreign;
  if (!isForeign && new Set(some.filter(isHigh)).size < 2) return undefined;
  const known = isForeign ? others : latin;
  // The statistics of all languages take a quarter of a second to load.
  const { detectAll } = await import('jschardet');
  const found = detectAll(some, { detectEncodings: [...western, ...known.keys()] });
  const named = found.map(({ encoding, confidence }) => ({ name: encoding?.toLowerCase() ?? '', confidence }));
  const sureOfWestern = Math.max(0, ...named.filter(({ name }) => western.includes(name)).map(({ confidence }) => confidence));
  const best = named.find(({ name }) => known.has(name));
  return best && best.confidence >= sureOfWestern * (isForeign ? surerOfOthers : surerOfLatin) ? known.get(best.name) : undefined;
}

const isHigh = (byte: number) => byte >= 0x80;

function lineWith(bytes: Buffer, at: number): number {
  return Math.max(bytes.lastIndexOf(10, at), bytes.lastIndexOf(13, at)) + 1;
}

/** Of words of two bytes and more. */
function shareOfHigh(bytes: Buffer): number {
  let [high, all, word, highInWord] = [0, 0, 0, 0];
  for (let at = 0; at <= bytes.length; at++) {
    const byte = bytes[at] ?? 0;
    if (isHigh(byte) || isLetter(byte)) {
      word++;
      highInWord += Number(isHigh(byte));
      continue;
    }
    if (word > 1 && highInWord > 0) {
      high += highInWord;
      all += word;
    }
    [word, highInWord] = [0, 0];
  }
  return all === 0 ? 0 : high / all;
}

/** Of ASCII. */
export function isLetter(byte: number | undefined): boolean {
  return byte !== undefined && ((byte >= 0x41 && byte <= 0x5a) || (byte >= 0x61 && byte <= 0x7a));
}

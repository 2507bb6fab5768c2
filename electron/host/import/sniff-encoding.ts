import { basename } from 'node:path';
import { AppError } from '../../../core/base/errors';
import type { Encoding } from '../../../core/ports/sources';
import { openBytes } from './open-bytes';
import { isLetter, otherAlphabet } from './other-alphabets';

const looked = 8 * 1024 * 1024;

/**
 * Told from the first 8 MiB: a byte order mark, else where zeros stand, else whether it is valid UTF-8, else which language the
 * letters would be, else which letters single bytes would make. @throws AppError `import-not-text`, `import-other-format`
 */
export async function sniffEncoding(path: string): Promise<Encoding> {
  const { bytes, whole } = await start(path);
  const format = otherFormat(bytes);
  if (format !== undefined) throw new AppError('import-other-format', { file: basename(path), format });
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  const zero = bytes.indexOf(0);
  if (zero >= 0) {
    const wide = wideText(bytes);
    if (wide) return wide;
    // Few among text are damage, or the padding of a field; many are no text.
    if (controls(bytes) > bytes.length / 20) throw new AppError('import-not-text', { file: path, at: zero });
  }
  const magic = bytes.subarray(0, 4).toString('latin1');
  if (magic === '%PDF' || magic.startsWith('\x89PNG') || magic.startsWith('\xff\xd8\xff'))
    throw new AppError('import-not-text', { file: path, at: 0 });
  if (isUtf8(bytes, whole) || isMostlyUtf8(bytes)) return 'utf-8';
  return (await otherAlphabet(bytes)) ?? singleByte(bytes);
}

/** What spreadsheets and other programs write under names that promise a table of text. */
function otherFormat(bytes: Buffer): string | undefined {
  if (bytes.subarray(0, 8).equals(olderOffice)) return 'XLS';
  const text = bytes.subarray(0, 1024).toString('utf8');
  if (/^\uFEFF?\s*<(?:!doctype html|html|head|meta|body|table)\b/i.test(text)) return 'HTML';
  return /^\uFEFF?\s*<\?xml\b/i.test(text) ? 'XML' : undefined;
}

/** Source: MS-CFB, 2.2. */
const olderOffice = Buffer.from('d0cf11e0a1b11ae1', 'hex');

/** How many bytes stand for nothing that is written. */
function controls(bytes: Buffer): number {
  let found = 0;
  for (const byte of bytes) if (byte < 9 || (byte > 13 && byte < 28)) found++;
  return found;
}

/** Letters of several bytes by far outnumber bytes that are no UTF-8, so those are damage. */
function isMostlyUtf8(bytes: Buffer): boolean {
  let right = 0;
  let wrong = 0;
  for (let at = 0; at < bytes.length; ) {
    const byte = bytes[at] ?? 0;
    const size = byte < 0x80 ? 1 : byte >= 0xc2 && byte < 0xe0 ? 2 : byte >= 0xe0 && byte < 0xf0 ? 3 : byte >= 0xf0 && byte < 0xf5 ? 4 : 0;
    const whole = size > 1 && bytes.subarray(at + 1, at + size).every((b) => b >= 0x80 && b < 0xc0);
    if (whole) right++;
    else if (size !== 1) wrong++;
    at += whole ? size : 1;
  }
  return right > wrong * 5;
}

async function start(path: string): Promise<{ bytes: Buffer; whole: boolean }> {
  const parts: Buffer[] = [];
  let length = 0;
  for await (const part of await openBytes(path)) {
    parts.push(part as Buffer);
    length += (part as Buffer).length;
    if (length >= looked) return { bytes: Buffer.concat(parts), whole: false };
  }
  return { bytes: Buffer.concat(parts), whole: true };
}

/** Latin text in UTF-16 has a zero in every other byte. */
function wideText(bytes: Buffer): Encoding | undefined {
  const zeros = [0, 0];
  for (let at = 0; at < bytes.length; at++) if (bytes[at] === 0) zeros[at % 2] = (zeros[at % 2] ?? 0) + 1;
  const [even = 0, odd = 0] = zeros;
  const half = bytes.length / 2;
  if (odd > half * 0.6 && even < half * 0.1) return 'utf-16le';
  if (even > half * 0.6 && odd < half * 0.1) return 'utf-16be';
  return undefined;
}

function isUtf8(bytes: Buffer, whole: boolean): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: !whole });
    return true;
  } catch {
    return false;
  }
}

/** Quotes, dots and dashes of Windows-1252, which touch words; in Mac Roman they are letters. */
const windowsSigns = new Set([0x82, 0x84, 0x85, 0x91, 0x92, 0x93, 0x94, 0x95, 0x96, 0x97]);
/** Quotes and dots of Mac Roman, which touch words; in Windows-1252 they are rare capitals. */
const macSigns = new Set([0xc7, 0xc8, 0xc9, 0xd2, 0xd3, 0xd4, 0xd5]);

/** Mac Roman has its letters where Windows-1252 has signs, and the other way round. */
function singleByte(bytes: Buffer): Encoding {
  let mac = 0;
  let windows = 0;
  for (let at = 0; at < bytes.length; at++) {
    const byte = bytes[at] ?? 0;
    if (byte < 0x80) continue;
    const near = Number(isLetter(bytes[at - 1])) + Number(isLetter(bytes[at + 1]));
    if (byte < 0xa0 && byte !== 0x92 && (near === 2 || (near === 1 && !windowsSigns.has(byte)))) mac++;
    if (byte >= 0xc0 && near > 0 && !macSigns.has(byte)) windows++;
  }
  return mac > windows ? 'macintosh' : 'windows-1252';
}

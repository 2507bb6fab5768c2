import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';

interface Decoder {
  decode(bytes: Uint8Array): string;
}
// Every runtime has it, but it belongs to no ECMAScript library that TypeScript could name here.
declare const TextDecoder: new (label: 'utf-8', options: { fatal: boolean }) => Decoder;

export const toUtf8 = (text: string): Uint8Array => utf8ToBytes(text);

/** @throws TypeError when the bytes are not UTF-8 */
export const fromUtf8 = (bytes: Uint8Array): string => new TextDecoder('utf-8', { fatal: true }).decode(bytes);

/** Lower case. */
export const toHex = (bytes: Uint8Array): string => bytesToHex(bytes);

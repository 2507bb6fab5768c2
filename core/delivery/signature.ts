import { fromBase64, toBase64 } from '../base/base64';
import { AppError } from '../base/errors';
import { toUtf8 } from '../base/utf8';

/** Keyed hash over parts in order; given by the platform. */
export type Hmac = (key: Uint8Array, parts: readonly Uint8Array[]) => Uint8Array;

/** Seconds a signed moment may differ from the reader's own. */
export const tolerance = 300;

/**
 * The key of a secret as Standard Webhooks writes it: `whsec_` and base64, or base64 alone, of at least 24 bytes.
 * @throws AppError `delivery-bad-secret`
 */
export function secretKey(secret: string): Uint8Array {
  const key = fromBase64(secret.trim().replace(/^whsec_/, ''));
  if (key === undefined || key.length < 24) throw new AppError('delivery-bad-secret');
  return key;
}

/** `v1,<base64>` over `id.timestamp.body`; the timestamp is in seconds. Source: Standard Webhooks 1.0. */
export function sign(hmac: Hmac, key: Uint8Array, id: string, timestamp: number, body: Uint8Array): string {
  return `v1,${toBase64(hmac(key, [toUtf8(`${id}.${timestamp}.`), body]))}`;
}

/** True when one of the signatures in the header fits one of the keys; several of each let a secret be replaced without a pause. */
export function verifySignature(
  hmac: Hmac,
  keys: readonly Uint8Array[],
  signed: { id: string; timestamp: number; body: Uint8Array },
  header: string,
): boolean {
  const offered = header.split(' ');
  return keys.some((key) => {
    const expected = sign(hmac, key, signed.id, signed.timestamp, signed.body);
    return offered.some((signature) => equalText(signature, expected));
  });
}

/** Takes the same time wherever the texts differ. */
function equalText(a: string, b: string): boolean {
  let difference = a.length ^ b.length;
  for (let i = 0; i < b.length; i++) difference |= a.charCodeAt(i) ^ b.charCodeAt(i);
  return difference === 0;
}

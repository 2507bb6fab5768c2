import { toBase64 } from '../../core/base/base64';
import { digestIn } from '../../core/delivery/content-digest';
import { secretKey, tolerance, verifySignature } from '../../core/delivery/signature';
import type { Bytes } from '../../core/ports/bytes';
import { Refusal } from './refusal';

export interface Arrived {
  method: string;
  /** Path and query. */
  url: string;
  header: (name: string) => string | undefined;
  body: Uint8Array;
}

/**
 * Refuses what was damaged, is too old or from the future, or is not signed with one of the secrets for this very request.
 * @throws AppError `delivery-bad-secret` when made
 */
export function authoriser(
  secrets: readonly string[],
  bytes: Pick<Bytes, 'sha256' | 'hmacSha256'>,
  now: () => number,
): (request: Arrived) => void {
  const keys = secrets.map(secretKey);
  return ({ method, url, header, body }) => {
    if (digestIn(header('content-digest') ?? '') !== toBase64(bytes.sha256(body))) throw new Refusal('digest-mismatch');
    const server_time = Math.floor(now() / 1000);
    const stamp = header('webhook-timestamp') ?? '';
    if (!/^\d{1,12}$/.test(stamp)) throw new Refusal('bad-signature');
    const timestamp = Number(stamp);
    if (Math.abs(server_time - timestamp) > tolerance) throw new Refusal('timestamp-out-of-tolerance', { server_time });
    const id = `${method} ${url}`;
    const fits =
      header('webhook-id') === id && verifySignature(bytes.hmacSha256, keys, { id, timestamp, body }, header('webhook-signature') ?? '');
    if (!fits) throw new Refusal('bad-signature');
  };
}

import { createHash, createHmac } from 'node:crypto';
import type { Bytes } from '../../core/ports/bytes';

export const nativeDigests: Pick<Bytes, 'sha256' | 'hmacSha256'> = {
  sha256: (content) => createHash('sha256').update(content).digest(),
  hmacSha256(key, parts) {
    const hmac = createHmac('sha256', key);
    for (const part of parts) hmac.update(part);
    return hmac.digest();
  },
};

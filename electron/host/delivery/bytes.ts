import { createHash, createHmac } from 'node:crypto';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import type { Bytes } from '../../../core/ports/bytes';

const gzipAsync = promisify(gzip);

/** Compression runs on the platform's thread pool. Level 4 is the knee for rows of recipients: half the time of level 6 for 3 % more bytes. */
export const nativeBytes: Bytes = {
  gzip: (content) => gzipAsync(content, { level: 4 }),
  sha256: (content) => createHash('sha256').update(content).digest(),
  hmacSha256(key, parts) {
    const hmac = createHmac('sha256', key);
    for (const part of parts) hmac.update(part);
    return hmac.digest();
  },
};

import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { type Readable, Transform } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { AppError } from '../../../core/base/errors';
import { systemCode } from '../files/errors';
import { boundedBy } from './bomb';

/** The bytes at a place of a file, fewer at its end. */
export async function readAt(path: string, position: number, length: number): Promise<Buffer> {
  const file = await open(path, 'r');
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, position);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}

export async function isGzip(path: string): Promise<boolean> {
  const start = await readAt(path, 0, 2);
  return start[0] === 0x1f && start[1] === 0x8b;
}

/** Whether a byte order mark of UTF-8 comes first. */
export async function hasMark(path: string): Promise<boolean> {
  return (await readAt(path, 0, 3)).equals(Buffer.from([0xef, 0xbb, 0xbf]));
}

/** The text of a file as bytes, unpacked when it is gzipped. */
export async function openBytes(path: string): Promise<Readable> {
  const raw = createReadStream(path, { highWaterMark: 1 << 20 });
  if (!(await isGzip(path))) return raw;
  const unpacked = createGunzip();
  raw.on('error', (error) => unpacked.destroy(error));
  const bounded = boundedBy(path, () => raw.bytesRead);
  const counting = new Transform({ transform: (chunk: Buffer, _, done) => done(bounded(chunk.length), chunk) });
  unpacked.on('error', (error) =>
    counting.destroy(systemCode(error).startsWith('Z_') ? new AppError('import-unreadable', { file: path, reason: error.message }) : error),
  );
  return raw
    .pipe(unpacked)
    .pipe(counting)
    .on('close', () => raw.destroy());
}

import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { createInflateRaw } from 'node:zlib';
import { AppError } from '../../../core/base/errors';
import { readAt } from './open-bytes';

const longestDirectory = 64 * 1024 * 1024;
const deflated = 8;

/**
 * What a ZIP archive really unpacks to, in bytes; what it says of itself may be a lie. Counting ends beyond `limit`.
 * Source: APPNOTE 4.3.7, 4.3.12 and 4.3.16. @throws AppError `import-bad-xlsx`
 */
export async function unpackedBytes(path: string, limit: number): Promise<number> {
  const bad = (reason: string, cause?: unknown) => new AppError('import-bad-xlsx', { file: path, reason }, { cause });
  const { size } = await stat(path);
  const tail = await readAt(path, Math.max(0, size - 65_557), 65_557);
  const end = tail.lastIndexOf(Buffer.from('PK\x05\x06', 'latin1'));
  if (end < 0 || end + 22 > tail.length) throw bad('not a ZIP archive');
  const directory = await readAt(path, tail.readUInt32LE(end + 16), Math.min(tail.readUInt32LE(end + 12), longestDirectory));
  let total = 0;
  for (let at = 0; at + 46 <= directory.length && directory.readUInt32LE(at) === 0x02014b50 && total <= limit; ) {
    const head = await readAt(path, directory.readUInt32LE(at + 42), 30);
    if (head.length < 30) throw bad('cut short');
    const start = directory.readUInt32LE(at + 42) + 30 + head.readUInt16LE(26) + head.readUInt16LE(28);
    if (directory.readUInt16LE(at + 10) !== deflated) total += directory.readUInt32LE(at + 20);
    else {
      try {
        total += await inflatedBytes(path, start, limit - total);
      } catch (error) {
        throw bad(error instanceof Error ? error.message : String(error), error);
      }
    }
    at += 46 + directory.readUInt16LE(at + 28) + directory.readUInt16LE(at + 30) + directory.readUInt16LE(at + 32);
  }
  return total;
}

async function inflatedBytes(path: string, start: number, limit: number): Promise<number> {
  const packed = createReadStream(path, { start });
  const unpacked = createInflateRaw();
  packed.on('error', (error) => unpacked.destroy(error));
  let total = 0;
  try {
    for await (const chunk of packed.pipe(unpacked)) {
      total += (chunk as Buffer).length;
      if (total > limit) break;
    }
  } finally {
    packed.destroy();
  }
  return total;
}

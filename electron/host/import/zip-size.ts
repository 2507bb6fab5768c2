import { stat } from 'node:fs/promises';
import { AppError } from '../../../core/base/errors';
import { readAt } from './open-bytes';

/** What a ZIP archive says it unpacks to, in bytes. Source: APPNOTE 4.3.12 and 4.3.16. @throws AppError `import-bad-xlsx` */
export async function unpackedBytes(path: string): Promise<number> {
  const { size } = await stat(path);
  const tail = await readAt(path, Math.max(0, size - 65_557), 65_557);
  const end = tail.lastIndexOf(Buffer.from('PK\x05\x06', 'latin1'));
  if (end < 0 || end + 22 > tail.length) throw new AppError('import-bad-xlsx', { file: path, reason: 'not a ZIP archive' });
  const length = tail.readUInt32LE(end + 12);
  const directory = await readAt(path, tail.readUInt32LE(end + 16), Math.min(length, 64 * 1024 * 1024));
  let total = 0;
  for (let at = 0; at + 46 <= directory.length && directory.readUInt32LE(at) === 0x02014b50; ) {
    total += directory.readUInt32LE(at + 24);
    at += 46 + directory.readUInt16LE(at + 28) + directory.readUInt16LE(at + 30) + directory.readUInt16LE(at + 32);
  }
  return total;
}

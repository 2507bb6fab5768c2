import { mkdir, open } from 'node:fs/promises';
import path from 'node:path';
import { AppError } from '../../../core/base/errors';
import { systemCode } from '../files/errors';

export interface UploadPart {
  name: string;
  upload: string;
  /** Where in the file these bytes belong; parts arrive in order. */
  offset: number;
  bytes: Uint8Array;
}

/**
 * Keeps a file that a browser hands over in parts, under the workspace's `source` folder, so that its recipe can be run again.
 * @throws AppError `import-upload-name`, `import-upload-order`
 */
export async function storeUpload(workspace: string, part: UploadPart): Promise<string> {
  const name = path.basename(part.name.replaceAll('\\', '/'));
  if (name !== part.name || name === '.' || name === '..' || name.includes('\0'))
    throw new AppError('import-upload-name', { name: part.name });
  const folder = path.join(workspace, 'source', part.upload);
  await mkdir(folder, { recursive: true });
  const file = path.join(folder, name);
  const handle = await open(file, part.offset === 0 ? 'w' : 'r+').catch((error: unknown) => {
    if (systemCode(error) === 'ENOENT') throw new AppError('import-upload-order', { name, expected: 0, found: part.offset });
    throw error;
  });
  try {
    const { size } = await handle.stat();
    if (size !== part.offset) throw new AppError('import-upload-order', { name, expected: size, found: part.offset });
    await handle.write(part.bytes, 0, part.bytes.length, part.offset);
  } finally {
    await handle.close();
  }
  return file;
}

import { createWriteStream } from 'node:fs';
import path from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import iconv from 'iconv-lite';
import { throwIfCancelled } from '../../../core/base/cancellation';
import { fileText } from '../../../core/sample/files';
import type { WriteSampleFiles } from '../../../core/usecases/sample/create-sample';

/** Streams every file of the sample to disk in the encoding its business would use. */
export const writeSampleFiles: WriteSampleFiles = async (folder, files, sample, signal, onFile) => {
  const paths = new Map<string, string>();
  for (const file of files) {
    throwIfCancelled(signal);
    onFile(file.name);
    const target = path.join(folder, file.name);
    const encoding = file.write.format === 'csv' ? file.write.encoding : 'utf-8';
    await pipeline(Readable.from(fileText(file, sample)), iconv.encodeStream(encoding), createWriteStream(target));
    paths.set(file.name, target);
  }
  return paths;
};

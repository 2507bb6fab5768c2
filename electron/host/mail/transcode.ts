import { createReadStream, createWriteStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import iconv from 'iconv-lite';
import { throwIfCancelled } from '../../../core/base/cancellation';
import type { Transcode } from '../../../core/ports/transcode';
import { saveError } from '../files/errors';
import { stoppable } from '../files/stoppable';

export const transcode: Transcode = async (from, to, encoding, signal) => {
  throwIfCancelled(signal);
  try {
    await stoppable(signal, (stop) =>
      pipeline(
        createReadStream(from, { highWaterMark: 1 << 20 }),
        iconv.decodeStream('utf-8', { stripBOM: false }),
        iconv.encodeStream(encoding, { addBOM: encoding === 'utf-16le' }),
        createWriteStream(to, { flush: true }),
        { signal: stop },
      ),
    );
  } catch (error) {
    await rm(to, { force: true });
    throw saveError(error, to);
  }
};

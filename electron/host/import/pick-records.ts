import { createReadStream, createWriteStream } from 'node:fs';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import iconv from 'iconv-lite';
import type { PickRequest } from '../../../core/ports/sources';
import { createPicker } from '../../../core/usecases/import/text/pick';
import { saveError } from '../files/errors';

/** Writes the header of UTF-8 text, and the records that begin on some of its lines, in the encoding of the dialect. */
export async function pickRecords(from: string, to: string, request: PickRequest): Promise<void> {
  const { encoding } = request.dialect;
  const picker = createPicker(request, request.lines);
  const decoder = new TextDecoder('utf-8');
  const picking = new Transform({
    readableObjectMode: true,
    transform: (chunk: Buffer, _, done) => done(null, picker.push(decoder.decode(chunk, { stream: true }))),
    flush: (done) => done(null, picker.push(decoder.decode()) + picker.end()),
  });
  const encoder = iconv.encodeStream(encoding, { addBOM: encoding.startsWith('utf-16') });
  try {
    await pipeline(createReadStream(from, { highWaterMark: 1 << 20 }), picking, encoder, createWriteStream(to));
  } catch (error) {
    throw saveError(error, to);
  }
}

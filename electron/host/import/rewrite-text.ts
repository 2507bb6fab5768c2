import { createReadStream } from 'node:fs';
import type { CancelSignal } from '../../../core/base/cancellation';
import type { RewriteRequest } from '../../../core/ports/sources';
import { jsonStart } from '../../../core/usecases/import/text/json-start';
import { createRewriter } from '../../../core/usecases/import/text/rewrite';
import { readAt } from './open-bytes';
import { writeMade } from './write-made';

/**
 * Writes UTF-8 text as the CSV that `createRewriter` makes of it, in bounded memory. @returns whether there is more of it
 * @throws AppError `cancelled`
 */
export async function rewriteText(from: string, to: string, request: RewriteRequest, signal?: CancelSignal): Promise<{ cut: boolean }> {
  const rewriter = createRewriter(request);
  const decoder = createDecoder();
  const rewritten = (chunk: Buffer | undefined) => {
    const { text, damaged } = decoder(chunk);
    return rewriter.push(text, damaged || request.damaged);
  };
  const already = request.cut ?? false;
  const { cut } = await writeMade(
    createReadStream(from, { highWaterMark: 1 << 20 }),
    to,
    {
      part: (chunk) => Buffer.from(rewritten(chunk)),
      rest: () => Buffer.from(already ? '' : rewritten(undefined) + rewriter.end()),
      enough: rewriter.enough,
    },
    signal,
  );
  return { cut: cut || already || rewriter.more() };
}

/** Decodes parts of UTF-8, a byte order mark left out, and tells in which there are bytes that are no text. */
function createDecoder(): (chunk: Buffer | undefined) => { text: string; damaged: boolean } {
  const lenient = new TextDecoder('utf-8');
  return (chunk) => {
    const text = chunk === undefined ? lenient.decode() : lenient.decode(chunk, { stream: true });
    return { text, damaged: text.includes('\uFFFD') && replaced(text) > genuine(chunk) };
  };
}

const replaced = (text: string) => text.split('\uFFFD').length - 1;
const sign = Buffer.from('\uFFFD');

/** How often the sign that stands for what is no text was itself in the bytes. */
function genuine(chunk: Buffer | undefined): number {
  let found = 0;
  for (let at = chunk?.indexOf(sign) ?? -1; at >= 0; at = chunk?.indexOf(sign, at + 3) ?? -1) found++;
  return found;
}

const sampled = 4 * 1024 * 1024;

/** The start of a text in UTF-8, without its byte order mark. */
export async function sampleText(path: string, most = sampled): Promise<{ text: string; whole: boolean }> {
  const bytes = await readAt(path, 0, most + 1);
  const whole = bytes.length <= most;
  const text = new TextDecoder('utf-8').decode(whole ? bytes : bytes.subarray(0, most), { stream: !whole });
  return { text, whole };
}

/** No object that the engine takes is longer. */
const longestStart = 32 * 1024 * 1024;

/** The first objects of JSON text in UTF-8. */
export async function startOfJson(path: string, within: number): Promise<{ text: string; more: boolean } | undefined> {
  const { text, whole } = await sampleText(path, longestStart);
  return whole && text.length <= within ? { text, more: false } : jsonStart(text, within);
}

import { fromUtf8, toUtf8 } from '../base/utf8';
import { assertCarried, type BytesPath } from './carried';
import { asFrame, type Frame } from './frames';

interface Attachment {
  path: BytesPath;
  length: number;
}

const aligned = (size: number) => Math.ceil(size / 8) * 8;

/**
 * A frame as one message: u32 little-endian length of the header, the header as JSON in UTF-8, then every
 * `Uint8Array` of the frame, each starting at a multiple of 8 bytes. The header is `[frame, attachments]`.
 * @throws TypeError for a value that cannot cross
 */
export function encode(frame: Frame): Uint8Array<ArrayBuffer> {
  const parts: Uint8Array[] = [];
  const attachments: Attachment[] = [];
  assertCarried(frame, (bytes, path) => {
    parts.push(bytes);
    attachments.push({ path, length: bytes.byteLength });
  });
  const head = toUtf8(JSON.stringify([parts.length === 0 ? frame : withoutBytes(frame), attachments]));
  const size = parts.reduce((end, part) => aligned(end) + part.byteLength, 4 + head.byteLength);
  const message = new Uint8Array(size);
  new DataView(message.buffer).setUint32(0, head.byteLength, true);
  message.set(head, 4);
  let end = 4 + head.byteLength;
  for (const part of parts) {
    message.set(part, aligned(end));
    end = aligned(end) + part.byteLength;
  }
  return message;
}

/** Bytes become null in the header; a null there that has an attachment is filled in again by `decode`. */
function withoutBytes(value: unknown): unknown {
  if (value instanceof Uint8Array) return null;
  if (Array.isArray(value)) return value.map(withoutBytes);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, withoutBytes(inner)]));
}

/**
 * The frame of a message. Attachments are views into the message, not copies.
 * @throws RangeError, SyntaxError or TypeError when the message is not what `encode` makes
 */
export function decode(message: Uint8Array): Frame {
  if (message.byteLength < 4) throw new RangeError('message without a header');
  const headLength = new DataView(message.buffer, message.byteOffset, message.byteLength).getUint32(0, true);
  if (headLength > message.byteLength - 4) throw new RangeError('message shorter than its header');
  const head: unknown = JSON.parse(fromUtf8(message.subarray(4, 4 + headLength)));
  if (!Array.isArray(head) || head.length !== 2 || !Array.isArray(head[1]))
    throw new TypeError('header is not a frame with its attachments');
  const [body, attachments] = head as [unknown, unknown[]];
  let end = 4 + headLength;
  for (const attachment of attachments) {
    const { path, length } = asAttachment(attachment);
    const start = aligned(end);
    end = start + length;
    if (end > message.byteLength) throw new RangeError('message shorter than its attachments');
    place(body, path, message.subarray(start, end));
  }
  if (end !== message.byteLength) throw new RangeError('message longer than its frame');
  const frame = asFrame(body);
  if (!frame) throw new TypeError('message is not a frame');
  return frame;
}

function asAttachment(value: unknown): Attachment {
  const { path, length } = (value ?? {}) as Partial<Record<string, unknown>>;
  if (!Array.isArray(path) || path.length === 0 || typeof length !== 'number' || !Number.isInteger(length) || length < 0) {
    throw new TypeError('not an attachment');
  }
  return { path, length };
}

/** Only own properties are followed and only a null is replaced, so that a path cannot reach a prototype. */
function place(body: unknown, path: BytesPath, bytes: Uint8Array): void {
  let here = body;
  for (const [depth, key] of path.entries()) {
    if (typeof here !== 'object' || here === null || !Object.hasOwn(here, key)) throw new TypeError('attachment without a place');
    const holder = here as Record<string | number, unknown>;
    if (depth < path.length - 1) here = holder[key];
    else if (holder[key] === null)
      Object.defineProperty(holder, key, { value: bytes, enumerable: true, writable: true, configurable: true });
    else throw new TypeError('attachment over a value');
  }
}

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decode, encode } from '../../../core/rpc/codec';
import type { Frame } from '../../../core/rpc/frames';

const frameOf = (value: unknown): Frame => ({ kind: 'done', id: 1, value });

/** A message with any header, for what `encode` would never make, filled up to where an empty attachment begins. */
function message(header: unknown, tail: number[] = []): Uint8Array {
  const head = new TextEncoder().encode(JSON.stringify(header).padEnd(132));
  const all = new Uint8Array(4 + head.byteLength + tail.length);
  new DataView(all.buffer).setUint32(0, head.byteLength, true);
  all.set(head, 4);
  all.set(tail, 4 + head.byteLength);
  return all;
}

test('whatever is encoded is decoded, wherever the message lies', () => {
  const leaf = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.integer(),
    fc.double({ noNaN: true, noDefaultInfinity: true }).map((n) => n + 0),
    fc.boolean(),
    fc.constant(null),
    fc.uint8Array({ maxLength: 40 }),
  );
  const { value } = fc.letrec((tie) => ({
    value: fc.oneof(
      { depthSize: 'small' },
      leaf,
      fc.array(tie('value'), { maxLength: 5 }),
      fc.dictionary(fc.string(), tie('value'), { maxKeys: 5, noNullPrototype: true }),
    ),
  }));
  fc.assert(
    fc.property(value, fc.nat(9), (carried, offset) => {
      const encoded = encode(frameOf(carried));
      const shifted = new Uint8Array(encoded.byteLength + offset);
      shifted.set(encoded, offset);
      expect(decode(shifted.subarray(offset))).toEqual(frameOf(carried));
    }),
  );
});

test('attachments start at multiples of 8, so that typed arrays need no copy', () => {
  const frame = decode(encode(frameOf([new Uint8Array(3), new Uint8Array(16).fill(7)])));
  if (frame.kind !== 'done') throw new Error('another frame');
  const [, second] = frame.value as [Uint8Array, Uint8Array];
  expect(second.byteOffset % 8).toBe(0);
  expect(second).toEqual(new Uint8Array(16).fill(7));
});

test('an empty attachment has a place too', () => {
  expect(decode(message([{ kind: 'done', id: 1, value: null }, [{ path: ['value'], length: 0 }]]))).toEqual(frameOf(new Uint8Array(0)));
});

describe('refuses', () => {
  const good = { kind: 'done', id: 1, value: { bytes: null, text: 'x' } };
  test.each<[string, Uint8Array]>([
    ['nothing', new Uint8Array(0)],
    ['three bytes', new Uint8Array(3)],
    ['a header longer than the message', new Uint8Array([255, 255, 255, 255, 1])],
    ['what is not JSON', new Uint8Array([1, 0, 0, 0, 0x7b])],
    ['what is not UTF-8', new Uint8Array([2, 0, 0, 0, 0xc3, 0x28])],
    ['no pair', message({})],
    ['no frame', message([{ kind: 'other', id: 1 }, []])],
    ['a frame with more in it', message([{ kind: 'cancel', id: 1, extra: 1 }, []])],
    ['an id that is not a count', message([{ kind: 'cancel', id: 1.5 }, []])],
    ['an attachment beyond the end', message([good, [{ path: ['value', 'bytes'], length: 9 }]])],
    ['a negative length', message([good, [{ path: ['value', 'bytes'], length: -1 }]])],
    ['an attachment without a place', message([good, [{ path: ['value', 'other'], length: 0 }]])],
    ['an attachment over a value', message([good, [{ path: ['value', 'text'], length: 0 }]])],
    ['a place on a prototype', message([good, [{ path: ['value', '__proto__', 'polluted'], length: 0 }]])],
    [
      'a place on the root prototype, whose own prototype is null',
      message([good, [{ path: ['value', '__proto__', '__proto__'], length: 0 }]]),
    ],
    ['bytes nobody asked for', message([good, []], [1, 2, 3])],
    ['an attachment that is null', message([good, [null]])],
  ])('%s', (_name, bytes) => {
    const before = Object.getOwnPropertyDescriptors(Object.prototype);
    expect(() => decode(bytes)).toThrow();
    expect(Object.getOwnPropertyDescriptors(Object.prototype)).toEqual(before);
  });

  test('values that would not survive', () => {
    const loop: unknown[] = [];
    loop.push(loop);
    for (const value of [1n, Number.POSITIVE_INFINITY, new Set(), Symbol('x'), new Array(2), loop, new Float64Array(2)])
      expect(() => encode(frameOf(value))).toThrow(TypeError);
  });
});

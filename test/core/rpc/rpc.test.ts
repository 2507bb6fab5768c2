import { setTimeout as wait } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { AppError } from '../../../core/base/errors';
import { type Client, connect } from '../../../core/rpc/connect';
import type { Handlers } from '../../../core/rpc/define';
import type { Frame } from '../../../core/rpc/frames';
import { serve } from '../../../core/rpc/serve';
import { type Line, transports } from './transports';

const contract = {
  add: { input: z.strictObject({ a: z.number(), b: z.number().default(1) }), output: z.strictObject({ sum: z.number() }) },
  echo: { input: z.strictObject({ value: z.unknown() }), output: z.strictObject({ value: z.unknown() }) },
  count: { input: z.strictObject({ to: z.number() }), output: z.strictObject({}), progress: z.number() },
  fail: { input: z.strictObject({ how: z.enum(['app', 'defect', 'bigint', 'date']) }), output: z.strictObject({}) },
} as const;

let cancelled = 0;
const handlers: Handlers<typeof contract> = {
  add: ({ a, b }) => ({ sum: a + b }),
  echo: ({ value }) => ({ value }),
  count: async ({ to }, { signal, progress }) => {
    signal.addEventListener('abort', () => cancelled++);
    for (let step = 1; step <= to && !signal.aborted; step++) {
      progress(step);
      await wait(1);
    }
    return {};
  },
  fail: ({ how }) => {
    if (how === 'app') throw new AppError('not-found', { kind: 'entity', name: 'orders', known: 'customers' });
    if (how === 'defect') throw new TypeError('x is not a function');
    const oops: object = { oops: how === 'bigint' ? 1n : new Date(0) };
    return oops as Record<string, never>;
  },
};

describe.each(Object.entries(transports))('over %s', (_name, open) => {
  let line: Line;
  let client: Client<typeof contract>;

  beforeEach(async () => {
    cancelled = 0;
    line = await open();
    serve(contract, handlers, line.host);
    client = connect(contract, line.window, { checkOutput: true });
  });
  afterEach(async () => {
    line.window.close();
    line.host.close();
    await line.end();
  });

  test('answers, with defaults filled in', async () => {
    await expect(client.call('add', { a: 2, b: 3 })).resolves.toEqual({ sum: 5 });
    await expect(client.call('add', { a: 2 })).resolves.toEqual({ sum: 3 });
  });

  test('keeps the answers of calls in flight apart', async () => {
    const sums = await Promise.all(Array.from({ length: 50 }, (_, a) => client.call('add', { a, b: 100 })));
    expect(sums.map(({ sum }) => sum)).toEqual(Array.from({ length: 50 }, (_, a) => a + 100));
  });

  test('refuses input that does not fit, before the handler', async () => {
    await expect(client.call('add', { a: 1, c: 2 } as { a: number })).rejects.toMatchObject({
      code: 'bad-document',
      details: { what: 'add' },
    });
  });

  test('carries an AppError with its details, and a defect with its message', async () => {
    const known = client.call('fail', { how: 'app' });
    await expect(known).rejects.toBeInstanceOf(AppError);
    await expect(known).rejects.toMatchObject({ code: 'not-found', details: { kind: 'entity', name: 'orders', known: 'customers' } });
    await expect(client.call('fail', { how: 'defect' })).rejects.toMatchObject({
      code: 'defect',
      details: { message: 'x is not a function' },
    });
  });

  test.each(['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'nope'])('knows no method %s', async (method) => {
    await expect(client.call(method as 'add', { a: 1 })).rejects.toMatchObject({ code: 'unknown-method', details: { method } });
  });

  test.each([0, 1, 7, 8, 9, 65_537])('carries %i bytes unchanged', async (length) => {
    const bytes = Uint8Array.from({ length }, (_, index) => index * 31);
    const { value } = await client.call('echo', { value: { first: bytes, list: ['between', bytes.subarray(Math.floor(length / 2))] } });
    expect(value).toEqual({ first: bytes, list: ['between', bytes.subarray(Math.floor(length / 2))] });
  });

  test('carries hostile keys as plain properties', async () => {
    const hostile: unknown = JSON.parse('{"__proto__":{"polluted":true},"constructor":null,"$bytes":0}');
    const { value } = await client.call('echo', { value: hostile });
    expect(Object.keys(value as object)).toEqual(['__proto__', 'constructor', '$bytes']);
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
  });

  test('carries text of every kind', async () => {
    const text = '\ufeffañ🂡\u0000\u2028 "quoted" \\';
    await expect(client.call('echo', { value: text })).resolves.toEqual({ value: text });
  });

  test('reports progress in order, before the answer', async () => {
    const seen: number[] = [];
    await client.call('count', { to: 5 }, { onProgress: (step) => seen.push(step) });
    expect(seen).toEqual([1, 2, 3, 4, 5]);
  });

  test('cancels: the caller hears at once, the handler stops, the line stays', async () => {
    const controller = new AbortController();
    const call = client.call(
      'count',
      { to: 100_000 },
      { signal: controller.signal, onProgress: (step) => step === 3 && controller.abort() },
    );
    await expect(call).rejects.toMatchObject({ code: 'cancelled' });
    await expect.poll(() => cancelled).toBe(1);
    await expect(client.call('add', { a: 1 })).resolves.toEqual({ sum: 2 });
  });

  test('does not start a call that is cancelled already', async () => {
    await expect(client.call('count', { to: 3 }, { signal: AbortSignal.abort() })).rejects.toMatchObject({ code: 'cancelled' });
  });

  test.each([1n, Number.NaN, new Date(0), new Map(), () => 1, [undefined]])('refuses to send %s', async (value) => {
    await expect(client.call('echo', { value })).rejects.toThrow(/cannot cross/);
    await expect(client.call('add', { a: 1 })).resolves.toEqual({ sum: 2 });
  });

  test.each(['bigint', 'date'] as const)('says that an answer with a %s is a defect', async (how) => {
    await expect(client.call('fail', { how })).rejects.toMatchObject({
      code: 'defect',
      details: { message: expect.stringContaining('oops') },
    });
  });

  test('rejects what is pending when the line is lost, and everything after', async () => {
    let lost = 0;
    client.onLost(() => lost++);
    const pending = client.call('count', { to: 100_000 });
    await client.call('add', { a: 1 });
    line.host.close();
    await expect(pending).rejects.toMatchObject({ code: 'host-lost' });
    await expect(client.call('add', { a: 1 })).rejects.toMatchObject({ code: 'host-lost' });
    await expect.poll(() => cancelled).toBe(1);
    expect(lost).toBe(1);
  });
});

test('a call id in use is refused and the first call goes on', async () => {
  const line = await transports.memory?.();
  if (!line) throw new Error('no memory transport');
  serve(contract, handlers, line.host);
  const frames: Frame[] = [];
  line.window.listen({ frame: (frame) => frames.push(frame), closed: () => {} });
  line.window.send({ kind: 'call', id: 1, method: 'count', value: { to: 3 } });
  line.window.send({ kind: 'call', id: 1, method: 'add', value: { a: 1 } });
  await expect.poll(() => frames.at(-1)).toEqual({ kind: 'done', id: 1, value: {} });
  expect(frames.filter((frame) => frame.kind === 'failed')).toHaveLength(1);
});

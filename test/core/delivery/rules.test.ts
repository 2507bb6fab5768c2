import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { toUtf8 } from '../../../core/base/utf8';
import { backoff, patience, retryAfter } from '../../../core/delivery/backoff';
import { planChunks } from '../../../core/delivery/chunk-plan';
import { contentDigest } from '../../../core/delivery/content-digest';
import { problemTypes, problemUrn } from '../../../core/delivery/problem-types';
import { nextStage } from '../../../core/delivery/stage';
import { judge } from '../../../core/delivery/verdict';
import { nativeBytes } from '../../../electron/host/delivery/bytes';

describe('chunks', () => {
  test('hold every row once, never too many, and never few unless there is only one', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 3_000_000 }), (rows) => {
        const { chunks, size } = planChunks(rows);
        const last = rows - (chunks - 1) * size;
        expect(size).toBeLessThanOrEqual(20_000);
        expect(last).toBeGreaterThan(0);
        expect(last).toBeLessThanOrEqual(size);
        if (chunks > 1) expect(last).toBeGreaterThanOrEqual(5000);
      }),
    );
    expect(planChunks(0)).toEqual({ chunks: 0, size: 0 });
  });
});

describe('waiting', () => {
  test('is anywhere below a bound that doubles up to the cap', () => {
    expect(backoff(patience, 1, 0, undefined)).toBe(0);
    expect(backoff(patience, 1, 0.5, undefined)).toBe(250);
    expect(backoff(patience, 4, 0.5, undefined)).toBe(2000);
    expect(backoff(patience, 60, 0.5, undefined)).toBe(30_000);
  });

  test('is never shorter than what was asked for', () => {
    expect(backoff(patience, 1, 0, 90_000)).toBe(90_000);
    expect(backoff(patience, 9, 0.5, 0)).toBe(250);
    const now = Date.parse('2026-11-20T08:00:00Z');
    expect(retryAfter('120', now)).toBe(120_000);
    expect(retryAfter('Fri, 20 Nov 2026 08:00:30 GMT', now)).toBe(30_000);
    expect(retryAfter('Fri, 20 Nov 2026 07:00:00 GMT', now)).toBe(0);
    expect(retryAfter('soon', now)).toBeUndefined();
    expect(retryAfter(undefined, now)).toBeUndefined();
  });
});

describe('an answer', () => {
  const answer = (status: number, type: string, text: string, headers = {}) =>
    judge({ status, headers: { 'content-type': type, ...headers }, body: toUtf8(text) }, nativeBytes.sha256);
  const ours = (type: keyof typeof problemTypes, more = {}) =>
    answer(problemTypes[type].status, 'application/problem+json', JSON.stringify({ type: problemUrn(type), ...more }));

  test('is a yes only as JSON whose digest fits', () => {
    expect(answer(200, 'application/json; charset=utf-8', '{"a":1}')).toEqual({ kind: 'yes', status: 200, value: { a: 1 } });
    expect(answer(200, 'text/html', '<p>Welcome</p>')).toMatchObject({ kind: 'retry' });
    expect(answer(200, 'application/json', '{"a":')).toMatchObject({ kind: 'retry' });
    expect(answer(302, 'application/json', '{}')).toMatchObject({ kind: 'retry' });
    const digest = contentDigest(nativeBytes.sha256(toUtf8('{"a":1}')));
    expect(answer(200, 'application/json', '{"a":1}', { 'content-digest': digest })).toMatchObject({ kind: 'yes' });
    expect(answer(200, 'application/json', '{"a":2}', { 'content-digest': digest })).toMatchObject({ kind: 'retry' });
  });

  test('stops only for a 4xx of ours', () => {
    expect(ours('bad-manifest')).toMatchObject({ kind: 'stop', type: 'bad-manifest' });
    expect(ours('bad-signature')).toMatchObject({ kind: 'doubt' });
    expect(ours('storage-full')).toMatchObject({ kind: 'retry' });
    expect(ours('unknown-delivery')).toEqual({ kind: 'restart' });
    expect(ours('incomplete')).toEqual({ kind: 'incomplete' });
    expect(ours('timestamp-out-of-tolerance', { server_time: 7 })).toEqual({ kind: 'clock', serverTime: 7 });
    const document = JSON.stringify({ type: problemUrn('bad-manifest') });
    expect(answer(500, 'application/problem+json', document)).toMatchObject({ kind: 'retry' });
    expect(answer(422, 'application/json', document)).toMatchObject({ kind: 'retry', type: undefined });
    for (const status of [400, 401, 403, 404, 410, 413, 422, 451]) {
      expect(answer(status, 'application/problem+json', '{"type":"about:blank"}')).toMatchObject({ kind: 'retry', type: undefined });
      expect(answer(status, 'text/plain', 'no')).toMatchObject({ kind: 'retry', type: undefined });
    }
  });
});

test('every event leads to the receipt or back to asking', () => {
  const receipt = { id: 'a'.repeat(64), recipients: 1, seeds: 0, accepted: 1, rejected: [], committed_at: '2026-11-20T08:00:00Z' };
  const status = { id: receipt.id, state: 'receiving' as const, missing: [2], missing_content: ['b'], receipt: null };
  expect(nextStage({ kind: 'status', status })).toEqual({ kind: 'upload', chunks: [2], content: ['b'] });
  expect(nextStage({ kind: 'status', status: { ...status, missing: [], missing_content: [] } })).toEqual({ kind: 'commit' });
  expect(nextStage({ kind: 'status', status: { ...status, state: 'committing' } })).toEqual({ kind: 'poll' });
  expect(nextStage({ kind: 'status', status: { ...status, receipt } })).toEqual({ kind: 'finish', receipt });
  expect(nextStage({ kind: 'uploaded' })).toEqual({ kind: 'commit' });
  expect(nextStage({ kind: 'accepted' })).toEqual({ kind: 'poll' });
  expect(nextStage({ kind: 'incomplete' })).toEqual({ kind: 'announce' });
  expect(nextStage({ kind: 'restart' })).toEqual({ kind: 'announce' });
});

import { createHash } from 'node:crypto';
import { readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { toUtf8 } from '../../../core/base/utf8';
import { contentDigest } from '../../../core/delivery/content-digest';
import { type Manifest, manifestBytes } from '../../../core/delivery/manifest';
import { openApiDocument } from '../../../core/delivery/openapi';
import { problemUrn } from '../../../core/delivery/problem-types';
import { secretKey, sign } from '../../../core/delivery/signature';
import { parseFaults } from '../../../electron/endpoint/faults';
import { type EndpointOptions, type RunningEndpoint, startEndpoint } from '../../../electron/endpoint/start-endpoint';
import { nativeBytes } from '../../../electron/host/delivery/bytes';
import { tempFolder } from '../../support/delivery';
import { testSecret } from '../../support/delivery-secret';

let dir: string;
let running: RunningEndpoint;

const start = async (options: Partial<EndpointOptions> = {}) => {
  running = await startEndpoint({ dir, port: 0, secret: testSecret, ...options });
};

beforeEach(async () => {
  dir = await tempFolder();
  await start();
});

afterEach(async () => {
  await running.close();
  await rm(dir, { recursive: true });
});

const sha = (content: Uint8Array) => createHash('sha256').update(content).digest('hex');
const rowsOf = (ids: string[]) => ids.map((id) => `${JSON.stringify({ recipient_id: id, seed: id.startsWith('z') })}\n`).join('');

/** A small delivery, made by hand as any other client would make it. */
function delivery(chunks: string[][], changes: Partial<Manifest> = {}) {
  const packed = chunks.map((ids) => gzipSync(rowsOf(ids)));
  const ids = chunks.flat();
  const seeds = ids.filter((id) => id.startsWith('z')).length;
  const content = toUtf8('Hello');
  const manifest: Manifest = {
    format: 1,
    campaign: 'spring',
    message: 'm1',
    channel: 'email',
    wave: '1',
    frozen_at: '2026-11-20T08:00:00Z',
    send_at: null,
    zone: 'UTC',
    expires_at: null,
    schema: [
      { name: 'recipient_id', type: 'text' },
      { name: 'seed', type: 'boolean' },
    ],
    counts: { recipients: ids.length - seeds, seeds },
    eligibility: { activity: 'm1', input: ids.length - seeds, exclusions: [], sent: ids.length - seeds, seeds },
    content: [{ name: 'body', sha256: sha(content), bytes: content.length }],
    chunks: packed.map((bytes, seq) => ({ seq, sha256: sha(bytes), bytes: bytes.length, rows: chunks[seq]?.length ?? 0 })),
    ...changes,
  };
  const bytes = manifestBytes(manifest);
  return { id: sha(bytes), bytes, packed, content };
}

/** Every exchange is checked against the published protocol. */
async function call(method: string, path: string, body: Uint8Array = new Uint8Array(), changes: Record<string, string> = {}) {
  const id = `${method} ${path}`;
  const timestamp = Math.floor(Date.now() / 1000);
  const answer = await fetch(running.url + path, {
    method,
    headers: {
      'content-digest': contentDigest(nativeBytes.sha256(body)),
      'webhook-id': id,
      'webhook-timestamp': String(timestamp),
      'webhook-signature': sign(nativeBytes.hmacSha256, secretKey(testSecret), id, timestamp, body),
      ...changes,
    },
    ...(method === 'GET' ? {} : { body: new Uint8Array(body) }),
  });
  const text = await answer.text();
  const template =
    path
      .split('?')[0]
      ?.replace(/deliveries\/[0-9a-f]{64}/, 'deliveries/{id}')
      .replace(/(chunks|content)\/[0-9a-f]{64}/, '$1/{sha}') ?? '';
  expect(openApiDocument.paths).toHaveProperty([template, method.toLowerCase(), 'responses', String(answer.status)]);
  expect(answer.headers.get('content-digest')).toBe(contentDigest(nativeBytes.sha256(toUtf8(text))));
  return { status: answer.status, json: JSON.parse(text) };
}

const put = (path: string, body: Uint8Array, changes = {}) => call('PUT', `/v1/deliveries/${path}`, body, changes);

async function bring(given: ReturnType<typeof delivery>) {
  await put(given.id, given.bytes);
  await put(`${given.id}/content/${sha(given.content)}`, given.content);
  for (const chunk of given.packed) await put(`${given.id}/chunks/${sha(chunk)}`, chunk);
  return call('POST', `/v1/deliveries/${given.id}/commit`);
}

test('takes a delivery, says what is missing, and answers the same receipt for ever', async () => {
  const given = delivery([
    ['a', 'b'],
    ['c', 'z1'],
  ]);
  expect(await put(given.id, given.bytes)).toMatchObject({
    status: 201,
    json: { state: 'receiving', missing: [0, 1], missing_content: [sha(given.content)] },
  });
  expect((await put(given.id, given.bytes)).status).toBe(200);
  const [first = Buffer.alloc(0)] = given.packed;
  expect((await put(`${given.id}/chunks/${sha(first)}`, first)).status).toBe(201);
  expect((await put(`${given.id}/chunks/${sha(first)}`, first)).status).toBe(200);
  expect(await call('POST', `/v1/deliveries/${given.id}/commit`)).toMatchObject({
    status: 409,
    json: { type: problemUrn('incomplete'), missing: [1] },
  });
  expect(await running.ledger()).toEqual([]);
  const done = await bring(given);
  expect(done).toMatchObject({ status: 200, json: { id: given.id, recipients: 3, seeds: 1, accepted: 3, rejected: [] } });
  await running.close();
  await start();
  expect(await call('POST', `/v1/deliveries/${given.id}/commit`)).toEqual(done);
  expect((await call('GET', `/v1/deliveries/${given.id}`)).json).toMatchObject({ state: 'committed', missing: [], receipt: done.json });
  expect((await running.ledger()).map((effect) => effect.recipient_id)).toEqual(['a', 'b', 'c', 'z1']);
});

test('pages through the results', async () => {
  const given = delivery([['a', 'b', 'c', 'z1']]);
  expect((await call('GET', `/v1/deliveries/${'0'.repeat(64)}/results`)).json.type).toBe(problemUrn('unknown-delivery'));
  await bring(given);
  const seen: string[] = [];
  for (let after: string | null = ''; after !== null; ) {
    const { json } = await call('GET', `/v1/deliveries/${given.id}/results?limit=3${after === '' ? '' : `&after=${after}`}`);
    seen.push(json.results.map((result: { recipient_id: string; status: string }) => `${result.recipient_id} ${result.status}`).join());
    after = json.next;
  }
  expect(seen).toEqual(['a accepted,b accepted,c accepted', 'z1 accepted']);
});

test('commits asked for at the same time, also of two deliveries to the same people, reach each once', async () => {
  const one = delivery([['a', 'b', 'c']]);
  const two = delivery([['b', 'c', 'd']], { frozen_at: '2026-11-21T08:00:00Z' });
  const other = delivery([['a', 'b']], { wave: '2' });
  for (const given of [one, two, other]) {
    await put(given.id, given.bytes);
    await put(`${given.id}/content/${sha(given.content)}`, given.content);
    for (const chunk of given.packed) await put(`${given.id}/chunks/${sha(chunk)}`, chunk);
  }
  await Promise.all([one, two, other, one, two].map((given) => call('POST', `/v1/deliveries/${given.id}/commit`)));
  const reached = (await running.ledger()).map((effect) => `${effect.wave} ${effect.recipient_id}`).sort();
  expect(reached).toEqual(['1 a', '1 b', '1 c', '1 d', '2 a', '2 b']);
});

describe('refuses', () => {
  const cases: [string, () => Promise<{ status: number; json: unknown }>][] = [
    ['digest-mismatch', () => put('0'.repeat(64), toUtf8('x'), { 'content-digest': contentDigest(nativeBytes.sha256(toUtf8('y'))) })],
    ['bad-signature', () => put('0'.repeat(64), toUtf8('x'), { 'webhook-signature': 'v1,AAAA' })],
    ['bad-signature', () => put('0'.repeat(64), toUtf8('x'), { 'webhook-id': 'GET /v1/deliveries' })],
    ['timestamp-out-of-tolerance', () => put('0'.repeat(64), toUtf8('x'), { 'webhook-timestamp': '1614265330' })],
    ['hash-mismatch', () => put('0'.repeat(64), toUtf8('x'))],
    ['bad-manifest', () => put(sha(toUtf8('{}')), toUtf8('{}'))],
    [
      'bad-manifest',
      () => {
        const given = delivery([['a']], { counts: { recipients: 2, seeds: 0 } });
        return put(given.id, given.bytes);
      },
    ],
    [
      'expired',
      () => {
        const given = delivery([['a']], { expires_at: '2020-01-01T00:00:00Z' });
        return put(given.id, given.bytes);
      },
    ],
    ['unknown-delivery', () => call('GET', `/v1/deliveries/${'0'.repeat(64)}`)],
    ['bad-chunk', () => bring(delivery([['b', 'a']]))],
    ['bad-chunk', () => bring(delivery([['a', 'a']]))],
    [
      'bad-chunk',
      () =>
        bring(
          delivery([
            ['a', 'b'],
            ['b', 'c'],
          ]),
        ),
    ],
    [
      'not-in-manifest',
      async () => {
        const given = delivery([['a']]);
        await put(given.id, given.bytes);
        return put(`${given.id}/chunks/${sha(toUtf8('x'))}`, toUtf8('x'));
      },
    ],
  ];
  test.each(cases)('%s', async (type, ask) => {
    const { json } = await ask();
    expect(json).toMatchObject({ type: `urn:muster:problem:${type}`, title: expect.any(String), status: expect.any(Number) });
    expect(await running.ledger()).toEqual([]);
  });
});

test('clears what a stopped process left unfinished', async () => {
  const given = delivery([['a']]);
  await put(given.id, given.bytes);
  await running.close();
  const folder = join(dir, 'deliveries', given.id, 'chunks');
  await writeFile(join(folder, '.0123456789ab.part'), 'half');
  await start();
  expect(await readdir(folder)).toEqual([]);
});

test('two endpoints never share a folder', async () => {
  await expect(startEndpoint({ dir, port: 0, secret: testSecret })).rejects.toMatchObject({
    code: 'endpoint-folder-in-use',
    details: { pid: process.pid },
  });
});

test('the grammar of faults', () => {
  expect(parseFaults('500:0.05, 429:1:3,skew:-60')).toEqual([
    { name: '500', share: 0.05, argument: undefined },
    { name: '429', share: 1, argument: 3 },
    { name: 'skew', share: 0, argument: -60 },
  ]);
  expect(parseFaults('')).toEqual([]);
  for (const rule of ['500', '200:1', 'drop:1.5', 'explode:1', 'drop:-1']) {
    expect(() => parseFaults(rule)).toThrow(expect.objectContaining({ code: 'endpoint-bad-faults', details: { rule } }));
  }
});

import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, test } from 'vitest';
import type { NetRequest } from '../../../../core/ports/net';
import { isPublicAddress } from '../../../../electron/host/net/address';
import { checkAddress, type Lookup } from '../../../../electron/host/net/connect';
import { createNet, type NetOptions } from '../../../../electron/host/net/create-net';

let server: Server | undefined;
let net: ReturnType<typeof createNet> | undefined;

afterEach(async () => {
  await net?.close();
  server?.closeAllConnections();
  server?.close();
});

async function serve(answer: (request: IncomingMessage, response: ServerResponse) => void): Promise<number> {
  server = createServer(answer).listen(0, '127.0.0.1');
  await new Promise((resolve) => server?.once('listening', resolve));
  return (server.address() as AddressInfo).port;
}

function get(url: string, changes: Partial<NetRequest> = {}, options: NetOptions = {}) {
  net = createNet(options);
  return net.send({ method: 'GET', url, headers: {}, allowPrivate: false, ...changes });
}

const quick = { connect: 300, headers: 300, body: 300 };
const leadsTo =
  (...addresses: string[]): Lookup =>
  (_name, _options, done) =>
    done(
      null,
      addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 })),
    );

describe('private addresses', () => {
  const written = [
    '127.0.0.1',
    '2130706433',
    '0x7f.1',
    '0177.0.0.1',
    '10.1.2.3',
    '192.168.0.1',
    '172.16.9.9',
    '169.254.169.254',
    '100.64.0.1',
    '0.0.0.0',
    '224.0.0.1',
    '[::1]',
    '[::]',
    '[fe80::1]',
    '[fd00::1]',
    '[::ffff:127.0.0.1]',
    '[64:ff9b::7f00:1]',
    'localhost',
    'LOCALHOST.',
    'printer',
    'nas.local',
    'db.internal',
  ];
  test.each(written)('%s is refused as written, before anything is sent', async (host) => {
    let reached = 0;
    const port = await serve((_request, response) => response.end());
    server?.on('connection', () => reached++);
    await expect(get(`http://${host}:${port}/`)).rejects.toMatchObject({ code: 'net-refused-address' });
    expect(reached).toBe(0);
  });

  test('a name that leads to one is refused, also when only one of its addresses is private', async () => {
    let reached = 0;
    const port = await serve((_request, response) => response.end());
    server?.on('connection', () => reached++);
    for (const lookup of [leadsTo('127.0.0.1'), leadsTo('203.0.114.1', '127.0.0.1'), leadsTo('::ffff:127.0.0.1')]) {
      await expect(get(`http://endpoint.example:${port}/`, {}, { lookup })).rejects.toMatchObject({ code: 'net-refused-address' });
      await net?.close();
    }
    expect(reached).toBe(0);
  });

  test('the connected socket is checked as well', () => {
    expect(() => checkAddress('endpoint.example', '10.0.0.1')).toThrow(expect.objectContaining({ code: 'net-refused-address' }));
    expect(() => checkAddress('endpoint.example', undefined)).toThrow(expect.objectContaining({ code: 'net-refused-address' }));
    expect(() => checkAddress('endpoint.example', '8.8.8.8')).not.toThrow();
  });

  test('public ones are not refused', () => {
    expect(['8.8.8.8', '2606:4700::1111', '64:ff9b::808:808', '::ffff:8.8.8.8'].map(isPublicAddress)).toEqual([true, true, true, true]);
    expect(['', 'abc', '203.0.113.1', '2001:db8::1', '2002:7f00:1::'].map(isPublicAddress)).toEqual([false, false, false, false, false]);
  });

  test('are reached when allowed for the endpoint, by address and by name', async () => {
    const port = await serve((request, response) => response.setHeader('x-method', request.method ?? '').end('hello'));
    const answer = await get(`http://127.0.0.1:${port}/`, { allowPrivate: true });
    expect({ ...answer, body: Buffer.from(answer.body).toString() }).toMatchObject({
      status: 200,
      headers: { 'x-method': 'GET' },
      body: 'hello',
    });
    await net?.close();
    expect((await get(`http://endpoint.example:${port}/`, { allowPrivate: true }, { lookup: leadsTo('127.0.0.1') })).status).toBe(200);
  });
});

test('a redirect is an answer, never followed', async () => {
  const seen: string[] = [];
  const port = await serve((request, response) => {
    seen.push(request.url ?? '');
    response.writeHead(302, { location: '/elsewhere' }).end();
  });
  expect((await get(`http://127.0.0.1:${port}/start`, { allowPrivate: true })).status).toBe(302);
  expect(seen).toEqual(['/start']);
});

test.each(['ftp://a.example/', 'file:///etc/hosts', 'no address', 'http://user:pass@a.example/'])(
  '%s is no address to send to',
  async (url) => {
    const refused = get(url);
    await expect(refused).rejects.toMatchObject({ code: 'net-bad-url' });
    await expect(refused).rejects.not.toMatchObject({ message: expect.stringContaining('pass') });
  },
);

describe('time', () => {
  test.each([
    ['no headers', (_: IncomingMessage, _response: ServerResponse) => undefined],
    [
      'a body that stops',
      (_: IncomingMessage, response: ServerResponse) => void response.writeHead(200, { 'content-length': '10' }).write('half'),
    ],
    ['a broken connection', (request: IncomingMessage, _response: ServerResponse) => void request.socket.destroy()],
  ])('%s is unreachable, soon', async (_what, answer) => {
    const port = await serve(answer);
    await expect(get(`http://127.0.0.1:${port}/`, { allowPrivate: true }, { timeouts: quick })).rejects.toMatchObject({
      code: 'net-unreachable',
    });
  });

  test('nobody there is unreachable', async () => {
    await expect(get('http://127.0.0.1:9/', { allowPrivate: true })).rejects.toMatchObject({
      code: 'net-unreachable',
      details: { reason: 'ECONNREFUSED' },
    });
  });

  test('cancelled means cancelled', async () => {
    const port = await serve(() => undefined);
    const stop = new AbortController();
    setTimeout(() => stop.abort(), 50);
    await expect(get(`http://127.0.0.1:${port}/`, { allowPrivate: true, signal: stop.signal })).rejects.toMatchObject({
      code: 'cancelled',
    });
  });
});

test('an endless answer is refused', async () => {
  const port = await serve((_request, response) => response.end(Buffer.alloc(5000)));
  await expect(get(`http://127.0.0.1:${port}/`, { allowPrivate: true }, { answerLimit: 4999 })).rejects.toMatchObject({
    code: 'net-answer-too-large',
  });
});

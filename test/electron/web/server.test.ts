import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import http from 'node:http';
import { connect as connectTcp } from 'node:net';
import { networkInterfaces, tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import WebSocket from 'ws';
import { socketChannel } from '../../../core/rpc/channels/socket';
import { connect } from '../../../core/rpc/connect';
import { contract } from '../../../core/rpc/contract';
import { type BrowserShell, startBrowserShell } from '../../../electron/web/server';
import { helloHost } from '../../support/hello-host';

let shell: BrowserShell;
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'muster-web-'));
  await mkdir(path.join(folder, 'renderer/assets'), { recursive: true });
  await writeFile(path.join(folder, 'renderer/index.html'), '<p>window</p>');
  await writeFile(path.join(folder, 'renderer/assets/a b.js'), 'export {}');
  await writeFile(path.join(folder, 'renderer/notes.txt'), 'a type that is not served');
  await writeFile(path.join(folder, 'secret.json'), '{}');
  await symlink(path.join(folder, 'secret.json'), path.join(folder, 'renderer/link.json'));
  await mkdir(path.join(folder, 'renderer-other'));
  await writeFile(path.join(folder, 'renderer-other/x.json'), '{}');
  await symlink(path.join(folder, 'renderer-other'), path.join(folder, 'renderer/other'));
  shell = await startBrowserShell({ host: helloHost('web'), renderer: path.join(folder, 'renderer'), maxMessage: 1000 });
});
afterAll(async () => {
  await shell.close();
  await rm(folder, { recursive: true, force: true });
});

interface Answer {
  status: number;
  headers: http.IncomingHttpHeaders;
  body: string;
}

function ask(urlPath: string, headers: Record<string, string> = {}, method = 'GET'): Promise<Answer> {
  const { host, port } = new URL(shell.origin);
  return new Promise((resolve, reject) => {
    const request = http.request({ host: '127.0.0.1', port, path: urlPath, method, headers: { host, ...headers } }, (response) => {
      let body = '';
      response.setEncoding('utf8').on('data', (chunk: string) => {
        body += chunk;
      });
      response.on('end', () => resolve({ status: response.statusCode ?? 0, headers: response.headers, body }));
    });
    request.on('error', reject).end();
  });
}

interface Attempt {
  origin?: string;
  host?: string;
  protocols?: string[];
  path?: string;
  send?: string | Uint8Array;
}

/** What became of a socket: the status it was refused with, the protocol it opened with, or the code it was closed with. */
function dial({ origin, host, protocols = ['muster.v1', `token.${shell.token}`], path: urlPath = '/rpc', send }: Attempt): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = new WebSocket(`${shell.origin.replace('http', 'ws')}${urlPath}`, protocols, { origin, headers: host ? { host } : {} });
    socket.on('unexpected-response', (_request, response) => resolve(`refused ${response.statusCode}`));
    socket.on('error', reject);
    socket.on('close', (code) => resolve(`closed ${code}`));
    socket.on('open', () => {
      if (send !== undefined) return socket.send(send);
      resolve(`open ${socket.protocol}`);
      socket.close();
    });
  });
}

describe('pages', () => {
  test('come with a policy that names no other host', async () => {
    const { status, headers, body } = await ask('/');
    expect([status, body, headers['content-type']]).toEqual([200, '<p>window</p>', 'text/html; charset=utf-8']);
    const policy = String(headers['content-security-policy']);
    expect(policy).toContain("default-src 'none'");
    expect(policy).not.toMatch(/unsafe-eval|\*|https:/);
    expect(policy.match(/\w+:\/\/[^ ;]+/g)).toEqual([shell.origin.replace('http', 'ws')]);
    expect(headers).toMatchObject({
      'x-content-type-options': 'nosniff',
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-embedder-policy': 'require-corp',
      'cross-origin-resource-policy': 'same-origin',
      'referrer-policy': 'no-referrer',
    });
    expect(headers).not.toHaveProperty('set-cookie');
    expect(headers).not.toHaveProperty('access-control-allow-origin');
  });

  test('do not hold the token', async () => expect((await ask('/')).body).not.toContain(shell.token));

  test('are found under their decoded name, and HEAD sends no body', async () => {
    expect(await ask('/assets/a%20b.js?v=1')).toMatchObject({ status: 200, body: 'export {}' });
    expect(await ask('/index.html', {}, 'HEAD')).toMatchObject({ status: 200, body: '', headers: { 'content-length': '13' } });
  });

  test.each(['localhost:1', 'evil.test', '127.0.0.1', '[::1]:80'])('are refused to Host %s', async (host) => {
    expect((await ask('/', { host })).status).toBe(421);
  });

  test('are refused to localhost under our own port', async () => {
    expect((await ask('/', { host: `localhost:${new URL(shell.origin).port}` })).status).toBe(421);
  });

  test.each([
    '/../secret.json',
    '/%2e%2e/secret.json',
    '/..%2fsecret.json',
    '/%252e%252e/secret.json',
    '/assets/..%5c..%5csecret.json',
    '/link.json',
    '/other/x.json',
    '/%00',
    '/%',
    '//etc/passwd',
    '/assets',
    '/assets/',
    '/index.html/',
    '/./index.html',
    '/notes.txt',
    '/absent.js',
    '/c:/index.html',
    '/..%2frenderer-other/x.json',
  ])('%s is not served', async (urlPath) => {
    expect((await ask(urlPath)).status).toBe(404);
  });

  test.each(['POST', 'PUT', 'DELETE', 'OPTIONS', 'PATCH'])('%s is refused', async (method) =>
    expect((await ask('/', {}, method)).status).toBe(405),
  );

  test.each([
    [403, 'cross-site', 'no-cors', 'script'],
    [403, 'same-site', 'cors', 'empty'],
    [403, 'cross-site', 'navigate', 'iframe'],
    [200, 'cross-site', 'navigate', 'document'],
    [200, 'same-origin', 'cors', 'script'],
    [200, 'none', 'navigate', 'document'],
  ])('%i for a %s request, %s to %s', async (status, site, mode, dest) => {
    expect((await ask('/index.html', { 'sec-fetch-site': site, 'sec-fetch-mode': mode, 'sec-fetch-dest': dest })).status).toBe(status);
  });

  test('are served on the loopback address only', async () => {
    const outside = Object.values(networkInterfaces())
      .flat()
      .find((address) => address && !address.internal && address.family === 'IPv4');
    if (!outside) return;
    const reached = await new Promise<boolean>((resolve) => {
      const socket = connectTcp({ host: outside.address, port: Number(new URL(shell.origin).port) }, () => resolve(true));
      socket.on('error', () => resolve(false)).on('connect', () => socket.destroy());
    });
    expect(reached).toBe(false);
  });
});

describe('the socket', () => {
  test('opens for our page with the token, and never answers with it', async () => {
    expect(await dial({ origin: shell.origin })).toBe('open muster.v1');
    expect(await dial({ origin: shell.origin, protocols: [`token.${shell.token}`, 'muster.v1'] })).toBe('open muster.v1');
  });

  test('answers calls', async () => {
    const socket = new WebSocket(`${shell.origin.replace('http', 'ws')}/rpc`, ['muster.v1', `token.${shell.token}`], {
      origin: shell.origin,
    });
    const channel = socketChannel(socket);
    await new Promise((resolve) => socket.once('open', resolve));
    const client = connect(contract, channel, { checkOutput: true });
    await expect(client.call('app.hello', {})).resolves.toEqual({ version: '1.2.3', shell: 'web', home: '/home' });
    client.close();
  });

  test.each([undefined, 'null', 'http://evil.test', 'https://127.0.0.1', 'http://127.0.0.1'])('is refused to Origin %s', async (origin) => {
    expect(await dial({ origin })).toBe('refused 403');
  });

  test('is refused to an origin that begins like ours, or is localhost', async () => {
    expect(await dial({ origin: `${shell.origin}.evil.test` })).toBe('refused 403');
    expect(await dial({ origin: shell.origin.replace('127.0.0.1', 'localhost') })).toBe('refused 403');
  });

  test('is refused without the token, with part of it, and with more', async () => {
    for (const protocols of [
      ['muster.v1'],
      ['muster.v1', 'token.'],
      ['muster.v1', `token.${shell.token.slice(1)}`],
      ['muster.v1', `token.${shell.token}x`],
    ]) {
      expect(await dial({ origin: shell.origin, protocols })).toBe('refused 401');
    }
  });

  test('is refused to another Host and on another path', async () => {
    expect(await dial({ origin: shell.origin, host: 'evil.test' })).toBe('refused 421');
    expect(await dial({ origin: shell.origin, path: '/' })).toBe('refused 404');
  });

  test('closes on text, on malformed and on oversized messages, and the shell lives on', async () => {
    expect(await dial({ origin: shell.origin, send: 'text' })).toBe('closed 1003');
    expect(await dial({ origin: shell.origin, send: new Uint8Array([255, 255, 255, 255, 1]) })).toBe('closed 1007');
    expect(await dial({ origin: shell.origin, send: new Uint8Array(2000) })).toBe('closed 1009');
    expect(await dial({ origin: shell.origin })).toBe('open muster.v1');
  });

  test('each token has 32 bytes and is new', async () => {
    const other = await startBrowserShell({ host: helloHost('web'), renderer: folder });
    await other.close();
    expect(Buffer.from(shell.token, 'base64url')).toHaveLength(32);
    expect(other.token).not.toBe(shell.token);
  });
});

import { type ChildProcess, fork } from 'node:child_process';
import { open } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { startEndpoint } from '../../electron/endpoint/start-endpoint';

export const secret = `whsec_${Buffer.from('the secret of the benchmarks').toString('base64')}`;

type Kind = 'endpoint' | 'raw';

export interface Server {
  url: string;
  stop(): Promise<void>;
}

/** Starts this very program again as a server, so that it does not share our thread. */
export async function serve(kind: Kind, folder: string): Promise<Server> {
  const child = fork(__filename, ['serve', kind, folder]);
  const url = await new Promise<string>((resolve, reject) => {
    child.once('message', (message) => resolve(String(message)));
    child.once('exit', (code) => reject(new Error(`the server ended with ${code}`)));
  });
  return { url, stop: () => ended(child) };
}

function ended(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    child.once('exit', () => resolve());
    child.kill();
  });
}

/** The other side of `serve`. */
export async function beServer(kind: string, folder: string): Promise<void> {
  const url = kind === 'endpoint' ? (await startEndpoint({ dir: folder, port: 0, secret })).url : await rawServer(folder);
  process.send?.(url);
}

/** Keeps every body as a file that is on disk before it is acknowledged, and does nothing else. */
async function rawServer(folder: string): Promise<string> {
  let n = 0;
  const server = createServer((request, response) => {
    void (async () => {
      const file = await open(path.join(folder, `${n++}.body`), 'w');
      for await (const piece of request) await file.write(piece);
      await file.sync();
      await file.close();
      response.writeHead(201).end();
    })();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

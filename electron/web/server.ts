import { randomBytes } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { pipeline } from 'node:stream/promises';
import type { Host } from '../host/handlers/index';
import { findAsset } from '../shell/assets';
import { securityHeaders } from '../shell/policy';
import { refuseRequest } from './guards';
import { attachRpc } from './rpc';

export interface BrowserShellOptions {
  host: Host;
  /** Folder of the window's bundle. */
  renderer: string;
  /** 0 or absent: any free port. */
  port?: number;
  /** Absent: 32 random bytes. */
  token?: string;
  /** Largest RPC message in bytes; 16 MiB when absent. */
  maxMessage?: number;
  onWindows?(count: number): void;
}

export interface BrowserShell {
  /** `http://127.0.0.1:<port>` */
  origin: string;
  token: string;
  /** The address that opens a window, with the token in its fragment. */
  url: string;
  close(): Promise<void>;
}

/** Serves the window and its host to this machine's browsers, on 127.0.0.1 and to the holder of the token only. */
export async function startBrowserShell(options: BrowserShellOptions): Promise<BrowserShell> {
  const own = { host: '', origin: '', token: options.token ?? randomBytes(32).toString('base64url') };
  const server = createServer((request, response) => {
    respond(request, response, options.renderer, own.host).catch((error: unknown) =>
      response.destroy(error instanceof Error ? error : undefined),
    );
  });
  const rpc = attachRpc(server, options.host, {
    own: () => own,
    maxMessage: options.maxMessage ?? 16 * 1024 * 1024,
    onWindows: options.onWindows,
  });
  own.host = `127.0.0.1:${await listen(server, options.port ?? 0)}`;
  own.origin = `http://${own.host}`;
  return {
    origin: own.origin,
    token: own.token,
    url: `${own.origin}/#token=${own.token}`,
    close: () =>
      new Promise((resolve) => {
        rpc.close();
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function listen(server: Server, port: number): Promise<number> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the server has no port');
  return address.port;
}

async function respond(request: IncomingMessage, response: ServerResponse, renderer: string, host: string): Promise<void> {
  const headers = securityHeaders([`ws://${host}`]);
  const refuse = (status: number): void => {
    response.writeHead(status, { ...headers, 'Content-Type': 'text/plain; charset=utf-8' });
    response.end(String(status));
  };
  const refused = refuseRequest(request, host);
  if (refused !== undefined) return refuse(refused);
  const asset = await findAsset(renderer, (request.url ?? '/').split('?', 1)[0] ?? '/');
  if (!asset) return refuse(404);
  response.writeHead(200, { ...headers, 'Content-Type': asset.type, 'Content-Length': asset.bytes });
  if (request.method === 'HEAD') response.end();
  else await pipeline(createReadStream(asset.file), response);
}

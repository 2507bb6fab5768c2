import { type Server, STATUS_CODES } from 'node:http';
import type { Duplex } from 'node:stream';
import { WebSocketServer } from 'ws';
import { socketChannel } from '../../core/rpc/channels/socket';
import { contract } from '../../core/rpc/contract';
import { serve } from '../../core/rpc/serve';
import type { Host } from '../host/handlers/index';
import { protocol, refuseUpgrade } from './guards';

export interface RpcOptions {
  /** Our own address, known once the server listens. */
  own(): { host: string; origin: string; token: string };
  /** Largest message in bytes. */
  maxMessage: number;
  /** Leaves upgrades for other paths to someone else (development server). */
  shared?: boolean;
  /** Told how many windows are connected, after every change. */
  onWindows?(count: number): void;
}

/** Serves the host's handlers on `/rpc` of an HTTP server. */
export function attachRpc(server: Server, host: Host, options: RpcOptions): { close(): void } {
  const sockets = new WebSocketServer({
    noServer: true,
    perMessageDeflate: false,
    maxPayload: options.maxMessage,
    // The token is offered as a protocol too, and must never be the one that is answered.
    handleProtocols: (offered) => (offered.has(protocol) ? protocol : false),
  });
  server.on('upgrade', (request, socket, head) => {
    if (options.shared && request.url !== '/rpc') return;
    socket.on('error', () => socket.destroy());
    const refused = refuseUpgrade(request, options.own());
    if (refused !== undefined) return answer(socket, refused);
    sockets.handleUpgrade(request, socket, head, (webSocket) => {
      // Without a listener an over-long message would end the process.
      webSocket.on('error', () => webSocket.terminate());
      webSocket.on('close', () => options.onWindows?.(sockets.clients.size));
      options.onWindows?.(sockets.clients.size);
      serve(contract, host.handlers(), socketChannel(webSocket));
    });
  });
  return {
    close: () => {
      for (const client of sockets.clients) client.terminate();
      sockets.close();
    },
  };
}

function answer(socket: Duplex, status: number): void {
  socket.end(`HTTP/1.1 ${status} ${STATUS_CODES[status] ?? 'Refused'}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
}

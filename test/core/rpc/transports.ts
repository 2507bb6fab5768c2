import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { MessageChannel as NodeMessageChannel } from 'node:worker_threads';
import WebSocket, { WebSocketServer } from 'ws';
import type { Channel } from '../../../core/rpc/channel';
import { memoryChannels } from '../../../core/rpc/channels/memory';
import { domPortChannel, electronPortChannel, nodePortChannel } from '../../../core/rpc/channels/port';
import { socketChannel } from '../../../core/rpc/channels/socket';
import { fakePortPair } from '../../support/fake-port';

export interface Line {
  window: Channel;
  host: Channel;
  end(): Promise<void>;
}

const nothingMore = async () => {};

async function overSocket(): Promise<Line> {
  const server = createServer();
  const sockets = new WebSocketServer({ server });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const accepted = new Promise<Channel>((resolve) => sockets.on('connection', (socket) => resolve(socketChannel(socket))));
  const socket = new WebSocket(`ws://127.0.0.1:${port}`);
  const window = socketChannel(socket);
  await new Promise((resolve) => socket.once('open', resolve));
  const host = await accepted;
  return {
    window,
    host,
    end: async () => {
      for (const client of sockets.clients) client.terminate();
      sockets.close();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** Every kind of line the window and the host may have between them. */
export const transports: Readonly<Record<string, () => Promise<Line>>> = {
  memory: async () => {
    const [window, host] = memoryChannels();
    return { window, host, end: nothingMore };
  },
  'worker port': async () => {
    const { port1, port2 } = new NodeMessageChannel();
    return { window: nodePortChannel(port1), host: nodePortChannel(port2), end: nothingMore };
  },
  'dom port': async () => {
    const { port1, port2 } = new MessageChannel();
    return { window: domPortChannel(port1), host: domPortChannel(port2), end: nothingMore };
  },
  'electron port': async () => {
    const [port1, port2] = fakePortPair();
    return { window: electronPortChannel(port1), host: electronPortChannel(port2), end: nothingMore };
  },
  websocket: overSocket,
};

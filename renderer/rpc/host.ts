import './without-eval';
import { AppError } from '../../core/base/errors';
import { domPortChannel } from '../../core/rpc/channels/port';
import { socketChannel } from '../../core/rpc/channels/socket';
import { type Client, connect } from '../../core/rpc/connect';
import { contract, type MusterContract } from '../../core/rpc/contract';
import { bridgeMessages, type WindowBridge } from '../../core/rpc/window-bridge';
import { readAddress } from './address';

declare global {
  interface Window {
    /** Present in the desktop shell only. */
    readonly muster?: WindowBridge<File>;
  }
}

const { token, folder } = readAddress(window);

/** The workspace that `npm start <folder>` asked for. */
export const startFolder: string | undefined = folder;

/**
 * A line to the host: the desktop shell's port, or the browser shell's socket. To be opened again after `onLost`.
 * @throws AppError `host-no-token`, `host-refused`
 */
export function openHost(): Promise<Client<MusterContract>> {
  return window.muster ? openPort(window.muster) : openSocket();
}

async function openPort(bridge: WindowBridge<File>): Promise<Client<MusterContract>> {
  const arrived = new Promise<MessagePort>((resolve) => {
    const receive = (event: MessageEvent): void => {
      const [port] = event.ports;
      if (event.source !== window || event.data !== bridgeMessages.port || !port) return;
      window.removeEventListener('message', receive);
      resolve(port);
    };
    window.addEventListener('message', receive);
  });
  await bridge.connectHost();
  const client = connect(contract, domPortChannel(await arrived), { checkOutput: import.meta.env.DEV });
  // The port of a process that died does not always say so.
  bridge.onHostDown(() => client.close());
  return client;
}

async function openSocket(): Promise<Client<MusterContract>> {
  if (token === undefined) throw new AppError('host-no-token');
  const socket = new WebSocket(`ws://${window.location.host}/rpc`, ['muster.v1', `token.${token}`]);
  await new Promise<void>((resolve, reject) => {
    socket.addEventListener('open', () => resolve());
    socket.addEventListener('close', () => reject(new AppError('host-refused')));
  });
  return connect(contract, socketChannel(socket), { checkOutput: import.meta.env.DEV });
}

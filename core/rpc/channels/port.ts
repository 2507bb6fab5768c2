import { assertCarried } from '../carried';
import type { Channel } from '../channel';
import { asFrame } from '../frames';
import { createLine } from './line';

interface Port {
  postMessage(message: unknown): void;
  start(): void;
  close(): void;
}

/** A port of `node:worker_threads`: events carry the message itself. */
export interface NodePort extends Port {
  on(event: 'message', listener: (message: unknown) => void): unknown;
  on(event: 'close', listener: () => void): unknown;
}

/** Electron's MessagePortMain: events carry `{ data }`. */
export interface ElectronPort extends Port {
  on(event: 'message', listener: (event: { data: unknown }) => void): unknown;
  on(event: 'close', listener: () => void): unknown;
}

/** A port of the DOM. */
export interface DomPort extends Port {
  addEventListener(event: 'message', listener: (event: { data: unknown }) => void): void;
  addEventListener(event: 'close', listener: () => void): void;
}

interface Wiring {
  message(listener: (message: unknown) => void): void;
  close(listener: () => void): void;
}

/**
 * Buffers are always copied, never transferred: an ArrayBuffer in the transfer list of a window's port loses the
 * whole message (electron/electron#34905), and MessagePortMain transfers ports only.
 */
function portChannel(port: Port, wiring: Wiring): Channel {
  const line = createLine();
  wiring.message((message) => {
    const frame = asFrame(message);
    if (frame) line.frame(frame);
    else shut();
  });
  wiring.close(() => line.closed());
  const shut = (): void => {
    port.close();
    line.closed();
  };
  return {
    send: (frame) => {
      assertCarried(frame);
      if (line.open) port.postMessage(frame);
    },
    listen: (events) => {
      line.listen(events);
      port.start();
    },
    close: shut,
  };
}

export function nodePortChannel(port: NodePort): Channel {
  return portChannel(port, { message: (listener) => port.on('message', listener), close: (listener) => port.on('close', listener) });
}

export function electronPortChannel(port: ElectronPort): Channel {
  return portChannel(port, {
    message: (listener) => port.on('message', (event) => listener(event.data)),
    close: (listener) => port.on('close', listener),
  });
}

export function domPortChannel(port: DomPort): Channel {
  return portChannel(port, {
    message: (listener) => port.addEventListener('message', (event) => listener(event.data)),
    close: (listener) => port.addEventListener('close', listener),
  });
}

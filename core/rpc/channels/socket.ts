import type { Channel } from '../channel';
import { decode, encode } from '../codec';
import type { Frame } from '../frames';
import { createLine } from './line';

/** What the browser's WebSocket and the one of `ws` have in common. */
export interface Socket {
  binaryType: string;
  readonly readyState: number;
  send(message: Uint8Array<ArrayBuffer>): void;
  close(code?: number, reason?: string): void;
  addEventListener(event: 'message', listener: (event: { data: unknown }) => void): void;
  addEventListener(event: 'close', listener: () => void): void;
}

const open = 1;
// RFC 6455, section 7.4.1.
const wrongKind = 1003;
const wrongContent = 1007;

/** A channel over an open WebSocket. Text and malformed messages close it. */
export function socketChannel(socket: Socket): Channel {
  const line = createLine();
  socket.binaryType = 'arraybuffer';
  socket.addEventListener('message', ({ data }) => {
    if (!(data instanceof ArrayBuffer)) return socket.close(wrongKind, 'binary messages only');
    let frame: Frame;
    try {
      frame = decode(new Uint8Array(data));
    } catch {
      return socket.close(wrongContent, 'not a frame');
    }
    line.frame(frame);
  });
  socket.addEventListener('close', () => line.closed());
  return {
    send: (frame) => {
      const message = encode(frame);
      if (line.open && socket.readyState === open) socket.send(message);
    },
    listen: line.listen,
    close: () => {
      socket.close(1000);
      line.closed();
    },
  };
}

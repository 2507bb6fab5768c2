import { EventEmitter } from 'node:events';

/** Behaves like Electron's MessagePortMain: `{ data, ports }` events, nothing before `start`, no buffers transferred. */
export class FakePort extends EventEmitter {
  #peer: FakePort | undefined;
  #started = false;
  #closed = false;
  readonly #waiting: { data: unknown; ports: FakePort[] }[] = [];

  join(peer: FakePort): void {
    this.#peer = peer;
  }

  postMessage(data: unknown, ports: FakePort[] = []): void {
    if (ports.some((port) => !(port instanceof FakePort))) throw new TypeError('only ports can be transferred');
    const event = { data: structuredClone(data), ports };
    const peer = this.#peer;
    queueMicrotask(() => peer?.receive(event));
  }

  receive(event: { data: unknown; ports: FakePort[] }): void {
    if (this.#closed) return;
    if (this.#started) this.emit('message', event);
    else this.#waiting.push(event);
  }

  start(): void {
    this.#started = true;
    for (const event of this.#waiting.splice(0)) this.emit('message', event);
  }

  close(): void {
    if (this.#closed) return;
    this.#closed = true;
    queueMicrotask(() => {
      this.emit('close');
      this.#peer?.close();
    });
  }
}

export function fakePortPair(): [FakePort, FakePort] {
  const left = new FakePort();
  const right = new FakePort();
  left.join(right);
  right.join(left);
  return [left, right];
}

import { EventEmitter } from 'node:events';
import path from 'node:path';
import { MessageChannel, type MessagePort, Worker } from 'node:worker_threads';

/** A worker thread's port with the events of Electron's MessagePortMain. */
export class StandinPort extends EventEmitter {
  #started = false;
  constructor(readonly raw: MessagePort) {
    super();
  }
  start(): void {
    if (this.#started) return;
    this.#started = true;
    this.raw.on('message', ({ data }: { data: unknown }) => this.emit('message', { data, ports: [] }));
    this.raw.on('close', () => this.emit('close'));
  }
  postMessage(data: unknown): void {
    this.raw.postMessage({ data });
  }
  close(): void {
    this.raw.close();
  }
}

export class StandinChannel {
  readonly port1: StandinPort;
  readonly port2: StandinPort;
  constructor() {
    const { port1, port2 } = new MessageChannel();
    this.port1 = new StandinPort(port1);
    this.port2 = new StandinPort(port2);
  }
}

/** A utility process as a worker thread. */
export class StandinProcess extends EventEmitter {
  readonly #worker: Worker;
  constructor(file: string, args: string[]) {
    super();
    this.#worker = new Worker(path.join(import.meta.dirname, 'utility-boot.cjs'), { workerData: { file, args } });
    this.#worker.on('error', (error) => console.error('stand-in host:', error));
    this.#worker.on('exit', (code) => this.emit('exit', code));
  }
  postMessage(data: unknown, ports: StandinPort[] = []): void {
    const raw = ports.map((port) => port.raw);
    this.#worker.postMessage({ data, ports: raw }, raw);
  }
  kill(): boolean {
    void this.#worker.terminate();
    return true;
  }
}

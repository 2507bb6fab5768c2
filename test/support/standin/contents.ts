import { EventEmitter } from 'node:events';
import type { Page } from '@playwright/test';
import type { StandinPort } from './ports';

/** Where the bundle appears to be: Chromium takes *.localhost for a secure place, and no request for it leaves the browser. */
const shown = 'http://muster.localhost';
const real = 'app://muster';
export const toShown = (url: string) => (url.startsWith(real) ? shown + url.slice(real.length) : url);
export const toReal = (url: string) => (url.startsWith(shown) ? real + url.slice(shown.length) : url);

const toText = (value: unknown) =>
  JSON.stringify(value, (_key, part: unknown) => (part instanceof Uint8Array ? { $bytes: Buffer.from(part).toString('base64') } : part));
const fromText = (text: string): unknown =>
  JSON.parse(text, (_key, part: unknown) => {
    const bytes = (part as { $bytes?: unknown } | null)?.$bytes;
    return typeof bytes === 'string' ? new Uint8Array(Buffer.from(bytes, 'base64')) : part;
  });

type Answerer = (event: object, value: unknown) => Promise<unknown>;
type FromPage = { port: number; value: unknown } | { channel: string; value: unknown };

/** The contents of a window: messages to and from a Playwright page. Bytes travel as base64, so keep them small. */
export class StandinContents extends EventEmitter {
  page: Page | undefined;
  #ports = new Map<number, StandinPort>();
  #opener: ((details: { url: string }) => { action: string }) | undefined;

  constructor(readonly answerers: ReadonlyMap<string, Answerer>) {
    super();
  }
  setWindowOpenHandler(handler: (details: { url: string }) => { action: string }): void {
    this.#opener = handler;
  }
  mayOpen(url: string): boolean {
    return this.#opener?.({ url }).action !== 'deny';
  }
  getURL(): string {
    return toReal(this.page?.url() ?? '');
  }
  send(channel: string, value: unknown): void {
    this.#deliver({ channel, value, ports: [] });
  }
  postMessage(channel: string, value: unknown, ports: StandinPort[]): void {
    const ids = ports.map((port) => {
      const id = this.#ports.size + 1;
      this.#ports.set(id, port);
      port.on('message', ({ data }: { data: unknown }) => this.#deliver({ port: id, value: data }));
      port.start();
      return id;
    });
    this.#deliver({ channel, value, ports: ids });
  }
  async receive(text: string): Promise<string> {
    const message = fromText(text) as FromPage;
    if ('port' in message) {
      this.#ports.get(message.port)?.postMessage(message.value);
      return toText({});
    }
    const answerer = this.answerers.get(message.channel);
    if (!answerer) return toText({ refused: `nothing answers ${message.channel}` });
    try {
      return toText({ answer: await answerer({ sender: this, senderFrame: { url: this.getURL(), parent: null } }, message.value) });
    } catch (error) {
      return toText({ refused: String(error) });
    }
  }
  #deliver(message: object): void {
    const text = toText(message);
    this.page
      ?.evaluate((given) => (window as never as { standinDeliver(text: string): void }).standinDeliver(given), text)
      .catch(() => {
        // The page has gone; so has whoever waits for the message.
      });
  }
}
